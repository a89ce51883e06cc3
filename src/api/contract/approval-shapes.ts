import { z } from 'zod'
import { approvalLacks, approvalOutcomes } from '#domain/approval.ts'
import { at, id } from './basic-shapes.ts'

export const approvalWhyShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('policy'), leafId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('incident') }),
  z.object({ kind: z.literal('all') }),
])
export const approverShape = z.object({ id, name: z.string(), isAway: z.boolean() })

export const replyApprovalShape = z.object({
  id,
  why: approvalWhyShape,
  askedAt: at,
  /** Why it is asked once more: they wrote again, the words changed, or the approval does not hold any more. */
  lack: z.enum(approvalLacks).nullable(),
  isLate: z.boolean(),
  approvers: z.array(approverShape),
  /** I may approve it. */
  mayDecide: z.boolean(),
  outcome: z.enum(approvalOutcomes).nullable(),
  by: z.object({ id, name: z.string() }).nullable(),
  settledAt: at.nullable(),
  note: z.string().nullable(),
  previousText: z.string().nullable(),
  /** So many answers of its pile wait, this one included; 1 where it is of none. */
  pileCount: z.int(),
})
export const needShape = z
  .object({ why: approvalWhyShape, approvers: z.array(approverShape), isLate: z.boolean() })
  .nullable()
