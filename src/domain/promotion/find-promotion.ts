import type { Span } from '#domain/span.ts'
import { type Link, leadsTo, linksIn } from './links-in.ts'
import { placesOf } from './phrases.ts'
import type { PromotionSettings } from './promotion-settings.ts'
import { asksForIt, calls, offers } from './promotion-words.ts'

export type Promotion = { kind: 'offer' | 'call' | 'own_link'; span: Span; found: string }

type Domains = Pick<PromotionSettings, 'ownDomains' | 'servicePages'>

/**
 * What in an answer promotes: an offer, a call to come and buy, a link to an address of ours that does not only help. To somebody who asked us, a
 * link is help; who asked for the offer itself is answered, not promoted to.
 */
export function findPromotion(
  text: string,
  { ownDomains, servicePages, isAsked, asks }: Domains & { isAsked: boolean; asks: string },
): Promotion[] {
  const words = [
    ...placesOf(text, offers).map((place): Promotion => ({ kind: 'offer', ...place })),
    ...placesOf(text, calls).map((place): Promotion => ({ kind: 'call', ...place })),
  ]
  if (isAsked && placesOf(asks, asksForIt).length > 0) return []
  const links = isAsked ? [] : linksIn(text).filter((link) => leadsTo(link, ownDomains) && !leadsTo(link, servicePages))
  return [...words, ...links.map(({ span, found }): Promotion => ({ kind: 'own_link', span, found }))].toSorted(
    (a, b) => a.span[0] - b.span[0],
  )
}

/** The links that are more than help. */
export function countedLinks(text: string, { servicePages }: Pick<Domains, 'servicePages'>): Link[] {
  return linksIn(text).filter((link) => !leadsTo(link, servicePages))
}
