import type { CheckedSample, NearlySample, QueryCheck, SourceSampleView, TopicView } from '#api/contract/shapes.ts'
import { samples, topics } from './listening.ts'
import { day, inMinutes } from './moments.ts'
import { spansOf } from './rows.ts'

/** With something of every colour, and finer than a sentence can say. */
export const finerQuery = [
  '(zilvermeeuw OR "silver gull" OR =ZM OR @zilvermeeuw)',
  '(koffer* OR #bagage OR vlucht NEAR/5 (laat OR geannuleerd))',
  'NOT (vogel OR nest) lang:(nl OR en)',
  '<<< de luchtvaartmaatschappij, niet de vogel >>>',
].join('\n')

/** Every word of it must be there. */
export const strictQuery = 'zilvermeeuw koffer* lang:nl <<< niet de vogel >>>'

const said = [
  'Al 2,5 uur bij band 14, koffer nergens. Wat nu, Zilvermeeuw?',
  'Stille vlucht, en de koffers stonden al klaar. Zilvermeeuw doet het weer.',
  'Koffertje met een zilvermeeuw erop gevonden op de pier, van wie is dat?',
]

function checkedWith(query: string, clauses: readonly string[]): CheckedSample[] {
  const places = clauses.map((clause): [number, number] => [
    query.indexOf(clause),
    query.indexOf(clause) + clause.length,
  ])
  const without = query.includes('koffer* OR ') && {
    query: query.replace('koffer* OR ', ''),
    cuts: places.filter((_, i) => clauses[i] === 'koffer*'),
  }
  return samples.map((sample, i) => {
    const text = said[i] ?? sample.text
    return {
      ...sample,
      text,
      spans: spansOf(text, /zilvermeeuw|koffer\w*/giu),
      clauses: places,
      without: without || null,
    }
  })
}

const partOf = (part: string): [number, number] => {
  const start = finerQuery.indexOf(part)
  return [start, start + part.length]
}

const nearly: NearlySample[] = samples.slice(0, 3).map((one, n) => ({
  ...one,
  nativeId: `near-${n}`,
  nearly: [
    { kind: 'otherwise' as const, at: partOf('koffer*') },
    { kind: 'excluded' as const, at: partOf('vogel') },
    { kind: 'missing' as const, at: partOf('(koffer* OR #bagage)') },
  ][n] ?? { kind: 'missing', at: [0, 1] },
}))

export const sampledSources: SourceSampleView[] = [
  {
    network: 'bluesky',
    name: 'Bluesky, heel de wereld',
    isSearched: true,
    why: null,
    matched: 14,
    of: 61,
    since: inMinutes(-7 * day),
    perDay: 2,
    sample: checkedWith(finerQuery, ['zilvermeeuw', 'koffer*', 'lang:(nl OR en)']).slice(0, 2),
    nearly: [],
  },
  {
    network: 'mastodon',
    name: 'Mastodon: #zilvermeeuw',
    isSearched: true,
    why: { en: 'Mastodon shows the past of hashtags only.', nl: 'Mastodon toont alleen het verleden van hashtags.' },
    matched: 0,
    of: 3,
    since: inMinutes(-7 * day),
    perDay: 0,
    sample: [],
    nearly: nearly.slice(0, 1),
  },
  {
    network: 'forum',
    name: 'Tweakers',
    isSearched: false,
    why: { en: 'Tweakers cannot search the past.', nl: 'Tweakers kan het verleden niet doorzoeken.' },
    matched: 0,
    of: 0,
    since: null,
    perDay: null,
    sample: [],
    nearly: [],
  },
]

export const checkedQuery: QueryCheck = {
  isValid: true,
  errors: [],
  warnings: [],
  says: {
    en: 'messages with *zilvermeeuw*, *silver gull*, *ZM* or *@zilvermeeuw*, and with *koffer…* or *#bagage*, but not *vogel* or *nest*, in Dutch or English',
    nl: 'berichten met *zilvermeeuw*, *silver gull*, *ZM* of *@zilvermeeuw*, en met *koffer…* of *#bagage*, maar niet *vogel* of *nest*, in het Nederlands of Engels',
  },
  parts: null,
  sample: checkedWith(finerQuery, ['zilvermeeuw', 'koffer*', 'lang:(nl OR en)']),
  matched: 64,
  of: 1_204,
  since: inMinutes(-7 * day),
  perDay: { expected: 9.1, low: 7, high: 11.7 },
  days: [6, 9, 14, 8, 7, 12, 8],
  bySource: [
    { name: 'Bluesky, heel de wereld', matched: 51, of: 904 },
    { name: 'Tweakers', matched: 13, of: 212 },
    { name: 'Mastodon: #zilvermeeuw', matched: 0, of: 88 },
  ],
  nearly,
  cost: { perThousand: 4, words: [{ text: 'zm', perThousand: 3 }] },
}

export const strictCheck: QueryCheck = {
  ...checkedQuery,
  says: {
    en: 'messages with *zilvermeeuw* and with *koffer…*, in Dutch',
    nl: 'berichten met *zilvermeeuw* en met *koffer…*, in het Nederlands',
  },
  sample: checkedWith(strictQuery, ['zilvermeeuw', 'koffer*', 'lang:nl']),
}

export const nothingKept: QueryCheck = {
  ...checkedQuery,
  sample: [],
  matched: 0,
  of: 0,
  since: null,
  perDay: null,
  days: [],
  bySource: [],
  nearly: [],
}

export const wrongCheck: QueryCheck = {
  ...nothingKept,
  isValid: false,
  says: null,
  errors: [
    {
      code: 'E_PAREN',
      start: 16,
      end: 17,
      words: { en: 'This bracket is never closed.', nl: 'Dit haakje wordt nergens gesloten.' },
      suggestion: 'zilvermeeuw AND (vertraging OR koffer)',
    },
  ],
}

/** The searches of the house, the first with this query. */
export function searchesWith(query: string): TopicView[] {
  return topics.map((topic, i) => (i === 0 ? { ...topic, query } : topic))
}
