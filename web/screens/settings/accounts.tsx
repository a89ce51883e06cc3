import { useLingui } from '@lingui/react/macro'

export function AccountSettings() {
  const { t } = useLingui()
  return <h1 className="display text-title">{t`Accounts`}</h1>
}
