import { useLingui } from '@lingui/react/macro'

export function MySettings() {
  const { t } = useLingui()
  return <h1 className="display text-title">{t`Me`}</h1>
}
