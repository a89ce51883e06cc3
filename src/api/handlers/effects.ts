import { handle } from '#api/handler.ts'
import { readEffectMeasures } from '#inbox/effects/read-effect-measures.ts'

export const effectHandlers = handle({
  'GET /api/measures/effects': async ({ ctx }, { query }) => ({
    rows: await readEffectMeasures(ctx, { ...query, from: new Date(query.from), until: new Date(query.until) }),
  }),
})
