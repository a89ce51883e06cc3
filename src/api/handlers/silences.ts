import { handle } from '#api/handler.ts'
import { readSilenceReport } from '#inbox/read-silence-report.ts'

export const silenceHandlers = handle({
  'GET /api/silences/report': async ({ ctx }, { query }) =>
    readSilenceReport(ctx, { from: new Date(query.from), until: new Date(query.until) }),
})
