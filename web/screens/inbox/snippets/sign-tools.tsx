import { useLingui } from '@lingui/react/macro'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { nextSlot, type Slot } from '#domain/slots.ts'
import { useAsk } from '#web/api.ts'
import { type CommandId, useCommands } from '#web/commands.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import type { Composer } from '#web/screens/inbox/use-composer.ts'
import { type BegunOffer, begunOffer, type OfferKind } from './begun-offer.ts'
import { offersFreshMs } from './offers-fresh.ts'
import { useFieldKeys } from './use-field-keys.ts'

const signs = { snippet: ';', fact: '#' } as const
const all = () => true

export type OfferField = Pick<Composer, 'text' | 'field' | 'change' | 'tab' | 'choose'>

type Props = {
  /** Whose words say what is likest. */
  conversationId: string
  composer: OfferField
  /** What there is to choose from, drawn where something is begun. */
  list: (begun: BegunOffer) => ReactNode
  /** Fetched when one begins to write. */
  load?: () => void
  /** Of several fields the one whose keys these are. */
  hasKeys?: boolean
  /** Those that somebody has to fill in; the others fill themselves. */
  isOpen?: (slot: Slot) => boolean
}

/** Wordings behind a `;` and facts behind a `#`: chosen without leaving the field, and Tab goes from one gap to the next. */
export function SignTools({ conversationId, composer, list, load, hasKeys = true, isOpen = all }: Props) {
  const { t } = useLingui()
  const { text, field, tab } = composer
  /** Where the sign stands that was waved away. */
  const [dismissed, setDismissed] = useState<number>()
  const suggested = useSuggested(conversationId)
  const caret = field.current?.selectionStart ?? text.length
  const found = begunOffer(text, caret, tab)
  const begun = found && found.at !== dismissed ? found : undefined
  const jump = ({ shiftKey }: KeyboardEvent): boolean => {
    const box = field.current
    const caret = shiftKey ? box?.selectionStart : box?.selectionEnd
    const slot = box && nextSlot(box.value, caret ?? 0, { isBack: shiftKey, isOpen })
    if (slot) box.setSelectionRange(...slot.span)
    return slot !== undefined && slot !== null
  }
  useFieldKeys(composer, (event) => {
    if (!begun) return event.key === 'Tab' && jump(event)
    if (event.key === 'Escape') setDismissed(begun.at)
    return event.key === 'Escape'
  })
  useEffect(() => {
    const box = field.current
    if (!load) return
    if (box && document.activeElement === box) load()
    box?.addEventListener('focus', load, { once: true })
    return () => box?.removeEventListener('focus', load)
  }, [field, load])
  const begin = (kind: OfferKind) => {
    if (kind === 'snippet' && tab === 'note') composer.choose('reply')
    setDismissed(undefined)
    requestAnimationFrame(() => {
      const box = field.current
      if (!box) return
      box.focus()
      const before = box.value.slice(0, box.selectionStart)
      const sign = `${before === '' || /[\s(]$/u.test(before) ? '' : ' '}${signs[kind]}`
      if (!document.execCommand('insertText', false, sign)) composer.change(`${box.value}${sign}`)
    })
  }
  useCommands(
    hasKeys
      ? [
          { id: 'snippet', run: () => begin('snippet') },
          { id: 'knowledge', run: () => begin('fact') },
        ]
      : [],
  )
  return (
    <span className="flex shrink-0 items-center gap-0.5">
      {begun && <Suspense>{list(begun)}</Suspense>}
      {tab === 'reply' && (
        <SignButton
          sign=";"
          command="snippet"
          count={suggested?.snippets.length ?? 0}
          label={t`Begin with a snippet`}
          onPress={() => begin('snippet')}
        />
      )}
      <SignButton
        sign="#"
        command="knowledge"
        count={suggested?.knowledge.length ?? 0}
        label={t`Use a fact`}
        onPress={() => begin('fact')}
      />
    </span>
  )
}

/** Asked ahead, so that they are there at the sign, also when the connection is not. */
function useSuggested(id: string) {
  useAsk('GET /api/snippets', undefined, { staleTime: offersFreshMs })
  useAsk('GET /api/knowledge', undefined, { staleTime: offersFreshMs })
  return useAsk('GET /api/conversations/{id}/snippets', { params: { id } }).data
}

type SignProps = { sign: string; command: CommandId; count: number; label: string; onPress: () => void }

function SignButton({ sign, command, count, label, onPress }: SignProps) {
  const { t } = useLingui()
  const name = count > 0 ? t`${label} (${count} suggested)` : label
  return (
    <Tip side="top" label={name} command={command}>
      <button
        type="button"
        data-sign={sign}
        onClick={onPress}
        className="num inline-flex h-7 min-w-7 items-center justify-center gap-0.5 rounded-md px-1.5 text-ui font-semibold text-ink-2 hover:bg-sunken hover:text-ink touch:h-11 touch:min-w-11"
      >
        <span aria-hidden="true">{sign}</span>
        {count > 0 && (
          <span aria-hidden="true" className="text-meta text-sea">
            {count}
          </span>
        )}
        <span className="sr-only">{name}</span>
      </button>
    </Tip>
  )
}
