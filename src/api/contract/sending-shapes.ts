import { z } from 'zod'
import { at, id, personShape, type Wire } from './basic-shapes.ts'
import { replyShape } from './shapes.ts'

/** Nothing goes out: of the workspace where `account` is null. */
export const stopShape = z.object({
  id,
  account: z.object({ id, handle: z.string(), name: z.string(), network: z.string() }).nullable(),
  reason: z.string(),
  /** Null: from the command line. */
  by: personShape.nullable(),
  at,
  /** Answers that wait for its end, or for a later moment that the end decides about too. */
  waiting: z.int(),
})

export const resumedShape = z.object({ send: z.int(), drafts: z.int(), look: z.int() })

/** An answer that waits for a moment of its own, and where it will stand. */
export const scheduledShape = z.object({
  reply: replyShape,
  conversation: z.object({
    id,
    key: z.string(),
    title: z.string(),
    network: z.string(),
    lang: z.string(),
    /** When a first answer was promised; null where nothing is promised any more. */
    dueAt: at.nullable(),
  }),
  to: z.object({ name: z.string(), handle: z.string() }),
})

export type ScheduledView = Wire<z.infer<typeof scheduledShape>>
