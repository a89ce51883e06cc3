import { useLingui } from '@lingui/react/macro'
import { type CommandId, viewCommands } from '#web/keys/command-keys.ts'
import { commandLabels } from '#web/keys/command-labels.ts'
import { views } from '#web/shell/views.ts'

/** What a command is called where nothing stands around it: a view by its name, `Mine` as what it does. */
export function useCommandName(): (id: CommandId) => string {
  const { t, i18n } = useLingui()
  return (id) => {
    const view = views[viewCommands.findIndex((one) => one === id)]
    if (!view) return i18n._(commandLabels[id])
    const name = i18n._(view.label)
    return t`View: ${name}`
  }
}
