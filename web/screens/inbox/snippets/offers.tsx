import { useLingui } from '@lingui/react/macro'
import { useEffect, useId, useState } from 'react'
import { nextSlot, type Slot } from '#domain/slots.ts'
import { announce } from '#web/parts/toast.tsx'
import type { BegunOffer } from './begun-offer.ts'
import { OfferList } from './offer-list.tsx'
import type { OfferField } from './sign-tools.tsx'
import { noteSnippet } from './snippets-used.ts'
import { useFieldKeys } from './use-field-keys.ts'
import { type Offer, type OfferPlace, useOffers } from './use-offers.ts'

type Props = {
  place: OfferPlace
  composer: OfferField
  begun: BegunOffer
  side?: 'above' | 'below'
  /** Those that somebody has to fill in; the others fill themselves. */
  isOpen?: (slot: Slot) => boolean
}

const all = () => true

/** What fits the words behind the sign: arrows point, Enter writes it into the field. */
export function Offers({ place, composer, begun, side = 'above', isOpen = all }: Props) {
  const { t } = useLingui()
  const { text, field } = composer
  const listId = useId()
  const [at, setAt] = useState(0)
  const { offersFor, isLoading, error, isEmpty } = useOffers(place)
  const offers = offersFor(begun)
  const pointed = Math.min(at, Math.max(0, offers.length - 1))
  const choose = (offer: Offer) => {
    const box = field.current
    if (!box) return
    const to = box.selectionStart
    box.focus()
    box.setSelectionRange(begun.at, to)
    // As if it were typed, so that the browser's own undo takes it back.
    if (!document.execCommand('insertText', false, offer.text))
      composer.change(text.slice(0, begun.at) + offer.text + text.slice(to))
    if (offer.use) noteSnippet(place.usedIn, offer.use)
    setAt(0)
    requestAnimationFrame(() => {
      const slot = nextSlot(box.value, begun.at, { isOpen })
      const end = begun.at + offer.text.length
      if (slot && slot.span[0] < end) box.setSelectionRange(...slot.span)
      if (slot) announce(t`To be filled in: ${slot.name}. Tab goes on.`)
    })
  }
  useFieldKeys(composer, ({ key, shiftKey }) => {
    if (offers.length === 0) return false
    const move = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (move !== 0) setAt((pointed + move + offers.length) % offers.length)
    const offer = key === 'Enter' && !shiftKey ? offers[pointed] : undefined
    if (offer) choose(offer)
    return move !== 0 || offer !== undefined
  })
  useEffect(() => {
    const box = field.current
    if (!box) return
    box.setAttribute('aria-controls', listId)
    if (offers.length > 0) box.setAttribute('aria-activedescendant', `${listId}-${pointed}`)
    return () => {
      box.removeAttribute('aria-controls')
      box.removeAttribute('aria-activedescendant')
    }
  })
  return (
    <OfferList
      id={listId}
      kind={begun.kind}
      offers={offers}
      pointed={pointed}
      isLoading={isLoading}
      error={error}
      isNone={isEmpty[begun.kind]}
      onChoose={choose}
      side={side}
    />
  )
}
