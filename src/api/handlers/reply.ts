import { handle } from '#api/handler.ts'
import { accountsFor } from '#api/present/present-reply.ts'
import { AppError } from '#base/errors.ts'

const soon = () => Promise.reject(new AppError('unavailable', 'Answering is being built.'))

export const replyHandlers = handle({
  'GET /api/accounts': async ({ ctx }) => accountsFor(ctx),
  'POST /api/accounts': soon,
  'DELETE /api/accounts/{id}': soon,
  'PUT /api/conversations/{id}/draft': soon,
  'POST /api/conversations/{id}/replies': soon,
  'POST /api/replies/{id}/undo': soon,
  'POST /api/replies/{id}/settle': soon,
  'POST /api/replies/{id}/remove': soon,
  'POST /api/mentions/{id}/like': soon,
})
