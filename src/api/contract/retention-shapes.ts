import { z } from 'zod'
import { at, personShape } from './basic-shapes.ts'

/** How long a conversation stays: when it goes if nothing more happens in it, and who keeps it whatever its age. */
export const keepingShape = z.object({
  /** Null is never: nobody erases by age, somebody has it, or an answer waits. */
  erasesAt: at.nullable(),
  /** Of it only figures are left. */
  erasedAt: at.nullable(),
  hold: z.object({ reason: z.string(), untilAt: at.nullable(), by: personShape, at }).nullable(),
})
