import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useLingui } from '@lingui/react/macro'
import { Search } from 'lucide-react'
import { type Command, keysShown, useAllCommands } from '#web/commands.ts'
import { Kbd } from '#web/parts/bits.tsx'
import { scopeOrder, useScopeName } from './scopes.ts'

type Item = { id: string; label: string; keys: readonly string[]; run: () => void }
type Group = { value: string; items: Item[] }

/** Everything that can be done here, by name; each line teaches its key. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui()
  const scopeName = useScopeName()
  const commands = useAllCommands()
  const itemOf = (command: Command): Item => ({
    id: command.id,
    label: i18n._(command.label),
    keys: keysShown(command.keys?.[0]),
    run: command.run,
  })
  const groups: Group[] = scopeOrder
    .map((scope) => ({
      value: scopeName(scope),
      items: commands.filter((c) => c.scope === scope && c.id !== 'palette' && (c.when?.() ?? true)).map(itemOf),
    }))
    .filter((group) => group.items.length > 0)
  const choose = (item: Item) => {
    onClose()
    // The dialog gives the focus back first: a command may want to put it somewhere else.
    setTimeout(item.run)
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_190/0.45)]" />
        <Dialog.Popup
          aria-label={t`Find or do`}
          className="fixed top-[16vh] left-1/2 z-50 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-xl bg-raised text-ink shadow-3 outline-none max-md:top-3"
        >
          <Autocomplete.Root
            open
            inline
            items={groups}
            itemToStringValue={(item: Item) => item.label}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search size={17} className="text-ink-3" />
              <Autocomplete.Input
                aria-label={t`Find or do`}
                placeholder={t`What do you want to do?`}
                className="h-13 flex-1 bg-transparent text-[16px] outline-none placeholder:text-ink-3 focus-visible:shadow-none focus-visible:outline-none"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Autocomplete.Empty className="px-4 text-body text-ink-2 not-empty:py-5">{t`Nothing of that name. Try another word.`}</Autocomplete.Empty>
            <Autocomplete.List className="thin-scroll max-h-[min(420px,60dvh)] overflow-y-auto p-2 empty:p-0">
              {(group: Group) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-meta font-semibold text-ink-3">
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Item) => <PaletteItem key={item.id} item={item} onChoose={choose} />}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteItem({ item, onChoose }: { item: Item; onChoose: (item: Item) => void }) {
  return (
    <Autocomplete.Item
      value={item}
      onClick={() => onChoose(item)}
      className="flex h-10 cursor-default items-center gap-3 rounded-md px-2.5 text-body outline-none data-[highlighted]:bg-sunken data-[highlighted]:font-semibold touch:h-12"
    >
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </Autocomplete.Item>
  )
}
