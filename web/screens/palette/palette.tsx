import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useLingui } from '@lingui/react/macro'
import { Search } from 'lucide-react'
import { Keys } from '#web/parts/keys.tsx'
import { paletteField, paletteHead, palettePopup } from '#web/shell/palette-door.tsx'
import { useFoundConversations } from './find-conversations.ts'
import { type Group, type Item, usePaletteGroups } from './palette-items.ts'

type Props = {
  onClose: () => void
  typed: string
  onType: (typed: string) => void
  /** Who has the focus again afterwards. */
  focusAfter: () => HTMLElement | null
}

/** Everything that can be done or found, by name; each line teaches its key. */
export function Palette({ onClose, typed, onType, focusAfter }: Props) {
  const { t } = useLingui()
  const found = useFoundConversations(typed)
  const groups = usePaletteGroups(typed, found.conversations)
  const choose = (item: Item) => {
    onClose()
    // The dialog gives the focus back first: a command may want to put it somewhere else.
    setTimeout(item.run)
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_190/0.45)]" />
        <Dialog.Popup aria-label={t`Find or do`} finalFocus={focusAfter} className={palettePopup}>
          <Autocomplete.Root
            open
            inline
            items={groups}
            // What fits is decided by us: conversations were found by words that their titles need not hold.
            filter={null}
            value={typed}
            // Only a person writes here: the list itself may not empty the field, or fill it with the name of what was chosen.
            onValueChange={(value, { reason }) => reason === 'input-change' && onType(value)}
            itemToStringValue={(item: Item) => item.label}
            autoHighlight="always"
            keepHighlight
          >
            <div className={paletteHead}>
              <Search size={17} className="text-ink-3" />
              <Autocomplete.Input
                // biome-ignore lint/a11y/noAutofocus: it takes the place of the field that had the focus, without a gap in which keys are lost.
                autoFocus
                aria-label={t`Find or do`}
                placeholder={t`A command, a person, words of a message, WH-12…`}
                className={paletteField}
              />
              <Keys of="back" />
            </div>
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
            <Looking state={found.state} isEmpty={groups.length === 0} />
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type LookingProps = { state: ReturnType<typeof useFoundConversations>['state']; isEmpty: boolean }

/** How the search for conversations stands. It has its line before there is anything to say: lists that jump are read wrongly. */
function Looking({ state, isEmpty }: LookingProps) {
  const { t } = useLingui()
  const words =
    state === 'looking'
      ? t`Looking through the conversations…`
      : state === 'failed'
        ? t`The conversations could not be searched. Commands still work; try the words again in a moment.`
        : isEmpty
          ? t`Nothing of that name, and nobody said it. Try another word.`
          : ''
  return (
    <p
      role="status"
      className={
        isEmpty ? 'px-4 py-5 text-body text-ink-2' : 'border-t border-line px-4 py-2 text-meta text-ink-3 empty:hidden'
      }
    >
      {words}
    </p>
  )
}

function PaletteItem({ item, onChoose }: { item: Item; onChoose: (item: Item) => void }) {
  return (
    <Autocomplete.Item
      value={item}
      onClick={() => onChoose(item)}
      className="flex h-10 cursor-default items-center gap-3 rounded-md px-2.5 text-body outline-none data-[highlighted]:bg-sunken data-[highlighted]:font-semibold touch:h-12"
    >
      <span className="min-w-0 flex-1 truncate" lang={item.lang}>
        {item.label}
      </span>
      {item.detail && <span className="max-w-[45%] truncate text-meta font-normal text-ink-3">{item.detail}</span>}
      {item.command && (
        <span className="inline-flex shrink-0 gap-1">
          <Keys of={item.command} />
        </span>
      )}
    </Autocomplete.Item>
  )
}
