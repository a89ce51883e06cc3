import { useLingui } from '@lingui/react/macro'

export function WelcomeScreen() {
  const { t } = useLingui()
  return <h1 className="display text-title">{t`Welcome`}</h1>
}
