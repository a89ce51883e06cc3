import { useLingui } from '@lingui/react/macro'

export function ListenScreen() {
  const { t } = useLingui()
  return <h1 className="display text-title">{t`Listening`}</h1>
}
