import type { z } from 'zod'
import type { silenceChoiceInput } from '#api/contract/silence-shapes.ts'
import { handle } from '#api/handler.ts'
import { presentConversation, presentRow } from '#api/present/present-conversation.ts'
import { accountsFor, presentReplies } from '#api/present/present-reply.ts'
import { conversationKey } from '#domain/conversation.ts'
import type { SilenceChoice } from '#domain/silence.ts'
import { askParty, unaskParty } from '#inbox/ask-party.ts'
import type { ConversationRow } from '#inbox/change-conversation.ts'
import { claimConversation, releaseConversation } from '#inbox/claim-conversation.ts'
import { finishConversation, reopenConversation, waitConversation } from '#inbox/finish-conversation.ts'
import { followCorrection } from '#inbox/follow-correction.ts'
import { type HandedOver, handOver } from '#inbox/hand-over.ts'
import { markRead } from '#inbox/mark-read.ts'
import { readConversation } from '#inbox/read-conversation.ts'
import { readPage } from '#inbox/read-page.ts'
import { readParty } from '#inbox/read-parties.ts'
import { readPresence } from '#inbox/read-presence.ts'
import { readViewCounts } from '#inbox/read-view-counts.ts'
import { renameConversation } from '#inbox/rename-conversation.ts'
import { tellPresence } from '#inbox/tell-presence.ts'
import { writeNote } from '#inbox/write-note.ts'
import { correctMention } from '#mentions/correct-mention.ts'
import { readMute } from '#notify/mute-conversation.ts'
import { mergeConversations, splitConversation, takeApart } from '#reply/merge-conversations.ts'
import { memberOf } from '#team/context.ts'

type Given = z.output<typeof silenceChoiceInput>
function choiceOf(given: Given | undefined): SilenceChoice | undefined {
  return given?.kind === 'silence' ? { ...given, reviewAt: given.reviewAt ? new Date(given.reviewAt) : null } : given
}

function changed({ id, version }: ConversationRow) {
  return { id, version }
}

function named(row: ConversationRow) {
  return { ...changed(row), key: conversationKey(row.number) }
}

function handedOver({ row, coordinator }: HandedOver) {
  return { ...changed(row), coordinator }
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
    const muted = (await readMute(ctx, read.row.id)) ?? null
    return presentConversation(house.app, read, { replies, accounts, muted })
  },

  'POST /api/conversations/{id}/claim': async ({ ctx }, { params, body }) =>
    changed(await claimConversation(ctx, { ...params, ...body })),

  'POST /api/conversations/{id}/release': async ({ ctx }, { params, body }) =>
    changed(await releaseConversation(ctx, { ...params, ...body })),

  'POST /api/conversations/{id}/finish': async ({ ctx }, { params, body }) =>
    changed(await finishConversation(ctx, { ...params, ...body, decision: choiceOf(body.decision) })),

  'POST /api/conversations/{id}/reopen': async ({ ctx }, { params, body }) =>
    changed(await reopenConversation(ctx, { ...params, ...body })),

  'POST /api/conversations/{id}/wait': async ({ ctx }, { params, body }) =>
    changed(await waitConversation(ctx, { ...params, ...body, until: body.until ? new Date(body.until) : null })),

  'POST /api/conversations/{id}/hand-over': async ({ ctx }, { params, body }) =>
    handedOver(await handOver(ctx, { id: params.id, ...body })),

  'POST /api/conversations/{id}/parties': async ({ ctx }, { params, body }) =>
    readParty(ctx, (await askParty(ctx, { conversationId: params.id, ...body })).id),

  'POST /api/conversations/{id}/merge': async ({ ctx }, { params, body }) =>
    named(await mergeConversations(ctx, { id: params.id, withId: body.withId })),

  'POST /api/conversations/{id}/take-apart': async ({ ctx }, { params }) => named(await takeApart(ctx, params)),

  'POST /api/mentions/{id}/split': async ({ ctx }, { params }) =>
    named(await splitConversation(ctx, { mentionId: params.id })),

  'DELETE /api/parties/{id}': async ({ ctx }, { params }) => {
    await unaskParty(ctx, params.id)
    return {}
  },

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
    correctMention(ctx, { mentionId: params.id, correction: body, after: followCorrection(ctx) }),
})
