import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { keysShown, type Offer, useAllCommands, useKeymap } from '#web/commands.ts'
import { bindingOf } from '#web/keys/command-keys.ts'
import { labelOf } from '#web/keys/command-labels.ts'
import { scopeOrder, useScopeName } from '#web/keys/scopes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Kbd } from '#web/parts/keys.tsx'
import { useSession } from '#web/session.ts'

/** All keys that work on this screen now. Drawn from the same list as the keys themselves. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui()
  const scopeName = useScopeName()
  const navigate = useNavigate()
  const areLettersOn = useSession().user?.areLettersOn ?? true
  const keysOf = useKeysOf()
  const commands = useAllCommands().filter((command) => keysOf(command).length > 0)
  const change = () => {
    onClose()
    void navigate({ to: '/settings/keyboard' })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      shape="wide"
      title={t`All keys`}
      says={areLettersOn ? t`Single letters work outside text fields.` : t`Single-letter keys are off.`}
      footer={<Btn onClick={change}>{t`Choose other keys`}</Btn>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is longer than the screen and has nothing else to hold on to for the keys that scroll. */}
      <div tabIndex={0} className="gap-8 rounded-md md:columns-2">
        {scopeOrder.map((scope) => {
          const own = commands.filter((command) => bindingOf(command.id).scope === scope)
          if (own.length === 0) return null
          return (
            <section key={scope} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-meta font-semibold text-ink-3">{scopeName(scope)}</h3>
              <dl>
                {own.map((command) => (
                  <div key={command.id} className="flex min-h-8 items-center gap-3 border-b border-line text-ui">
                    <dt className="min-w-0 flex-1 truncate">{i18n._(labelOf(command))}</dt>
                    {keysOf(command).map((keys) => (
                      <dd key={keys} className="flex gap-1">
                        {keysShown(keys).map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </dd>
                    ))}
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}

/** Those of one's own choice first, then those that every program has. */
function useKeysOf(): (command: Offer) => readonly string[] {
  const keymap = useKeymap()
  return ({ id }) => [...(keymap.get(id) ?? []), ...(bindingOf(id).fixed ?? [])]
}
