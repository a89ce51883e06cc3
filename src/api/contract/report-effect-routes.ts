import { z } from 'zod'
import { policyStrategies } from '#domain/policy.ts'
import { id, type Wire } from './basic-shapes.ts'
import { measureShape } from './report-shapes.ts'
import type { Route } from './route.ts'

/** As shares from -1 to 1: how much more often, in those who were answered and in those alike who were not. */
const effectMeasure = measureShape.extend({ answered: z.number().nullable(), without: z.number().nullable() })

export const answerEffectShape = z.object({
  windowHours: z.int(),
  messages: z.int(),
  /** There were more messages than are compared: these are the newest. */
  isCut: z.boolean(),
  /** Answers whose window is over; to how many somebody alike was found; and how many those stand for. */
  answers: z.int(),
  matched: z.int(),
  others: z.int(),
  outcomes: z.object({
    tone: effectMeasure,
    wroteAgain: effectMeasure,
    thanked: effectMeasure,
    deleted: effectMeasure,
  }),
  cells: z.array(z.object({ strategy: z.enum(policyStrategies), network: z.string(), tone: effectMeasure })),
  /** How far both sides are apart, in standard deviations, before and after matching. */
  balance: z.array(
    z.object({
      trait: z.enum(['anger', 'score', 'followers', 'urgency', 'question', 'complaint', 'earlier']),
      ...{ before: z.number(), after: z.number() },
    }),
  ),
  /** How many times as likely something unknown would have to make both, to explain all of it, or its nearer end. */
  hidden: z.object({ all: z.number(), bound: z.number() }).nullable(),
})
export type AnswerEffectView = Wire<z.infer<typeof answerEffectShape>>

export const reportEffectRoutes = {
  'GET /api/reports/effect': {
    who: 'member',
    says: 'What answering did to what people did next: each answer held against somebody alike who at the same moment still waited, with what is assumed and how far both sides differ. By strategy and network too.',
    query: z.object({
      ...{ from: z.iso.date(), to: z.iso.date() },
      ...{ network: z.string().max(40).optional(), departmentId: id.optional() },
    }),
    answer: answerEffectShape,
  },
} as const satisfies Record<string, Route>
