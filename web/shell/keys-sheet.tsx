import { useLingui } from '@lingui/react/macro'
import { keysShown, useAllCommands } from '#web/commands.ts'
import { Kbd } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { scopeOrder, useScopeName } from './scopes.ts'

/** All keys that work on this screen now. Drawn from the same list as the keys themselves. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui()
  const scopeName = useScopeName()
  const commands = useAllCommands().filter((command) => command.keys?.length)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      shape="wide"
      title={t`All keys`}
      says={t`Single letters work outside text fields.`}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is longer than the screen and has nothing else to hold on to for the keys that scroll. */}
      <div tabIndex={0} className="gap-8 rounded-md md:columns-2">
        {scopeOrder.map((scope) => {
          const own = commands.filter((command) => command.scope === scope)
          if (own.length === 0) return null
          return (
            <section key={scope} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-meta font-semibold text-ink-3">{scopeName(scope)}</h3>
              <dl>
                {own.map((command) => (
                  <div key={command.id} className="flex h-8 items-center gap-3 border-b border-line text-ui">
                    <dt className="min-w-0 flex-1 truncate">{i18n._(command.label)}</dt>
                    <dd className="flex gap-1">
                      {keysShown(command.keys?.[0]).map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
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
