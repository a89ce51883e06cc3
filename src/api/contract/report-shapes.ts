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
      /** Minutes to the first answer of whoever asked about it. */
      median: measureShape,
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
      /** `time` is office hours or evening and weekend. */
      cut: z.enum(['department', 'source', 'network', 'band', 'weekday', 'hour', 'time']),
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

/** What stands behind a figure about waiting or answering. */
export const reportCaseShape = z.object({
  ...{ id, conversationId: id, number: z.int(), network: z.string() },
  at: z.date().meta({ type: 'string', format: 'date-time' }),
  /** Empty where somebody was forgotten. */
  author: z.string(),
  text: z.string(),
  /** Until the first answer; null where nobody answered, or where it is about something else. */
  minutes: z.int().nullable(),
})
export type ReportCaseView = Wire<z.infer<typeof reportCaseShape>>

export const topicReportShape = z.object({
  ...{ id, name: z.string(), period: reputationShape.shape.period, isCounting: z.boolean() },
  ...{ score: measureShape, scoreBefore: measureShape, points: z.number().nullable() },
  ...{ days: reputationShape.shape.days, messages: both, waits: waitFigures },
  networks: z.array(z.object({ network: z.string(), messages: z.int() })),
})
export type TopicReportView = Wire<z.infer<typeof topicReportShape>>

export const waitLineCuts = [
  'department',
  'source',
  'network',
  'band',
  'topic',
  'weekday',
  'hour',
  'time',
  'cell',
] as const
export const waitOutcomes = ['answered', 'silent', 'kept', 'broken'] as const
export const answerKinds = ['sent', 'compared', 'better', 'judged', 'promotional', 'unasked', 'silent'] as const
