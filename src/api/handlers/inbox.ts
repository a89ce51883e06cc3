import { handle } from '#api/handler.ts'
import { presentConversation, presentRow } from '#api/present/present-conversation.ts'
import { accountsFor, presentReplies } from '#api/present/present-reply.ts'
import type { ConversationRow } from '#inbox/change-conversation.ts'
import { claimConversation, releaseConversation } from '#inbox/claim-conversation.ts'
import { finishConversation, reopenConversation, waitConversation } from '#inbox/finish-conversation.ts'
import { followCorrection } from '#inbox/follow-correction.ts'
import { handOver } from '#inbox/hand-over.ts'
import { markRead } from '#inbox/mark-read.ts'
import { readConversation } from '#inbox/read-conversation.ts'
import { readPage } from '#inbox/read-page.ts'
import { readPresence } from '#inbox/read-presence.ts'
import { readViewCounts } from '#inbox/read-view-counts.ts'
import { renameConversation } from '#inbox/rename-conversation.ts'
import { tellPresence } from '#inbox/tell-presence.ts'
import { writeNote } from '#inbox/write-note.ts'
import { correctMention } from '#mentions/correct-mention.ts'
import { memberOf } from '#team/context.ts'

function changed({ id, version }: ConversationRow) {
  return { id, version }
}

export const inboxHandlers = handle({
  'GET /api/views': async ({ ctx }) => readViewCounts(ctx),

  'GET /api/conversations': async ({ ctx, house }, { query }) => {
    const { rows, next } = await readPage(ctx, query)
    return { items: rows.map((row) => presentRow(house.app, row)), next }
  },

  'GET /api/conversations/{id}': async ({ ctx, house }, { params }) => {
    const read = await readConversation(ctx, params.id)
    const replies = await presentReplies(ctx, read.row.id)
    const accounts = await accountsFor(ctx, read.row.network)
    return presentConversation(house.app, read, { replies, accounts })
  },

  'POST /api/conversations/{id}/claim': async ({ ctx }, { params, body }) =>
    changed(await claimConversation(ctx, { ...params, ...body })),

  'POST /api/conversations/{id}/release': async ({ ctx }, { params, body }) =>
    changed(await releaseConversation(ctx, { ...params, ...body })),

  'POST /api/conversations/{id}/finish': async ({ ctx }, { params, body }) =>
    changed(await finishConversation(ctx, { ...params, ...body })),

  'POST /api/conversations/{id}/reopen': async ({ ctx }, { params, body }) =>
    changed(await reopenConversation(ctx, { ...params, ...body })),

  'POST /api/conversations/{id}/wait': async ({ ctx }, { params, body }) =>
    changed(await waitConversation(ctx, { ...params, ...body, until: new Date(body.until) })),

  'POST /api/conversations/{id}/hand-over': async ({ ctx }, { params, body }) =>
    changed(await handOver(ctx, { id: params.id, ...body })),

  'PATCH /api/conversations/{id}': async ({ ctx }, { params, body }) =>
    changed(await renameConversation(ctx, { id: params.id, title: body.title })),

  'PUT /api/conversations/{id}/read': async ({ ctx }, { params, body }) => {
    await markRead(ctx, { id: params.id, isRead: body.isRead })
    return {}
  },

  'GET /api/presence': async ({ ctx }) => readPresence(ctx),

  'PUT /api/conversations/{id}/presence': async ({ ctx }, { params, body }) => {
    await tellPresence(ctx, { id: params.id, sign: body.sign })
    return {}
  },

  'POST /api/conversations/{id}/notes': async ({ ctx }, { params, body }) => {
    const note = await writeNote(ctx, { conversationId: params.id, text: body.text })
    const { id, name } = memberOf(ctx)
    return { id: note.id, by: { id, name }, text: note.text, at: note.at }
  },

  'PUT /api/mentions/{id}/correction': async ({ ctx }, { params, body }) =>
    correctMention(ctx, { mentionId: params.id, correction: body, after: followCorrection }),
})
