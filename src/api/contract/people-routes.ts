import { z } from 'zod'
import { authorMarks } from '#domain/risk.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

/** Authors: who wrote to us, and all contact there was. */
export const peopleRoutes = {
  'GET /api/people/{id}': {
    who: 'member',
    says: 'One author: the public profile, how long we know them, what they wrote about, and what colleagues noted.',
    params: byId,
    answer: shape.profileShape,
  },
  'PUT /api/people/{id}/mark': {
    who: 'member',
    says: 'Somebody to answer with care (`vip`), or a journalist (`press`): what they say weighs more. Null takes it away.',
    params: byId,
    body: z.object({ mark: z.enum(authorMarks).nullable() }),
    answer: nothing,
  },
  'GET /api/people/{id}/conversations': {
    who: 'member',
    says: 'Every conversation in which this author said something, newest first.',
    params: byId,
    query: z.object({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({
      items: z.array(shape.contactShape),
      /** Give it back as `after`; null at the end. */
      next: z.string().nullable(),
    }),
  },
} as const satisfies Record<string, Route>
