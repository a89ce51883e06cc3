import type { Answer } from '#api/contract/contract.ts'
import type { NoiseTaughtView, Row } from '#api/contract/shapes.ts'
import { inMinutes } from './moments.ts'
import { joost, marieke, noor } from './people.ts'

const flying = { id: 'flying', name: 'Zilvermeeuw' }
const by = { id: noor.id, name: noor.name }

/** What a morning of keys has taught. */
export const noiseTaught: NoiseTaughtView = {
  lessons: [
    {
      id: 'l1',
      isNoise: true,
      isByHand: false,
      conversation: { id: 'gull', key: 'WH-4193', title: 'Een zilvermeeuw jatte op het strand zo de' },
      topic: flying,
      author: { id: 'samuel', name: 'Samuel Okafor' },
      words: ['strand', 'patat', 'brutale', 'vogel'],
      by,
      at: inMinutes(-33),
    },
    {
      id: 'l2',
      isNoise: false,
      isByHand: false,
      conversation: { id: 'logo', key: 'WH-4101', title: 'Die vogel op de staart van jullie toestel' },
      topic: flying,
      author: { id: marieke.id, name: marieke.name },
      words: [],
      by: { id: joost.id, name: joost.name },
      at: inMinutes(-3_000),
    },
    {
      id: 'l3',
      isNoise: true,
      isByHand: true,
      conversation: null,
      topic: flying,
      author: null,
      words: ['broedplaats', 'ringen', 'strandvogel'],
      by,
      at: inMinutes(-9_000),
    },
  ],
  words: [{ topic: flying, given: ['broedplaats', 'ringen', 'strandvogel'], learned: ['strand', 'vogel'] }],
}

type Line = Answer<'GET /api/conversations/{id}/story'>['lines'][number]
const whys: readonly Pick<Line, 'how' | 'why'>[] = [
  { how: 'copy', why: { like: 0.94 } },
  { how: 'told', why: { terms: ['band', 'koffer', 'omroep'] } },
  { how: 'hand', why: {} },
]

/** The same morning at the same belt, told by others. */
export function storyOf(rows: readonly Row[]): Answer<'GET /api/conversations/{id}/story'> {
  const lines = whys.flatMap((reason, at): Line[] => {
    const row = rows[at]
    if (!row) return []
    const { id, key, title, state, network, latestAt, author, lang, excerpt } = row
    return [{ id: `told-${id}`, key, title, state, network, latestAt, author, lang, text: excerpt.text, ...reason }]
  })
  return { id: 'belt-14', title: 'Bij band 14', count: 15, lines }
}
