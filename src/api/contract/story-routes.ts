import { z } from 'zod'
import { conversationStates } from '#domain/conversation.ts'
import { byId } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

const inStory = z.object({ storyId: shape.id })

/** Conversations about one event. */
export const storyRoutes = {
  'GET /api/conversations/{id}/story': {
    who: 'member',
    says: 'The story this conversation is in, with the newest hundred in it and why each is.',
    params: byId,
    answer: z.object({
      id: shape.id,
      title: z.string(),
      count: z.int(),
      lines: z.array(
        z.object({
          id: shape.id,
          key: z.string(),
          title: z.string(),
          state: z.enum(conversationStates),
          network: z.string(),
          latestAt: shape.at,
          author: shape.authorShape.nullable(),
          text: z.string(),
          lang: z.string(),
          ...shape.joinedShape,
        }),
      ),
    }),
  },
  'POST /api/conversations/{id}/story': {
    who: 'member',
    says: 'Into the story of another conversation (its id, or its key): the two tell of the same event.',
    params: byId,
    body: z.object({ withId: z.string().max(64) }),
    answer: inStory,
  },
  'DELETE /api/conversations/{id}/story': {
    who: 'member',
    says: 'Out of its story, and not into that one again by itself.',
    params: byId,
    answer: inStory,
  },
} as const satisfies Record<string, Route>
