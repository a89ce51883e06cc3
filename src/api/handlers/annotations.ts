import { handle } from '#api/handler.ts'
import { readAnnotations } from '#report/annotations/read-annotations.ts'
import { removeAnnotation } from '#report/annotations/remove-annotation.ts'
import { addAnnotation, changeAnnotation } from '#report/annotations/save-annotation.ts'

export const annotationHandlers = handle({
  'GET /api/annotations': ({ ctx }, { query }) => readAnnotations(ctx, query),

  'POST /api/annotations': async ({ ctx }, { body }) => ({ id: await addAnnotation(ctx, body) }),

  'PUT /api/annotations/{id}': async ({ ctx }, { params, body }) => {
    await changeAnnotation(ctx, { id: params.id, ...body })
    return {}
  },

  'DELETE /api/annotations/{id}': async ({ ctx }, { params }) => {
    await removeAnnotation(ctx, params.id)
    return {}
  },
})
