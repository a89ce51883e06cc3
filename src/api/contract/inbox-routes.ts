import { z } from 'zod'
import { conversationViews } from '#domain/conversation.ts'
import { correctionChangeSchema } from '#domain/correction.ts'
import { partyKinds, partyReasonMax } from '#domain/party.ts'
import { presenceSigns } from '#domain/presence.ts'
import { replyTextMax } from '#domain/reply.ts'
import { waitKinds } from '#domain/wait.ts'
import { byId, changed, nothing, version } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'
import { silenceChoiceInput } from './silence-shapes.ts'

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
    says: 'A page of a view. `mine`, `asked` (a colleague waits for my advice), `unowned` and `all` are open ones, most pressing promise first, or by `sort=urgent` the most urgent; `waiting` by when; `done` and `noise` newest first.',
    query: z.object({
      view: z.enum(conversationViews).default('all'),
      q: z.string().trim().max(500).optional(),
      network: z.string().max(64).optional(),
      sentiment: z.string().max(64).optional(),
      lang: z.string().max(35).optional(),
      topicId: shape.id.optional(),
      departmentId: shape.id.optional(),
      /** Deliberately not answered for this reason, whether it was opened again or not. */
      silence: z.string().max(40).optional(),
      sort: z.enum(['promise', 'urgent']).default('promise'),
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
    says: 'Done. Where nobody answered what they said last it takes a `decision`: it was answered by another way (`elsewhere`), or deliberately not (`silence`), with a reason of the workspace and a moment to look again where the reason asks for one. Refused (409, `undecided`) without. Here and below: with a version, refused (409) when it changed since.',
    params: byId,
    body: decided.extend({
      decision: silenceChoiceInput.optional(),
      /** Back to done as it was: what one opened oneself, and nothing was said since. */
      isUndo: z.boolean().default(false),
    }),
    answer: changed,
    isOnce: true,
  },
  'POST /api/conversations/{id}/reopen': {
    who: 'member',
    says: 'Open again; also the undo of done and wait. With `isUndo` what was decided with it never was.',
    params: byId,
    body: decided.extend({ isUndo: z.boolean().default(false) }),
    answer: changed,
    isOnce: true,
  },
  'POST /api/conversations/{id}/wait': {
    who: 'member',
    says: 'Out of sight until a moment (`time`), until they write (`answer`), or quiet until it has spread twice as far (`growth`). A new message brings it back sooner, except from `growth`.',
    params: byId,
    body: z.object({
      waitsFor: z.enum(waitKinds).default('time'),
      until: z.iso.datetime({ offset: true }).nullable().default(null),
      version: version.optional(),
    }),
    answer: changed,
    isOnce: true,
  },
  'POST /api/conversations/{id}/hand-over': {
    who: 'member',
    says: 'To a colleague or a department. The promise to the customer keeps running. What would come back to a department for the second time goes to the coordinator, who is then in the answer.',
    params: byId,
    body: z.object({
      memberId: shape.id.nullable().default(null),
      departmentId: shape.id.nullable().default(null),
      reason: z.string().trim().max(1_000).default(''),
      version: version.optional(),
    }),
    answer: changed.extend({ coordinator: shape.personShape.nullable() }),
    isOnce: true,
  },
  'POST /api/conversations/{id}/parties': {
    who: 'member',
    says: 'Asks a colleague or a department for advice, or keeps them informed. The owner stays the owner. Asked again, the new question takes the place of the old one.',
    params: byId,
    body: z.object({
      kind: z.enum(partyKinds),
      memberId: shape.id.nullable().default(null),
      departmentId: shape.id.nullable().default(null),
      reason: z.string().trim().max(partyReasonMax).default(''),
    }),
    answer: shape.partyShape,
    isOnce: true,
  },
  'POST /api/conversations/{id}/merge': {
    who: 'member',
    says: 'Its messages, answers and notes go into another conversation on the same network, by id or key; its own key leads there from then on. The answer is the one that stays.',
    params: byId,
    body: z.object({ withId: z.string().max(64) }),
    answer: changed.extend({ key: z.string() }),
    isOnce: true,
  },
  'POST /api/conversations/{id}/take-apart': {
    who: 'member',
    says: 'What was merged is a conversation of its own again.',
    params: byId,
    body: z.object({}),
    answer: changed.extend({ key: z.string() }),
    isOnce: true,
  },
  'POST /api/mentions/{id}/split': {
    who: 'member',
    says: 'A message, with all that was answered to it, becomes a conversation of its own.',
    params: byId,
    body: z.object({}),
    answer: changed.extend({ key: z.string() }),
    isOnce: true,
  },
  'DELETE /api/parties/{id}': {
    who: 'member',
    says: 'Not asked any more, or not informed.',
    params: byId,
    answer: nothing,
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
    says: 'What triage should have said. Wins at once and is kept. A label that is null takes back what was said last of it.',
    params: byId,
    body: correctionChangeSchema,
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
