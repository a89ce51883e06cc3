import { z } from 'zod'
import { effectOutcomes, spreadChanges, toneChanges } from '#domain/answer-effect.ts'
import { sentiments } from '#domain/assessment.ts'
import { policyStrategies } from '#domain/policy.ts'
import { at, id, personShape, type Wire } from './basic-shapes.ts'

const seenAs = z.enum(['thanked', 'complained', 'replied', 'elsewhere'])
const tone = z.object({ mentionId: z.string(), class: z.enum(sentiments).exclude(['unsure']), p: z.number() })

/** What was seen after an answer of ours, and by no means because of it. */
export const effectShape = z.object({
  /** What says most of all that was seen; `waiting` while the window is open and nothing was. */
  outcome: z.enum(effectOutcomes),
  sentAt: at,
  /** What happens until then counts as after it. */
  untilAt: at,
  lookedAt: at.nullable(),
  isSettled: z.boolean(),
  deletedAt: at.nullable(),
  editedAt: at.nullable(),
  /** Their tone before and after; null where one of both is not known. `unclear`: not sure enough to compare. */
  tone: z.object({ before: tone, after: tone, change: z.enum(toneChanges), p: z.number() }).nullable(),
  /** Messages of others in the thread, in the hours before and after; null where too little was said. */
  spread: z
    .object({
      before: z.int(),
      after: z.int(),
      hoursBefore: z.number(),
      hoursAfter: z.number(),
      change: z.enum(spreadChanges),
    })
    .nullable(),
  /** What they said after it, the oldest first, in this conversation and in others. */
  messages: z.array(z.object({ id, conversationId: id, key: z.string(), at, text: z.string(), as: z.array(seenAs) })),
})

export const effectCountsShape = z.object({
  answers: z.int(),
  /** Of how many the window is over: only these can be compared. */
  settled: z.int(),
  outcomes: z.partialRecord(z.enum(effectOutcomes), z.int()),
  better: z.int(),
  same: z.int(),
  worse: z.int(),
})

export const effectMeasureShape = effectCountsShape.extend({
  /** The first day of the period. */
  from: z.string(),
  department: personShape.nullable(),
  network: z.string(),
  /** As the policy advised when we answered. */
  strategy: z.enum(policyStrategies).nullable(),
})

export type EffectView = Wire<z.infer<typeof effectShape>>
export type EffectCountsView = Wire<z.infer<typeof effectCountsShape>>
