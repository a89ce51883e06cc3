export type OfferKind = 'snippet' | 'fact'
/** What is being looked for right before the caret: where its sign stands, and the words typed behind it. */
export type BegunOffer = { kind: OfferKind; at: number; words: string }

const begun = /(?:^|[\s(])(?<sign>[;#])(?<words>[^\n;#]{0,40})$/u

/** A semicolon behind a word ends a clause, and one before a space begins nothing. */
export function begunOffer(text: string, caret: number, tab: 'reply' | 'note'): BegunOffer | undefined {
  const found = begun.exec(text.slice(0, caret))?.groups
  const { sign, words = '' } = found ?? {}
  if (sign === undefined || words.startsWith(' ')) return undefined
  // Snippets are for the public.
  if (sign === ';' && tab === 'note') return undefined
  return { kind: sign === ';' ? 'snippet' : 'fact', at: caret - words.length - 1, words }
}

const offeredMost = 8

/** The suggested ones first, in their order; each word that was typed must stand somewhere in it. */
export function fittingOffers<One extends { id: string }>(
  all: readonly One[],
  { words, suggested, textOf }: { words: string; suggested: readonly string[]; textOf: (one: One) => string },
): One[] {
  const sought = fold(words).split(/\s+/u).filter(Boolean)
  const place = (id: string) => (suggested.includes(id) ? suggested.indexOf(id) : suggested.length)
  return all
    .filter((one) => {
      const text = fold(textOf(one))
      return sought.every((word) => text.includes(word))
    })
    .toSorted((a, b) => place(a.id) - place(b.id))
    .slice(0, offeredMost)
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
