import type { AnswerEffectView } from '#api/contract/report-effect-routes.ts'

type EffectMeasure = AnswerEffectView['outcomes']['tone']

function compared(value: number, given: { reach: number; sample: number; answered?: number }): EffectMeasure {
  const { reach, sample, answered = 0.31 } = given
  return {
    ...{ value, low: value - reach, high: value + reach, sample, isTooFew: sample < 30 },
    ...{ answered, without: answered - value },
  }
}
const none = (sample: number): EffectMeasure => ({
  ...{ value: null, low: null, high: null, sample, isTooFew: true, answered: null, without: null },
})

const networks = ['bluesky', 'mastodon', 'rss']
const strategies = ['apologise', 'explain', 'empathise', 'correct'] as const
const points = [
  [0.24, 0.17, 0.11],
  [0.12, 0.08, 0.02],
  [0.03, -0.06, null],
  [-0.08, 0.05, null],
]
const samples = [
  [212, 164, 21],
  [188, 143, 36],
  [127, 52, 6],
  [61, 17, 0],
]

/** What four weeks of answers did at an airline. */
export const effectOf: AnswerEffectView = {
  ...{ windowHours: 48, messages: 3_904, isCut: false, answers: 2_604, matched: 2_117, others: 431 },
  outcomes: {
    tone: compared(0.14, { reach: 0.05, sample: 431 }),
    wroteAgain: compared(0.09, { reach: 0.06, sample: 431, answered: 0.52 }),
    thanked: compared(0.12, { reach: 0.03, sample: 431, answered: 0.14 }),
    deleted: compared(-0.01, { reach: 0.02, sample: 431, answered: 0.02 }),
  },
  cells: strategies.flatMap((strategy, i) =>
    networks.flatMap((network, k) => {
      const [value, sample] = [points[i]?.[k] ?? null, samples[i]?.[k] ?? 0]
      if (sample === 0) return []
      return [{ strategy, network, tone: value === null ? none(sample) : compared(value, { reach: 0.09, sample }) }]
    }),
  ),
  balance: [
    { trait: 'anger', before: 0.62, after: 0.06 },
    { trait: 'score', before: -0.58, after: -0.04 },
    { trait: 'followers', before: 0.31, after: 0.08 },
    { trait: 'urgency', before: 0.55, after: 0.05 },
    { trait: 'question', before: 0.17, after: 0.02 },
    { trait: 'complaint', before: 0.41, after: 0.03 },
    { trait: 'earlier', before: -0.12, after: 0.01 },
  ],
  hidden: { all: 1.9, bound: 1.6 },
}

/** A week in which hardly anybody waited. */
export const fewCompared: AnswerEffectView = {
  ...effectOf,
  ...{ messages: 9, answers: 6, matched: 4, others: 3, hidden: null, cells: [] },
  outcomes: { tone: none(3), wroteAgain: none(3), thanked: none(3), deleted: none(3) },
}
