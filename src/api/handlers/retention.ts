import { handle } from '#api/handler.ts'
import { holdConversation, unholdConversation } from '#inbox/hold-conversation.ts'
import { readRetention, tryRetention } from '#inbox/read-keeping.ts'
import { saveRetention } from '#inbox/save-retention.ts'
import { assertMay } from '#team/change.ts'

export const retentionHandlers = handle({
  'GET /api/retention': async ({ ctx }) => {
    const { lastErasing, lookedAt, ...read } = await readRetention(ctx)
    return {
      ...read,
      lookedAt: lookedAt === null ? null : new Date(lookedAt),
      lastErasing: lastErasing && { ...lastErasing, lookedAt: new Date(lastErasing.lookedAt) },
    }
  },

  'POST /api/retention/try': async ({ ctx }, { body }) => {
    assertMay(ctx, 'retention.change')
    return tryRetention(ctx, body)
  },

  'PUT /api/retention': async ({ ctx }, { body: { workspaceName, ...retention } }) =>
    saveRetention(ctx, { retention, workspaceName }),

  'PUT /api/conversations/{id}/hold': async ({ ctx }, { params, body }) => {
    await holdConversation(ctx, { id: params.id, reason: body.reason, until: body.until ? new Date(body.until) : null })
    return {}
  },

  'DELETE /api/conversations/{id}/hold': async ({ ctx }, { params }) => {
    await unholdConversation(ctx, params.id)
    return {}
  },
})
