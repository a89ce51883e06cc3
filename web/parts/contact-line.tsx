import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import type { Contact } from '#api/contract/shapes.ts'
import { Initials } from './avatar.tsx'
import { SentimentGlyph } from './bits.tsx'
import { useFmt } from './fmt.ts'
import { Net } from './network.tsx'

/** How a conversation began and how it ended: two shapes; one where nothing changed hands. */
export function ToneWay({ contact, size = 9 }: { contact: Contact; size?: number }) {
  const { firstSentiment, sentiment, messageCount } = contact
  const hasEnd = messageCount > 1 || firstSentiment !== sentiment
  return (
    <span className="flex items-center justify-center gap-0.5">
      <SentimentGlyph sentiment={firstSentiment} size={size} />
      {hasEnd && <SentimentGlyph sentiment={sentiment} size={size} />}
    </span>
  )
}

/** What became of it, in two or three words. */
export function useContactEnd(): (contact: Contact) => string {
  const { t } = useLingui()
  return ({ state, isAnswered, silence }) => {
    switch (state) {
      case 'open':
        return isAnswered ? t`open, answered` : t`open`
      case 'waiting':
        return t`waits`
      case 'merged':
        return t`merged`
      case 'done':
        // By decision, whatever we said to what they wrote before.
        if (silence) return t`deliberately not answered: ${silence}`
        return isAnswered ? t`answered` : t`no answer given`
      case 'noise':
        return t`noise`
    }
  }
}

/** Inside a list item that draws the line to the next one. */
export function ContactLine({ contact, isLast }: { contact: Contact; isLast: boolean }) {
  const fmt = useFmt()
  const endOf = useContactEnd()
  const { owner, latestAt, title } = contact
  return (
    <span className={clsx('relative grid grid-cols-[26px_minmax(0,1fr)_auto] items-start gap-x-2', !isLast && 'pb-3')}>
      {!isLast && <span className="absolute top-5 bottom-0 left-[12.5px] w-px bg-line-strong" />}
      <span className="mt-1 grid h-3.5 place-items-center">
        <ToneWay contact={contact} />
      </span>
      <span className="min-w-0">
        <span className="block truncate text-ui font-semibold group-hover/contact:underline">{title}</span>
        <span className="flex items-center gap-1 text-meta text-ink-3">
          <Net id={contact.network} size={10} />
          <span className="truncate">
            {fmt.day(new Date(latestAt))} · {endOf(contact)}
          </span>
        </span>
      </span>
      {owner ? <Initials name={owner.name} size={18} className="mt-1" /> : <span />}
    </span>
  )
}
