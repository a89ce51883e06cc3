import { handle } from '#api/handler.ts'
import { accountsFor, presentAccount, presentOneReply } from '#api/present/present-reply.ts'
import { connectAccount } from '#reply/connect-account.ts'
import { likeMention } from '#reply/like-mention.ts'
import { removeAccount } from '#reply/remove-account.ts'
import { removeReply } from '#reply/remove-reply.ts'
import { saveDraft } from '#reply/save-draft.ts'
import { settleReply } from '#reply/settle-reply.ts'
import { undoReply } from '#reply/undo-reply.ts'
import { writeReply } from '#reply/write-reply.ts'

export const replyHandlers = handle({
  'GET /api/accounts': async ({ ctx }) => accountsFor(ctx),

  'POST /api/accounts': async ({ ctx, house }, { body }) => {
    const account = await connectAccount(ctx, { connector: body.connector, credentials: body.credentials })
    house.followed.forget(ctx.workspaceId)
    house.nudge('sources')
    return presentAccount(house.app, account)
  },

  'DELETE /api/accounts/{id}': async ({ ctx, house }, { params }) => {
    await removeAccount(ctx, params.id)
    house.followed.forget(ctx.workspaceId)
    house.nudge('sources')
    return {}
  },

  'PUT /api/conversations/{id}/draft': async ({ ctx }, { params, body }) => {
    await saveDraft(ctx, { conversationId: params.id, ...body })
    return {}
  },

  'POST /api/conversations/{id}/replies': async ({ ctx, house }, { params, body }) => {
    const waitUntil = body.waitUntil ? new Date(body.waitUntil) : undefined
    const sendAt = body.sendAt ? new Date(body.sendAt) : undefined
    const reply = await writeReply(ctx, { ...body, conversationId: params.id, waitUntil, sendAt })
    if (reply.accountId === null) house.followed.forget(ctx.workspaceId)
    return presentOneReply(ctx, reply.id)
  },

  'POST /api/replies/{id}/undo': async ({ ctx }, { params }) =>
    presentOneReply(ctx, (await undoReply(ctx, params.id)).id),

  'POST /api/replies/{id}/settle': async ({ ctx }, { params, body }) =>
    presentOneReply(ctx, (await settleReply(ctx, { id: params.id, ...body })).id),

  'POST /api/replies/{id}/remove': async ({ ctx }, { params }) =>
    presentOneReply(ctx, (await removeReply(ctx, params.id)).id),

  'POST /api/mentions/{id}/like': async ({ ctx }, { params, body }) => {
    await likeMention(ctx, { mentionId: params.id, accountId: body.accountId })
    return {}
  },
})
