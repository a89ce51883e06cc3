import { handle } from '#api/handler.ts'
import { mailReport, planLetters } from '#report/saved/plan-letters.ts'
import { readReport, readReports } from '#report/saved/read-reports.ts'
import { readShared } from '#report/saved/read-shared.ts'
import { removeReport } from '#report/saved/remove-report.ts'
import { addReport, changeReport } from '#report/saved/save-report.ts'
import { endShare, readShares, shareReport } from '#report/saved/share-report.ts'

export const savedReportHandlers = handle({
  'GET /api/saved-reports': async ({ ctx }) => readReports(ctx),
  'POST /api/saved-reports': async ({ ctx }, { body }) => ({ id: await addReport(ctx, body) }),
  'GET /api/saved-reports/{id}': async ({ ctx }, { params }) => readReport(ctx, params),
  'PUT /api/saved-reports/{id}': async ({ ctx }, { params, body }) => {
    await changeReport(ctx, { ...params, ...body })
    return {}
  },
  'DELETE /api/saved-reports/{id}': async ({ ctx }, { params }) => {
    await removeReport(ctx, params)
    return {}
  },
  'PUT /api/saved-reports/{id}/letters': async ({ ctx }, { params, body }) => {
    await planLetters(ctx, { ...params, ...body })
    return {}
  },
  'POST /api/saved-reports/{id}/letters': async ({ ctx }, { params, body }) => mailReport(ctx, { ...params, ...body }),
  'GET /api/saved-reports/{id}/shares': async ({ ctx }, { params }) => readShares(ctx, params),
  'POST /api/saved-reports/{id}/shares': async ({ ctx }, { params, body }) => shareReport(ctx, { ...params, ...body }),
  'DELETE /api/saved-reports/{id}/shares/{shareId}': async ({ ctx }, { params }) => {
    await endShare(ctx, params)
    return {}
  },
  'GET /api/shared-reports/{token}': async ({ house }, { params }) => readShared(house.app, params),
})
