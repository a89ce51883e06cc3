import { handle } from '#api/handler.ts'
import { approveRumourAnswer, writeRumourAnswer } from '#crisis/rumours/answer-rumour.ts'
import { judgeRumour } from '#crisis/rumours/judge-rumour.ts'
import { readConversationRumours } from '#crisis/rumours/read-conversation-rumours.ts'
import { readRumour, readRumours } from '#crisis/rumours/read-rumours.ts'
import { addRumour, changeRumour, removeRumour } from '#crisis/rumours/save-rumour.ts'
import { suggestMarks } from '#crisis/rumours/suggest-marks.ts'
import { tryRumour } from '#crisis/rumours/try-rumour.ts'

export const rumourHandlers = handle({
  'GET /api/rumours': ({ ctx }) => readRumours(ctx),

  'GET /api/rumours/{id}': ({ ctx }, { params }) => readRumour(ctx, params.id),

  'POST /api/rumours': async ({ ctx }, { body }) => ({ id: await addRumour(ctx, body) }),

  'PUT /api/rumours/{id}': async ({ ctx }, { params, body }) => {
    await changeRumour(ctx, { ...body, id: params.id })
    return {}
  },

  'DELETE /api/rumours/{id}': async ({ ctx }, { params }) => {
    await removeRumour(ctx, params.id)
    return {}
  },

  'POST /api/rumours/{id}/answers': async ({ ctx }, { params, body }) => ({
    number: await writeRumourAnswer(ctx, { ...body, id: params.id }),
  }),

  'POST /api/rumours/{id}/answers/{number}/approval': async ({ ctx }, { params }) => {
    await approveRumourAnswer(ctx, params)
    return {}
  },

  'PUT /api/rumours/{id}/mentions/{mentionId}': async ({ ctx }, { params, body }) => {
    await judgeRumour(ctx, { ...params, ...body })
    return {}
  },

  'POST /api/rumour-marks': (_visit, { body }) => Promise.resolve(suggestMarks(body.wordings)),

  'POST /api/rumour-trial': ({ ctx }, { body }) => tryRumour(ctx, body),

  'GET /api/conversations/{id}/rumours': ({ ctx }, { params }) => readConversationRumours(ctx, params.id),
})
