import { z } from 'zod'
import { afterReply, replyTextMax, visibilities } from '#domain/reply.ts'
import { byId, nothing, version } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'
import { snippetsUsedShape } from './snippet-shapes.ts'

/** Drafts, replies, and what became of them. */
export const replyRoutes = {
  'GET /api/accounts': { who: 'member', says: 'As whom we can speak.', answer: z.array(shape.accountShape) },
  'POST /api/accounts': {
    who: 'member',
    says: 'Connect an account, or connect it again. Tried at once; its notifications become a source.',
    body: z.object({ connector: z.string().max(64), credentials: z.unknown() }),
    answer: shape.accountShape,
  },
  'DELETE /api/accounts/{id}': {
    who: 'member',
    says: 'Forget the credentials and stop. Replies that wait for it are stopped too.',
    params: byId,
    answer: nothing,
  },
  'PUT /api/conversations/{id}/draft': {
    who: 'member',
    says: 'Kept as one types. An empty text removes it.',
    params: byId,
    body: z.object({
      kind: z.enum(['reply', 'note']),
      text: z.string().max(replyTextMax),
      /** Who was to read it: kept with the words, so that what began in private does not go on in public. */
      visibility: z.enum(visibilities).default('public'),
    }),
    answer: nothing,
  },
  'POST /api/conversations/{id}/replies': {
    who: 'member',
    says: 'Answer. It is held on the server for the undo time and then goes out. Refused (409, with who) when somebody was faster. Without an account: an assisted answer, posted by hand.',
    params: byId,
    body: z.object({
      mentionId: shape.id,
      accountId: shape.id.nullable(),
      text: z.string().trim().min(1).max(replyTextMax),
      thenDo: z.enum(afterReply).default('done'),
      waitUntil: z.iso.datetime({ offset: true }).optional(),
      /** What the promotion gate stops, and was seen: sent all the same. */
      override: shape.overrideShape.optional(),
      /** It waits for this moment; the conversation stays open until then. */
      sendAt: z.iso.datetime({ offset: true }).optional(),
      visibility: z.enum(visibilities).default('public'),
      version,
      /** The wordings it was begun with, by the version of their snippet. */
      snippets: snippetsUsedShape,
    }),
    answer: shape.replyShape,
    isOnce: true,
  },
  'POST /api/replies/{id}/undo': {
    who: 'member',
    says: 'Take it back before it leaves; the text becomes the draft again. Refused (409) once it left.',
    params: byId,
    body: nothing,
    answer: shape.replyShape,
  },
  'POST /api/replies/{id}/settle': {
    who: 'member',
    says: 'A person says what happened: it stands there (with its link), it does not (send again), or let it go.',
    params: byId,
    body: z.discriminatedUnion('what', [
      z.object({ what: z.literal('stands'), url: z.url().optional() }),
      z.object({ what: z.literal('send_again') }),
      z.object({ what: z.literal('let_go') }),
    ]),
    answer: shape.replyShape,
  },
  'POST /api/replies/{id}/remove': {
    who: 'member',
    says: 'Delete a sent reply on the network.',
    params: byId,
    body: nothing,
    answer: shape.replyShape,
  },
} as const satisfies Record<string, Route>
