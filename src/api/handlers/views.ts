import { handle } from '#api/handler.ts'
import { changeView, countSavedViews, readSavedViews, removeView, type SavedView, saveView } from '#inbox/save-view.ts'

function shown({ id, name, isShared, isMine, ask }: SavedView) {
  return { id, name, isShared, isMine, ask }
}

export const viewHandlers = handle({
  'GET /api/saved-views': async ({ ctx }) => (await readSavedViews(ctx)).map(shown),

  'GET /api/saved-views/counts': async ({ ctx }) => countSavedViews(ctx),

  'POST /api/saved-views': async ({ ctx }, { body }) => shown(await saveView(ctx, body)),

  'PATCH /api/saved-views/{id}': async ({ ctx }, { params, body }) =>
    shown(await changeView(ctx, { ...params, ...body })),

  'DELETE /api/saved-views/{id}': async ({ ctx }, { params }) => {
    await removeView(ctx, params.id)
    return {}
  },
})
