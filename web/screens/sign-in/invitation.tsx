import { useLingui } from '@lingui/react/macro'

export function InvitationScreen() {
  const { t } = useLingui()
  return <h1 className="display text-title">{t`Invitation`}</h1>
}
