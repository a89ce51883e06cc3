import { z } from 'zod'
import { id } from './basic-shapes.ts'
import { reportMessageShape, reportTones, reputationShape } from './report-shapes.ts'
import type { Route } from './route.ts'

const asked = {
  /** Days by the calendar of the workspace, both in it. */
  from: z.iso.date(),
  to: z.iso.date(),
  network: z.string().max(40).optional(),
  departmentId: id.optional(),
}

/** How we are spoken of and how we answer. What each figure is: docs/measures.md. */
export const reportRoutes = {
  'GET /api/reports/reputation': {
    who: 'member',
    says: 'How we are spoken of and how we answer between two days, against as many days before or the same weeks a year earlier: each figure with what it rests on and between which two numbers the truth lies.',
    query: z.object({ ...asked, against: z.enum(['before', 'year']).default('before') }),
    answer: reputationShape,
  },
  'GET /api/reports/messages': {
    who: 'member',
    says: 'The messages that a figure of a report counts, the newest first, a page at a time.',
    query: z.object({
      ...asked,
      topicId: id.optional(),
      tone: z.enum(reportTones).optional(),
      /** Of the page before. */
      after: z.string().max(80).optional(),
    }),
    answer: z.object({ rows: z.array(reportMessageShape), next: z.string().nullable() }),
  },
} as const satisfies Record<string, Route>
