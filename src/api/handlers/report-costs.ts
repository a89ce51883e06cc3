import { handle } from '#api/handler.ts'
import { readCosts } from '#report/read-costs.ts'
import { saveCosts } from '#report/save-costs.ts'

export const reportCostHandlers = handle({
  'GET /api/reports/costs': async ({ ctx }, { query }) => readCosts(ctx, query),
  'PUT /api/reports/costs': async ({ ctx }, { body }) => {
    await saveCosts(ctx, body)
    return {}
  },
})
