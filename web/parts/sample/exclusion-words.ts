import type { Span } from '#domain/span.ts'

const offeredMax = 4
const lengthMin = 4

/** Common words say nothing about what a message is about. Only those long enough to pass the length test. */
const common = new Set(
  (
    'twee drie vier vijf deze door echt even gaan gaat geen heb hebben heeft hele hier jullie kunnen maar maken meer mensen moet naar niet nog ' +
    'onze over toch vandaag veel voor waar waren weer welke wordt worden zelf zijn zoals vanochtend gisteren morgen altijd ' +
    'three four five about after again been before being could does down from have here into just like more most much only other over ' +
    'really said same should some than that their them then there these they this today under very want were what when ' +
    'where which while will with would your'
  ).split(' '),
)

type Struck = { text: string; spans: readonly Span[] }

/**
 * Words that would keep a wrong message out: in it, near the name, and in none of the messages that are right.
 * Best first, at most four.
 */
export function exclusionWords(struck: Struck, rightTexts: readonly string[], names: readonly string[]): string[] {
  const right = rightTexts.join('\n').toLowerCase()
  const folded = names.map((name) => name.replace(/^[#@]/u, '').toLowerCase())
  const places = wordsOf(struck.text).filter(
    ({ word }) =>
      word.length >= lengthMin &&
      !common.has(word) &&
      !folded.some((name) => name.includes(word) || word.includes(name)) &&
      !right.includes(word),
  )
  const nearest = new Map<string, number>()
  for (const { word, at } of places) {
    const distance = Math.min(
      ...struck.spans.map(([start, end]) => (at < start ? start - at : at - end)),
      struck.text.length,
    )
    nearest.set(word, Math.min(nearest.get(word) ?? Number.POSITIVE_INFINITY, distance))
  }
  return [...nearest]
    .sort((a, b) => a[1] - b[1])
    .slice(0, offeredMax)
    .map(([word]) => word)
}

const segmenter = new Intl.Segmenter('nl', { granularity: 'word' })

function wordsOf(text: string): { word: string; at: number }[] {
  // Addresses are blanked, not removed: the places of the other words must stay.
  const bare = text.replace(/https?:\/\/\S+/gu, (link) => ' '.repeat(link.length))
  return [...segmenter.segment(bare)]
    .filter((piece) => piece.isWordLike && !/^\d/u.test(piece.segment))
    .map((piece) => ({ word: piece.segment.toLowerCase(), at: piece.index }))
}
