import { useLingui } from '@lingui/react/macro'

export function WorkspaceSettings() {
  const { t } = useLingui()
  return <h1 className="display text-title">{t`Workspace`}</h1>
}
