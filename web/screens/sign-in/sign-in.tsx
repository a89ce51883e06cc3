import { useLingui } from '@lingui/react/macro'

export function SignInScreen() {
  const { t } = useLingui()
  return <h1 className="display text-title">{t`Sign in`}</h1>
}
