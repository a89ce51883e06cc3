import { z } from 'zod'
import { policyStrategies } from '#domain/policy.ts'
import { id, type Wire } from './basic-shapes.ts'

const day = z.iso.date()

/** A figure with its doubt: the truth lies between `low` and `high` in 95 of 100 such cases; `sample` is on how many it rests. Null where there is nothing to say. */
export const measureShape = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  sample: z.int(),
  /** Not to be leaned on: fewer than thirty. */
  isTooFew: z.boolean(),
})
export type MeasureView = Wire<z.infer<typeof measureShape>>
const both = z.object({ now: measureShape, before: measureShape })
const tones = { negative: z.int(), neutral: z.int(), mixed: z.int(), positive: z.int(), unsure: z.int() }

const waitFigures = z.object({
  answerRate: measureShape,
  within: measureShape,
  /** Minutes from publication to the first answer: of half of them, and of nine in ten. */
  median: measureShape,
  mostWait: measureShape,
  medianHeard: measureShape,
  mostWaitHeard: measureShape,
  evening: measureShape,
  silent: z.int(),
})

export const reputationShape = z.object({
  period: z.object({
    ...{ from: day, to: day, days: z.int(), zone: z.string() },
    before: z.object({ from: day, to: day }),
  }),
  isCounting: z.boolean(),
  score: measureShape,
  scoreBefore: measureShape,
  /** Null where one of the two times has too few to compare. */
  change: z.object({ points: z.number(), low: z.number(), high: z.number(), isClear: z.boolean() }).nullable(),
  /** The score of a day is that of the week up to it. */
  days: z.array(z.object({ at: day, ...tones, noise: z.int(), score: measureShape, before: z.number().nullable() })),
  messages: both,
  reach: both,
  waits: waitFigures,
  waitsBefore: waitFigures,
  milder: both,
  promotion: measureShape,
  initiative: measureShape,
  topics: z.array(
    z.object({
      ...{ id, name: z.string(), messages: z.int(), before: z.int(), tones: z.object(tones) },
      ...{ net: z.number().nullable(), points: z.number(), days: z.array(z.int()), networks: z.array(z.string()) },
    }),
  ),
  voices: z.array(
    z.object({
      ...{ id, name: z.string(), isOurs: z.boolean(), messages: z.int() },
      ...{ share: measureShape, before: measureShape, net: z.number().nullable() },
    }),
  ),
  speed: z.array(z.object({ weekday: z.int().min(0).max(6), hour: z.int().min(0).max(23), median: measureShape })),
  lines: z.array(
    z.object({
      cut: z.enum(['department', 'source', 'network', 'band']),
      ...{ id: z.string(), name: z.string().nullable() },
      ...{ answerRate: measureShape, median: measureShape, within: measureShape },
    }),
  ),
  works: z.array(z.object({ strategy: z.enum(policyStrategies), network: z.string(), better: measureShape })),
  silences: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
})
export type ReputationView = Wire<z.infer<typeof reputationShape>>

export const reportTones = ['negative', 'neutral', 'mixed', 'positive', 'unsure'] as const
export const reportMessageShape = z.object({
  id,
  conversationId: id,
  number: z.int(),
  network: z.string(),
  at: z.date().meta({ type: 'string', format: 'date-time' }),
  author: z.string(),
  /** The first words; empty where it was erased. */
  text: z.string(),
  tone: z.enum(reportTones),
})
export type ReportMessageView = Wire<z.infer<typeof reportMessageShape>>
