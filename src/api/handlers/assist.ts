import { handle, type MemberVisit } from '#api/handler.ts'
import { conversationKey } from '#domain/conversation.ts'
import { acceptSuggestion } from '#reply/assist/accept-suggestion.ts'
import { chooseShows } from '#reply/assist/choose-shows.ts'
import { previewQuestion } from '#reply/assist/preview-question.ts'
import { type AssistUseLine, readAssist } from '#reply/assist/read-assist.ts'
import { removeAssist, saveAssist } from '#reply/assist/save-assist.ts'
import { listModels, tryModel } from '#reply/assist/try-model.ts'

async function assistOf({ ctx }: MemberVisit) {
  const now = await readAssist(ctx)
  if (!now) return { assist: null }
  const { row, spent, tokens, uses } = now
  const { isOn, address, model, tasks, departmentIds, memberIds, priceIn, priceOut, moneyMost, tokensMost } = row
  const settings = { isOn, address, model, tasks, departmentIds, memberIds, priceIn, priceOut, moneyMost, tokensMost }
  return { assist: { ...settings, hasKey: row.key !== null, spent, tokens, uses: uses.map(presentUse) } }
}

function presentUse(use: AssistUseLine) {
  const { id, by, task, state, model, isEstimated, cost, askedAt, conversationNumber } = use
  return {
    ...{ id, by, task, state, model, isEstimated, cost, at: askedAt },
    tokens: use.tokensIn + use.tokensOut,
    isAccepted: use.acceptedAt !== null,
    isSent: use.replyId !== null,
    conversationKey: conversationNumber === null ? null : conversationKey(conversationNumber),
  }
}

export const assistHandlers = handle({
  'GET /api/assist': assistOf,

  'PUT /api/assist': async (visit, { body }) => {
    await saveAssist(visit.ctx, body)
    return assistOf(visit)
  },

  'DELETE /api/assist': async ({ ctx }) => {
    await removeAssist(ctx)
    return {}
  },

  'POST /api/assist/models': async ({ ctx }, { body }) => ({ models: await listModels(ctx, body) }),

  'POST /api/assist/try': async ({ ctx }, { body }) => tryModel(ctx, body),

  'PUT /api/me/assist': async ({ ctx }, { body }) => {
    await chooseShows(ctx, body.shows)
    return {}
  },

  'POST /api/conversations/{id}/assist-preview': async ({ ctx }, { params, body }) =>
    previewQuestion(ctx, { ...body, conversationId: params.id }),

  'POST /api/assist-uses/{id}/accept': async ({ ctx }, { params }) => {
    await acceptSuggestion(ctx, params.id)
    return {}
  },
})
