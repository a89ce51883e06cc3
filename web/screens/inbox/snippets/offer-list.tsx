import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { langAttribute } from '#web/screens/inbox/words.ts'
import type { OfferKind } from './begun-offer.ts'
import type { Offer } from './use-offers.ts'

type Props = {
  id: string
  kind: OfferKind
  offers: readonly Offer[]
  pointed: number
  isLoading: boolean
  error: unknown
  /** There are none at all. */
  isNone: boolean
  onChoose: (offer: Offer) => void
  side: 'above' | 'below'
}

/** Beside the field, which keeps the focus: arrows point, Enter writes, Escape waves it away. */
export function OfferList({ id, kind, offers, pointed, isLoading, error, isNone, onChoose, side }: Props) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const isSnippet = kind === 'snippet'
  return (
    <div
      className={clsx(
        'absolute inset-x-0 z-20 max-h-[44vh] overflow-y-auto rounded-lg border border-line-strong bg-raised p-1 shadow-3',
        side === 'above' ? 'bottom-full mb-1' : 'top-full mt-1',
      )}
    >
      {offers.length === 0 && (
        <p role="status" className="px-2.5 py-2 text-ui text-ink-2">
          {isLoading ? (
            t`On their way…`
          ) : error ? (
            wordsOf(error)
          ) : !isNone ? (
            t`None has these words. Escape closes this.`
          ) : isSnippet ? (
            <Link
              to="/settings/snippets"
              className="text-sea hover:underline"
            >{t`No snippets yet. Write the first.`}</Link>
          ) : (
            <Link
              to="/settings/knowledge"
              className="text-sea hover:underline"
            >{t`No facts yet. Write the first.`}</Link>
          )}
        </p>
      )}
      <div id={id} role="listbox" aria-label={isSnippet ? t`Snippets` : t`Facts`}>
        {offers.map((offer, at) => (
          <div
            key={offer.id}
            id={`${id}-${at}`}
            ref={at === pointed ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={at === pointed}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(offer)}
            onKeyDown={(event) => event.key === 'Enter' && onChoose(offer)}
            className={clsx(
              'cursor-pointer rounded-md px-2.5 py-1.5',
              at === pointed ? 'bg-sunken' : 'hover:bg-sunken',
            )}
          >
            <p lang={isSnippet ? undefined : langAttribute(offer.lang)} className="text-ui font-semibold break-words">
              {offer.name}
            </p>
            {isSnippet && (
              <p lang={langAttribute(offer.lang)} className="line-clamp-2 text-ui break-words text-ink-2">
                {offer.text}
              </p>
            )}
            {offer.says.length > 0 && <p className="text-meta break-words text-ink-3">{offer.says.join(' · ')}</p>}
          </div>
        ))}
      </div>
    </div>
  )
}
