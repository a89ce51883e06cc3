import { z } from 'zod'
import { pledgeOutcomes, pledgeTextMax } from '#domain/pledge.ts'
import { byId } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

/** What we said we would do for somebody: tasks with a clock. */
export const pledgeRoutes = {
  'POST /api/conversations/{id}/pledges': {
    who: 'member',
    says: 'We said we would do something for them before a moment. When it comes the conversation is open again, and whoever has it is told.',
    params: byId,
    body: z.object({ text: z.string().trim().min(1).max(pledgeTextMax), dueAt: z.iso.datetime({ offset: true }) }),
    answer: shape.pledgeShape,
    isOnce: true,
  },
  'PUT /api/pledges/{id}/outcome': {
    who: 'member',
    says: 'It was kept, or need not be done any more (`dropped`). Null takes that back.',
    params: byId,
    body: z.object({ outcome: z.enum(pledgeOutcomes).nullable() }),
    answer: shape.pledgeShape,
  },
  'GET /api/people/{id}/pledges': {
    who: 'member',
    says: 'What this author was pledged, in every conversation that they began: the open ones first, the soonest on top; at most 50.',
    params: byId,
    answer: z.array(shape.pledgeShape),
  },
} as const satisfies Record<string, Route>
