import type {
  ConversationRumourView,
  ListedRumourView,
  RumourTrialView,
  RumourView,
} from '#api/contract/rumour-shapes.ts'
import { day, hour, inMinutes } from './moments.ts'
import { noor, sanne } from './people.ts'

const rumour = (id: string, title: string, more: Partial<ListedRumourView> = {}): ListedRumourView => ({
  ...{ id, title, truth: 'untrue', state: 'watched', owner: { id: sanne.id, name: sanne.name } },
  ...{ told: 41, toldToday: 17, denied: 3, toJudge: 2, authors: 36, answer: 'approved' },
  ...{ days: [0, 0, 0, 0, 0, 0, 1, 0, 2, 4, 3, 6, 8, 17], lookFrom: inMinutes(-30 * day), lookedTo: inMinutes(-2) },
  changedAt: inMinutes(-3 * hour),
  ...more,
})
const suitcases = rumour('suitcases', 'Zilvermeeuw verkoopt koffers die zoek zijn door aan een veilinghuis')

export const rumoursKnown: ListedRumourView[] = [
  suitcases,
  rumour('strike', 'In de herfstvakantie vliegt er niemand, want de bemanning gaat staken', {
    ...{ truth: 'unknown', told: 9, toldToday: 2, authors: 9, toJudge: 0, answer: 'none' },
    days: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 2],
  }),
  rumour('dogs', 'Honden mogen niet meer mee in de cabine', {
    ...{ truth: 'partly', told: 23, toldToday: 0, authors: 20, toJudge: 0, answer: 'waits' },
    days: [6, 4, 3, 2, 2, 1, 1, 0, 0, 1, 0, 0, 1, 0],
  }),
  rumour('bankrupt', 'Zilvermeeuw gaat failliet', {
    ...{
      state: 'closed',
      told: 120,
      toldToday: 0,
      authors: 104,
      toJudge: 0,
      days: Array.from({ length: 14 }, () => 0),
    },
  }),
]

const message = (id: string, author: string, text: string, more: Partial<RumourView['messages'][number]> = {}) => ({
  ...{ mentionId: id, conversationId: id, number: 4000 + id.length, network: 'bluesky', author, text },
  ...{ publishedAt: inMinutes(-id.length * 20), says: 'tells' as const, verdict: 'found' as const },
  because: ['koffers', 'veiling', 'Zilvermeeuw'],
  ...more,
})

export const rumourKnown: RumourView = {
  ...suitcases,
  wordings: [
    { lang: 'nl', text: 'Zilvermeeuw verkoopt verloren koffers gewoon door op de veiling' },
    { lang: 'nl', text: 'je koffer is niet zoek, die staat bij een veilinghuis in Aalsmeer. lekker zilvermeeuw' },
  ],
  marks: {
    all: [['zilvermeeuw'], ['koffer', 'koffers', 'bagage'], ['veiling*', 'doorverkocht', 'verkoopt door', 'opkoper']],
    none: ['vuurwerkveiling'],
  },
  sources: [
    { text: 'Afspraken met het bagagedepot, artikel 7', url: 'https://zilvermeeuw.example/bagagedepot' },
    { text: 'Ingrid van Bagage, aan de telefoon', url: null },
  ],
  topicIds: [],
  revision: 3,
  answers: [
    {
      ...{ number: 2, by: { id: sanne.id, name: sanne.name }, at: inMinutes(-40), approvedBy: null, approvedAt: null },
      statements: [
        {
          lang: 'nl',
          text: 'We verkopen geen koffers. Wat na drie maanden van niemand is, gaat naar het Leger des Heils.',
        },
      ],
    },
    {
      ...{ number: 1, by: { id: sanne.id, name: sanne.name }, at: inMinutes(-6 * hour) },
      ...{ approvedBy: { id: noor.id, name: noor.name }, approvedAt: inMinutes(-5 * hour) },
      statements: [
        {
          lang: 'nl',
          text: 'We begrijpen dat dit je boos maakt. Het klopt niet: koffers die zoek zijn verkopen we niet.',
        },
        { lang: 'en', text: 'We see why this makes you angry. It is not so: we do not sell suitcases that are lost.' },
      ],
    },
  ],
  messages: [
    message('kayleigh', 'Kayleigh Vos', 'mijn bagage stond gewoon op een veiling??? wat doet @zilvermeeuw', {
      verdict: 'maybe',
    }),
    message('dirk-jan', 'Dirk-Jan Mulder', 'Klopt het dat Zilvermeeuw koffers aan een veilinghuis verkoopt?', {
      says: 'asks',
    }),
    message('yusuf', 'Yusuf', 'Zilvermeeuw verkoopt verloren koffers door op de veiling. Niet te geloven.'),
    message('petra-van-aalst', 'Petra van Aalst', 'Onzin, die koffers van Zilvermeeuw gaan niet naar een veiling.', {
      says: 'denies',
    }),
    message('emoji', '🧳🧳🧳', 'Op de veiling een koffer gekocht met een Zilvermeeuw-label 😂', { verdict: 'refused' }),
  ],
}
export const freshRumour: RumourView = {
  ...rumourKnown,
  ...{ told: 0, toldToday: 0, denied: 0, authors: 0, toJudge: 0, answer: 'none', truth: 'unknown' },
  ...{ days: rumourKnown.days.map(() => 0), answers: [], messages: [], lookedTo: inMinutes(-12 * day) },
}
export const rumourTried: RumourTrialView = {
  ...{ asked: 1_843, found: 41, denied: 3, maybe: 2, unknownWordings: [1] },
  examples: rumourKnown.messages
    .slice(0, 4)
    .map(({ text, says, because }) => ({ text, says, verdict: 'found' as const, because })),
}
export const rumourTold: ConversationRumourView = {
  ...{ id: 'suitcases', title: suitcases.title, truth: 'untrue', says: 'asks', verdict: 'found', mentionId: 'yusuf' },
  ...{ answer: { number: 1, statements: rumourKnown.answers[1]?.statements ?? [] }, told: 41 },
}
