import { useLingui } from '@lingui/react/macro'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { bindingOf, type CommandId, commandIds, viewCommands } from '#web/keys/command-keys.ts'
import { scopeOrder, useScopeName } from '#web/keys/scopes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Switch } from '#web/parts/field.tsx'
import { useSession } from '#web/session.ts'
import { views } from '#web/shell/views.ts'
import { KeyRow } from './key-row.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'
import { useKeySettings } from './use-key-settings.ts'

/** Every command with its keys, and the way to choose others. */
export function KeyboardSettings() {
  const { t } = useLingui()
  const { user } = useSession()
  const scopeName = useScopeName()
  const { settings, keep } = useKeySettings()
  const [recording, setRecording] = useState<CommandId>()
  if (!user) return null
  const hasOwn = Object.keys(settings.own).length > 0
  return (
    <SettingsPage
      title={t`Keyboard`}
      says={t`Your own keys, on every machine you use. They hold at once: in tooltips, in menus and in the list of all keys.`}
    >
      <SettingsCard title={t`Single letters`}>
        <Switch
          label={t`Single-letter keys`}
          help={t`Off: letters, figures and signs by themselves do nothing, also two after each other. Keys with Ctrl, ⌘ or Alt stay, and so does the palette.`}
          isOn={settings.areLettersOn}
          onChange={(areLettersOn) =>
            keep(
              { ...settings, areLettersOn },
              areLettersOn ? t`Single-letter keys are on` : t`Single-letter keys are off`,
            )
          }
        />
      </SettingsCard>
      {scopeOrder.map((scope) => (
        <SettingsCard key={scope} title={scopeName(scope)}>
          <ul className="-my-1.5 divide-y divide-line">
            {shownIds
              .filter((id) => bindingOf(id).scope === scope)
              .map((id) => (
                <KeyRow
                  key={id}
                  id={id}
                  settings={settings}
                  isRecording={recording === id}
                  onRecord={(is) => setRecording(is ? id : undefined)}
                  onKeep={keep}
                />
              ))}
          </ul>
        </SettingsCard>
      ))}
      <Btn disabled={!hasOwn} onClick={() => keep({ ...settings, own: {} }, t`All keys are as they came`)}>
        <RotateCcw size={14} />
        {t`Reset all keys`}
      </Btn>
    </SettingsPage>
  )
}

/** A key for a view that does not exist would do nothing. */
const shownIds = commandIds.filter((id) => {
  const at = viewCommands.findIndex((view) => view === id)
  return at < 0 || at < views.length
})
