import type { Answer } from '#api/contract/contract.ts'
import { day, inMinutes } from './moments.ts'
import { noor } from './people.ts'

type Learned = Answer<'GET /api/learned'>
type Version = Learned['items'][number]
type Word = Version['words'][number]

const words = (head: Word['head'], name: string, list: readonly [string, number, number][]): Word[] =>
  list.map(([word, weight, posts]) => ({ head, class: name, word, weight, posts }))

const live: Version = {
  id: 'learned-2',
  lang: 'nl',
  nth: 2,
  version: '7c31f0aa',
  model: '5b0d21e4',
  state: 'live',
  corrections: 214,
  agreed: 402,
  figures: [
    {
      head: 'sentiment',
      corrections: 188,
      agreed: 402,
      before: 0.61,
      after: 0.72,
      testBefore: 0.735,
      testAfter: 0.738,
      isBetter: true,
    },
    {
      head: 'intent',
      corrections: 96,
      agreed: 402,
      before: 0.58,
      after: 0.64,
      testBefore: 0.699,
      testAfter: 0.691,
      isBetter: true,
    },
    {
      head: 'urgency',
      corrections: 31,
      agreed: 0,
      before: 0.55,
      after: 0.53,
      testBefore: 0.6,
      testAfter: 0.6,
      isBetter: false,
    },
  ],
  words: [
    ...words('sentiment', 'negative', [
      ['band', 0.42, 31],
      ['wisselen', 0.31, 9],
      ['omgeboekt', 0.28, 12],
    ]),
    ...words('sentiment', 'neutral', [['gate', 0.22, 40]]),
    ...words('sentiment', 'positive', [
      ['zweven', 0.51, 8],
      ['stil', 0.24, 6],
      ['😌', 0.2, 5],
    ]),
    ...words('intent', 'complaint', [
      ['band', 0.36, 24],
      ['koffer', 0.33, 41],
    ]),
    ...words('intent', 'question', [['handbagage', 0.44, 17]]),
  ],
  madeAt: inMinutes(-3 * day),
  rolledBackAt: null,
  rolledBackBy: null,
}

const english: Version = {
  ...live,
  id: 'learned-4',
  lang: 'en',
  nth: 1,
  version: '',
  state: 'refused',
  corrections: 24,
  agreed: 48,
  figures: [
    {
      head: 'sentiment',
      corrections: 24,
      agreed: 48,
      before: 0.66,
      after: 0.64,
      testBefore: 0.737,
      testAfter: 0.737,
      isBetter: false,
    },
  ],
  words: [],
  madeAt: inMinutes(-5 * day),
}

export const learned: Learned = {
  items: [
    live,
    english,
    {
      ...live,
      id: 'learned-1',
      nth: 1,
      version: '0d9e4b17',
      state: 'rolled_back',
      corrections: 61,
      agreed: 120,
      madeAt: inMinutes(-20 * day),
      rolledBackAt: inMinutes(-18 * day),
      rolledBackBy: noor.name,
    },
  ],
  next: null,
  progress: [
    { lang: 'nl', corrected: 226, fresh: 12, least: 20 },
    { lang: 'en', corrected: 24, fresh: 0, least: 20 },
  ],
}
