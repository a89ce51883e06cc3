import { z } from 'zod'
import { conversationStates } from '#domain/conversation.ts'
import { pileMax, spreadMinutesMax } from '#domain/pile.ts'
import { replyTextMax } from '#domain/reply.ts'
import { byId } from './common-shapes.ts'
import { pileGroundShape } from './promotion-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'
import { snippetsUsedShape } from './snippet-shapes.ts'

/** Many who say the same, answered as one. */
export const pileRoutes = {
  'GET /api/conversations/{id}/pile': {
    who: 'member',
    says: 'All who tell of the same as this conversation, with what an answer to each needs, and what was answered. By the id, or the key (WH-4182).',
    params: z.object({ id: z.string().max(64) }),
    answer: z.object({
      title: z.string(),
      /** Of the story; more than are here where it is a large one, or part of it is noise. */
      count: z.int(),
      rows: z.array(
        z.object({
          id: shape.id,
          key: z.string(),
          title: z.string(),
          state: z.enum(conversationStates),
          network: z.string(),
          networkName: z.string(),
          latestAt: shape.at,
          version: z.int(),
          author: shape.authorShape.nullable(),
          owner: shape.personShape.nullable(),
          /** Null where nothing is left to answer. */
          mentionId: shape.id.nullable(),
          text: z.string(),
          lang: z.string(),
          reply: shape.replyShape.nullable(),
        }),
      ),
      /** What is not said in which of them: an answer with such words is refused. */
      incidents: z.array(
        z.object({ key: z.string(), notToSay: z.array(z.string()), conversationIds: z.array(shape.id) }),
      ),
    }),
  },
  'GET /api/conversations/{id}/pile/gate': {
    who: 'member',
    says: 'All that the promotion gate counts around the answers of this pile: the pages judge by it before sending.',
    params: z.object({ id: z.string().max(64) }),
    answer: pileGroundShape,
  },
  'POST /api/piles/{id}/undo': {
    who: 'member',
    says: 'Take back all answers of a pile that have not left. Says how many that were; none is an answer too.',
    params: byId,
    body: z.object({}),
    answer: z.object({ taken: z.int() }),
  },
  'POST /api/piles': {
    who: 'member',
    says: 'Answer many as one: each line is an answer of its own, held on the server, that leaves by itself within so many minutes and can be taken back until then. Says of each line what became of it.',
    body: z.object({
      lines: z
        .array(
          z.object({
            conversationId: shape.id,
            mentionId: shape.id,
            accountId: shape.id,
            text: z.string().trim().min(1).max(replyTextMax),
            version: z.int(),
            /** What the promotion gate stopped of this one, and was seen: sent all the same. */
            override: shape.overrideShape.optional(),
            /** The wordings the answers were begun with; what is left of none of them in this one does not count. */
            snippets: snippetsUsedShape,
          }),
        )
        .min(1)
        .max(pileMax),
      spreadMinutes: z.int().min(0).max(spreadMinutesMax),
      thenDo: z.enum(['done', 'stay']),
    }),
    answer: z.object({
      id: shape.id,
      lines: z.array(
        z.object({
          conversationId: shape.id,
          reply: shape.replyShape.nullable(),
          refused: z
            .object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) })
            .nullable(),
        }),
      ),
    }),
    isOnce: true,
  },
} as const satisfies Record<string, Route>
