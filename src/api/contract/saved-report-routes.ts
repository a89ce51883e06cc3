import { z } from 'zod'
import { shareDaysMax } from '#domain/saved-report.ts'
import { at, id } from './basic-shapes.ts'
import { byId, nothing, version } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './saved-report-shapes.ts'

/** Reports that somebody put together: kept, sent and shown. */
export const savedReportRoutes = {
  'GET /api/saved-reports': {
    who: 'member',
    says: 'The reports that were put together here.',
    answer: shape.savedReportsShape,
  },
  'POST /api/saved-reports': {
    who: 'member',
    says: 'Keep a report: of what, which parts in which order, and in whose words.',
    body: shape.reportPlanShape,
    answer: byId,
    isOnce: true,
  },
  'GET /api/saved-reports/{id}': {
    who: 'member',
    says: 'One report as it was put together, when it leaves, and the letters that left.',
    params: byId,
    answer: shape.savedReportShape,
  },
  'PUT /api/saved-reports/{id}': {
    who: 'member',
    says: 'Change a report, whole. Refused when a colleague changed it since `version`.',
    params: byId,
    body: shape.reportPlanShape.extend({ version }),
    answer: nothing,
  },
  'DELETE /api/saved-reports/{id}': {
    who: 'member',
    says: 'Remove a report. Its links show nothing from then on, and it does not leave any more.',
    params: byId,
    answer: nothing,
  },
  'PUT /api/saved-reports/{id}/letters': {
    who: 'member',
    says: 'Say when a report leaves by e-mail and for whom; null: it does not leave by itself.',
    params: byId,
    body: z.object({ letters: shape.letterPlanShape.nullable() }),
    answer: nothing,
  },
  'POST /api/saved-reports/{id}/letters': {
    who: 'member',
    says: 'Send a report by e-mail now, to these addresses.',
    params: byId,
    body: z.object({
      addresses: shape.letterPlanShape.shape.addresses,
      lang: shape.letterPlanShape.shape.lang,
      linkDays: shape.letterPlanShape.shape.linkDays,
      hasPdf: z.boolean(),
    }),
    answer: z.object({ count: z.int() }),
    isOnce: true,
  },
  'GET /api/saved-reports/{id}/shares': {
    who: 'member',
    says: 'The links by which a report is shown to whoever has them.',
    params: byId,
    answer: z.array(shape.reportShareShape),
  },
  'POST /api/saved-reports/{id}/shares': {
    who: 'member',
    says: 'Make a link that shows a report, of the days it means now, until it expires.',
    params: byId,
    body: z.object({ days: z.int().min(1).max(shareDaysMax) }),
    answer: z.object({ id, url: z.string(), expiresAt: at }),
    isOnce: true,
  },
  'DELETE /api/saved-reports/{id}/shares/{shareId}': {
    who: 'member',
    says: 'End a link before it expires.',
    params: z.object({ id, shareId: id }),
    answer: nothing,
  },
  'GET /api/shared-reports/{token}': {
    who: 'anyone',
    says: 'A report, by a link that was made for it and has not expired. To read only.',
    params: z.object({ token: z.string().max(200) }),
    answer: shape.sharedReportShape,
  },
} as const satisfies Record<string, Route>
