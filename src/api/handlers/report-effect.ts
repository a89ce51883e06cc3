import { handle } from '#api/handler.ts'
import { readEffect } from '#report/read-effect.ts'

export const reportEffectHandlers = handle({
  'GET /api/reports/effect': async ({ ctx }, { query }) => readEffect(ctx, query),
})
