import type { CheckedSample, QueryCheck, TopicView } from '#api/contract/shapes.ts'
import { samples, topics } from './listening.ts'
import { day, inMinutes } from './moments.ts'

/** With something of every colour, and finer than a sentence can say. */
export const finerQuery = [
  '(zilvermeeuw OR "silver gull" OR =ZM OR @zilvermeeuw)',
  '(koffer* OR #bagage OR vlucht NEAR/5 (laat OR geannuleerd))',
  'NOT (vogel OR nest) lang:(nl OR en)',
  '<<< de luchtvaartmaatschappij, niet de vogel >>>',
].join('\n')

const checkedSamples = samples.map((sample, i): CheckedSample => {
  const clauses = ['zilvermeeuw', i === 0 ? '@zilvermeeuw' : 'koffer*'].map((clause): [number, number] => {
    const at = finerQuery.indexOf(clause)
    return [at, at + clause.length]
  })
  return {
    ...sample,
    clauses,
    without: i === 0 ? { query: finerQuery.replace('zilvermeeuw OR "', '"'), cuts: clauses.slice(0, 1) } : null,
  }
})

export const checkedQuery: QueryCheck = {
  isValid: true,
  errors: [],
  warnings: [],
  says: {
    en: 'messages with *zilvermeeuw*, *silver gull*, *ZM* or *@zilvermeeuw*, and with *koffer…* or *#bagage*, but not *vogel* or *nest*, in Dutch or English',
    nl: 'berichten met *zilvermeeuw*, *silver gull*, *ZM* of *@zilvermeeuw*, en met *koffer…* of *#bagage*, maar niet *vogel* of *nest*, in het Nederlands of Engels',
  },
  parts: null,
  sample: checkedSamples,
  matched: 64,
  of: 1_204,
  since: inMinutes(-7 * day),
  perDay: { expected: 9.1, low: 7, high: 11.7 },
}

export const nothingKept: QueryCheck = {
  ...checkedQuery,
  sample: [],
  matched: 0,
  of: 0,
  since: null,
  perDay: null,
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

/** The searches of the house, the first with the finer query. */
export const searches: TopicView[] = topics.map((topic, i) => (i === 0 ? { ...topic, query: finerQuery } : topic))
