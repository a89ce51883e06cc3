import { z } from 'zod'
import { at, id } from './basic-shapes.ts'
import { nothing } from './common-shapes.ts'
import { noticeShape } from './promise-shapes.ts'
import type { Route } from './route.ts'

const noticesMax = 200

/** What comes of promises: notices, and how far new rules have got. The rules themselves are kept with the workspace. */
export const promiseRoutes = {
  'GET /api/notices': {
    who: 'member',
    says: 'What I was told, the newest first, and whether deadlines are looked at.',
    answer: z.object({
      unread: z.int(),
      notices: z.array(noticeShape),
      /** Since when nobody looks at the deadlines of promises; null when all is well. */
      standSince: at.nullable(),
    }),
  },
  'POST /api/notices/read': {
    who: 'member',
    says: 'I have read these; without ids, all of them.',
    body: z.object({ ids: z.array(id).max(noticesMax).optional() }),
    answer: nothing,
  },
  'GET /api/promises/recount': {
    who: 'member',
    says: 'How many open conversations are still to be counted by the promises as they are now.',
    answer: z.object({ left: z.int() }),
  },
} as const satisfies Record<string, Route>
