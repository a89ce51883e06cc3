import { intents } from '#domain/assessment.ts'

/** What is learned: for each head the classes it tells apart. A head of one class says how likely that is. */
export const heads = {
  sentiment: ['negative', 'neutral', 'positive'],
  intent: intents.filter((intent) => intent !== 'unsure'),
  urgency: ['0', '1', '2', '3'],
  anger: ['angry'],
  sarcasm: ['sarcastic'],
} as const
export type Head = keyof typeof heads

export const headNames = Object.keys(heads) as Head[]

/** The intents that must not be missed: finding one counts more than being right about it. The gravest first. */
export const recallFirst = ['crisis', 'legal_threat'] as const
export type RecallFirst = (typeof recallFirst)[number]

/** Where the columns of each head stand in a row of weights. */
export const columnOf: Readonly<Record<Head, number>> = (() => {
  let next = 0
  const first: Partial<Record<Head, number>> = {}
  for (const head of headNames) {
    first[head] = next
    next += heads[head].length
  }
  return first as Record<Head, number>
})()

export const columnCount = headNames.reduce((sum, head) => sum + heads[head].length, 0)
