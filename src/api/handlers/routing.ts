import { handle } from '#api/handler.ts'
import { presentRouting } from '#api/present/present-routing.ts'
import { askApply, askTrial, askUndo, stopRun } from '#inbox/routing/ask-run.ts'
import { readRouting } from '#inbox/routing/read-routing.ts'
import { changeRule, createRule, orderRules, removeRule, switchRule } from '#inbox/routing/save-rule.ts'

export const routingHandlers = handle({
  'GET /api/routing': async ({ ctx }) => presentRouting(await readRouting(ctx)),

  'POST /api/routing/rules': async ({ ctx }, { body }) => ({ id: (await createRule(ctx, body)).id }),

  'PUT /api/routing/rules/{id}': async ({ ctx }, { params, body }) => ({
    id: (await changeRule(ctx, { ...params, ...body })).id,
  }),

  'PATCH /api/routing/rules/{id}': async ({ ctx }, { params, body }) => ({
    id: (await switchRule(ctx, { ...params, ...body })).id,
  }),

  'DELETE /api/routing/rules/{id}': async ({ ctx }, { params }) => {
    await removeRule(ctx, params.id)
    return {}
  },

  'PUT /api/routing/order': async ({ ctx }, { body }) => {
    await orderRules(ctx, body.ids)
    return {}
  },

  'POST /api/routing/trials': async ({ ctx }, { body }) => askTrial(ctx, body),

  'POST /api/routing/applications': async ({ ctx }) => askApply(ctx),

  'DELETE /api/routing/runs/{id}': async ({ ctx }, { params }) => {
    await stopRun(ctx, params.id)
    return {}
  },

  'POST /api/routing/runs/{id}/undo': async ({ ctx }, { params }) => askUndo(ctx, params.id),
})
