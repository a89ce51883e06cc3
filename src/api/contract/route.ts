import type { z } from 'zod'

/** One question that can be asked. `who`: `anyone`, a signed-in `user`, or a `member` of the workspace that the session is in. */
export type Route = {
  who: 'anyone' | 'user' | 'member'
  says: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  answer: z.ZodType
  /** With an `Idempotency-Key` it happens once, however often it is asked. Only for what asks no network. */
  isOnce?: true
}
