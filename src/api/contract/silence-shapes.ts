import { z } from 'zod'
import { policyStrategies } from '#domain/policy.ts'
import {
  reviewDaysMax,
  silenceEnds,
  silenceIdPattern,
  silenceKinds,
  silenceNameMax,
  silenceNoteMax,
  silenceReasonsMax,
  silenceSaysMax,
} from '#domain/silence.ts'
import { at, id, personShape, type Wire } from './basic-shapes.ts'

export const silenceReasonShape = z.object({
  id: z.string().regex(silenceIdPattern),
  name: z.string().trim().min(1).max(silenceNameMax),
  /** When it fits, in one sentence. */
  says: z.string().trim().max(silenceSaysMax),
  /** Looked at again after so many days, unless whoever decides says otherwise; null never. */
  reviewDays: z.int().min(1).max(reviewDaysMax).nullable(),
  /** Refused without a moment to look again. */
  isReviewNeeded: z.boolean(),
  /** Offered first where the policy advises this and no answer. */
  strategy: z.enum(policyStrategies).nullable(),
  isRetired: z.boolean(),
})
export type SilenceReasonView = z.output<typeof silenceReasonShape>

export const silenceReasonsInput = z
  .array(silenceReasonShape)
  .max(silenceReasonsMax)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'Two reasons have the same id.')
  .refine((all) => all.some((one) => !one.isRetired), 'Keep at least one reason that can be chosen.')

/** What is said with a closing that nobody answered. */
export const silenceChoiceInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('elsewhere'), note: z.string().trim().max(silenceNoteMax).default('') }),
  z.object({
    kind: z.literal('silence'),
    reasonId: z.string().max(40),
    note: z.string().trim().max(silenceNoteMax).default(''),
    /** When it is looked at again; null never, which not every reason allows. */
    reviewAt: z.iso.datetime({ offset: true }).nullable().default(null),
    /** Who looks at it then; null is whoever decides. */
    ownerId: id.nullable().default(null),
  }),
])

export const silenceShape = z.object({
  id,
  kind: z.enum(silenceKinds),
  /** As it is called now, or was when it was decided; null where it was answered by another way. */
  reason: z.object({ id: z.string(), name: z.string() }).nullable(),
  note: z.string(),
  owner: personShape.nullable(),
  by: personShape.nullable(),
  at,
  reviewAt: at.nullable(),
  /** What the policy advised then. */
  advised: z.string().nullable(),
  endedAt: at.nullable(),
  endedBy: z.enum(silenceEnds).nullable(),
})
export type SilenceView = Wire<z.infer<typeof silenceShape>>

export type SilenceReportView = Wire<z.infer<typeof silenceReportShape>>

const figures = {
  count: z.int(),
  /** Those that still stand. */
  standing: z.int(),
  byReview: z.int(),
  byGrowth: z.int(),
  byAuthor: z.int(),
  byHand: z.int(),
}
export const silenceReportShape = z.object({
  from: at,
  until: at,
  /** All closings in that time; what was taken back is left out. */
  closed: z.int(),
  answered: z.int(),
  elsewhere: z.int(),
  silent: z.int(),
  reasons: z.array(z.object({ id: z.string(), name: z.string(), isRetired: z.boolean(), ...figures })),
})
