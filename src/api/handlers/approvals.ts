import { handle } from '#api/handler.ts'
import { presentOneReply } from '#api/present/present-reply.ts'
import { readApprovals, saveApprovals, switchApprovals } from '#reply/approval/approval-settings.ts'
import { decideApproval } from '#reply/approval/decide-approval.ts'
import { readNeed } from '#reply/approval/read-approval.ts'
import { readApprovalVersions } from '#reply/approval/read-approval-versions.ts'

export const approvalHandlers = handle({
  'GET /api/approvals': async ({ ctx }) => readApprovals(ctx),

  'GET /api/approvals/versions': async ({ ctx }) => ({ items: await readApprovalVersions(ctx) }),

  'PUT /api/approvals': async ({ ctx }, { body }) => {
    await saveApprovals(ctx, body)
    return readApprovals(ctx)
  },

  'PUT /api/approvals/all': async ({ ctx }, { body }) => {
    await switchApprovals(ctx, body)
    return readApprovals(ctx)
  },

  'GET /api/conversations/{id}/approval': async ({ ctx }, { params, query }) => ({
    need: await readNeed(ctx, { conversationId: params.id, accountId: query.accountId ?? null }),
  }),

  'POST /api/replies/{id}/approval': async ({ ctx }, { params, body }) => {
    await decideApproval(ctx, { replyId: params.id, ...body })
    return presentOneReply(ctx, params.id)
  },
})
