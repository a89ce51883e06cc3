import { z } from 'zod'
import { correctionSchema } from '#domain/assessment.ts'
import { conversationViews } from '#domain/conversation.ts'
import { presenceSigns } from '#domain/presence.ts'
import { replyTextMax } from '#domain/reply.ts'
import { byId, changed, nothing, version } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

/** With a version: refused (409) when it changed since. */
const decided = z.object({ version: version.optional() })

/** Conversations: lists, claims, notes, corrections. */
export const inboxRoutes = {
  'GET /api/views': {
    who: 'member',
    says: 'How many open conversations each view has.',
    answer: shape.viewCountsShape,
  },
  'GET /api/conversations': {
    who: 'member',
    says: 'A page of a view. `mine`, `unowned` and `all` are open ones, most pressing promise first; `waiting` by when; `done` newest first.',
    query: z.object({
      view: z.enum(conversationViews).default('all'),
      q: z.string().trim().max(500).optional(),
      network: z.string().max(64).optional(),
      sentiment: z.string().max(64).optional(),
      lang: z.string().max(35).optional(),
      topicId: shape.id.optional(),
      departmentId: shape.id.optional(),
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: shape.pageShape,
  },
  'GET /api/conversations/{id}': {
    who: 'member',
    says: 'One conversation, whole. The id, or its key (WH-4182).',
    params: z.object({ id: z.string().max(64) }),
    answer: shape.conversationShape,
  },
  'POST /api/conversations/{id}/claim': {
    who: 'member',
    says: 'Mine. Refused (409, with who) when somebody else has it, unless `takeOver`.',
    params: byId,
    body: z.object({ takeOver: z.boolean().default(false), version: version.optional() }),
    answer: changed,
    isOnce: true,
  },
  'POST /api/conversations/{id}/release': {
    who: 'member',
    says: 'Not mine any more.',
    params: byId,
    body: decided,
    answer: changed,
    isOnce: true,
  },
  'POST /api/conversations/{id}/finish': {
    who: 'member',
    says: 'Done. Here and below: with a version, refused (409) when it changed since.',
    params: byId,
    body: decided,
    answer: changed,
    isOnce: true,
  },
  'POST /api/conversations/{id}/reopen': {
    who: 'member',
    says: 'Open again; also the undo of done and wait.',
    params: byId,
    body: decided,
    answer: changed,
    isOnce: true,
  },
  'POST /api/conversations/{id}/wait': {
    who: 'member',
    says: 'Out of sight until then; a new message brings it back sooner.',
    params: byId,
    body: z.object({ until: z.iso.datetime({ offset: true }), version: version.optional() }),
    answer: changed,
    isOnce: true,
  },
  'POST /api/conversations/{id}/hand-over': {
    who: 'member',
    says: 'To a colleague or a department. The promise to the customer keeps running.',
    params: byId,
    body: z.object({
      memberId: shape.id.nullable().default(null),
      departmentId: shape.id.nullable().default(null),
      reason: z.string().trim().max(1_000).default(''),
      version: version.optional(),
    }),
    answer: changed,
    isOnce: true,
  },
  'PATCH /api/conversations/{id}': {
    who: 'member',
    says: 'A title in our own words.',
    params: byId,
    body: z.object({ title: z.string().trim().min(1).max(200) }),
    answer: changed,
  },
  'PUT /api/conversations/{id}/read': {
    who: 'member',
    says: 'I have seen it, or (false) want to see it as new again.',
    params: byId,
    body: z.object({ isRead: z.boolean() }),
    answer: nothing,
  },
  'GET /api/presence': {
    who: 'member',
    says: 'Which colleagues have which conversation open now, and who of them is answering. Oneself is not in it.',
    answer: z.array(shape.presenceShape),
  },
  'PUT /api/conversations/{id}/presence': {
    who: 'member',
    says: 'The sign of an open screen: looking, typing an answer, or gone. It holds for 30 seconds.',
    params: byId,
    body: z.object({ sign: z.enum(presenceSigns) }),
    answer: nothing,
  },
  'POST /api/conversations/{id}/notes': {
    who: 'member',
    says: 'For colleagues only; it never leaves the house.',
    params: byId,
    body: z.object({ text: z.string().trim().min(1).max(replyTextMax) }),
    answer: shape.noteShape,
    isOnce: true,
  },
  'PUT /api/mentions/{id}/correction': {
    who: 'member',
    says: 'What triage should have said. Wins at once and is kept.',
    params: byId,
    body: correctionSchema,
    answer: changed,
    isOnce: true,
  },
  'POST /api/mentions/{id}/like': {
    who: 'member',
    says: 'Like it, as one of our accounts.',
    params: byId,
    body: z.object({ accountId: shape.id }),
    answer: nothing,
  },
} as const satisfies Record<string, Route>
