import { useLingui } from '@lingui/react/macro'

export function MemberSettings() {
  const { t } = useLingui()
  return <h1 className="display text-title">{t`Members`}</h1>
}
