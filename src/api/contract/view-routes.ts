import { z } from 'zod'
import { conversationViews } from '#domain/conversation.ts'
import { savedNameMax } from '#domain/saved-view.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

const words = z.string().trim().min(1)
const ask = z.object({
  view: z.enum(conversationViews),
  q: words.max(500).optional(),
  network: words.max(64).optional(),
  sentiment: words.max(64).optional(),
  lang: words.max(35).optional(),
  topicId: shape.id.optional(),
  departmentId: shape.id.optional(),
  sort: z.literal('urgent').optional(),
})
const input = z.object({ name: words.max(savedNameMax), isShared: z.boolean(), ask })

/** Views under a name of their own. */
export const viewRoutes = {
  'GET /api/saved-views': {
    who: 'member',
    says: 'One’s own saved views, and those for everybody.',
    answer: z.array(shape.savedViewShape),
  },
  'GET /api/saved-views/counts': {
    who: 'member',
    says: 'How many conversations each saved view has, by id; 1000 says more than 999.',
    answer: z.record(z.string(), z.int()),
  },
  'POST /api/saved-views': {
    who: 'member',
    says: 'Saves a view with its filters.',
    body: input.extend({ isShared: z.boolean().default(false) }),
    answer: shape.savedViewShape,
    isOnce: true,
  },
  'PATCH /api/saved-views/{id}': {
    who: 'member',
    says: 'Its name, for whom it is, and what it asks. What is for everybody is everybody’s to change.',
    params: byId,
    body: input.partial(),
    answer: shape.savedViewShape,
  },
  'DELETE /api/saved-views/{id}': { who: 'member', says: 'Removes a saved view.', params: byId, answer: nothing },
} as const satisfies Record<string, Route>
