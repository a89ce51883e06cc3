import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { fillWording } from '#domain/pile.ts'
import { type Slot, slotText } from '#domain/slots.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { Field, TextArea } from '#web/parts/field.tsx'
import { CoachLine } from '#web/screens/inbox/coach/coach-line.tsx'
import { Offers } from '#web/screens/inbox/snippets/offers.tsx'
import { SignTools } from '#web/screens/inbox/snippets/sign-tools.tsx'
import type { OfferPlace } from '#web/screens/inbox/snippets/use-offers.ts'
import { knownOf, unsaidInWording, withWording } from './pile-plan.ts'
import type { Pile } from './use-pile.ts'

type Props = { pile: Pile; at: number; text: string; hasKeys: boolean; onFocus: () => void }

/** Known of each of them by itself. */
const isOpen = ({ id }: Slot) => id === undefined
const nothing = () => undefined

/** One of the wordings that are dealt out, as one of those who get it reads it. */
export function PileWording({ pile, at, text, hasKeys, onFocus }: Props) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const nameSlot = slotText('firstName', lang)
  const networkSlot = slotText('network', lang)
  const field = useRef<HTMLTextAreaElement | null>(null)
  const { draft, plan, incidents } = pile
  const notToSay = useMemo(() => unsaidInWording(plan, incidents, at), [plan, incidents, at])
  const set = (next: string) => pile.setDraft({ ...draft, wordings: withWording(draft.wordings, at, next) })
  const insert = (slot: string) => {
    const box = field.current
    if (!box) return
    box.focus()
    box.setRangeText(slot, box.selectionStart, box.selectionEnd, 'end')
    set(box.value)
  }
  const sample = plan.lines.find((line) => line.isIn && line.text !== '')
  const place = placeOf(pile)
  const composer = { text, field, change: set, tab: 'reply', choose: nothing } as const
  const number = at + 1
  // As one of them reads it.
  const read = sample ? fillWording(text, knownOf(sample.row, sample.account)) : text
  return (
    <div className="relative">
      <Field
        label={draft.wordings.length > 1 ? t`Wording ${number}` : t`What you answer`}
        help={at === 0 ? t`${nameSlot} becomes the first name, ${networkSlot} the name of the network.` : undefined}
      >
        {(control) => (
          <div className="relative rounded-lg border border-line-strong bg-raised shadow-1 focus-within:border-control">
            <TextArea
              {...control}
              ref={field}
              value={text}
              maxLength={20_000}
              onFocus={onFocus}
              className="border-0! shadow-none!"
              onChange={(event) => set(event.currentTarget.value)}
            />
            {text.trim() !== '' && (
              <CoachLine
                text={read}
                lang={sample?.row.lang}
                person={sample?.row.author ?? undefined}
                previous={[]}
                notToSay={notToSay}
                onShow={([start, end]) => {
                  field.current?.focus()
                  // Places in the words of one of them are those of the wording only where it has no slots.
                  if (read === text) field.current?.setSelectionRange(start, end)
                }}
              />
            )}
            <div className="flex flex-wrap items-center gap-1 border-t border-line px-1.5 py-1">
              {place && (
                <SignTools
                  conversationId={place.conversationId}
                  {...{ composer, hasKeys, isOpen }}
                  list={(begun) => <Offers key={begun.at} {...{ place, composer, begun, isOpen }} side="below" />}
                />
              )}
              {[nameSlot, networkSlot].map((slot) => (
                <Btn key={slot} small kind="quiet" onClick={() => insert(slot)}>
                  {slot}
                </Btn>
              ))}
            </div>
          </div>
        )}
      </Field>
      {draft.wordings.length > 1 && (
        <IconBtn
          label={t`Remove wording ${number}`}
          className="absolute! -top-1.5 right-0"
          onClick={() => pile.setDraft({ ...draft, wordings: draft.wordings.filter((_, index) => index !== at) })}
        >
          <X size={15} />
        </IconBtn>
      )}
    </div>
  )
}

/** Whose words say which snippets fit: those of the first who is answered. */
function placeOf({ plan, usedIn }: Pile): OfferPlace | undefined {
  const chosen = plan.lines.filter(({ isIn }) => isIn)
  const [first] = chosen.length > 0 ? chosen : plan.lines
  if (!first) return undefined
  const { id, lang, network } = first.row
  const isOne = chosen.every(({ row }) => row.network === network)
  return { conversationId: id, usedIn, tab: 'reply', lang, network: isOne ? network : '', values: {} }
}
