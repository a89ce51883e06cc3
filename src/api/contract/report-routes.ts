import { z } from 'zod'
import { policyStrategies } from '#domain/policy.ts'
import { id } from './basic-shapes.ts'
import * as report from './report-shapes.ts'
import { reportMessageShape, reportTones, reputationShape } from './report-shapes.ts'
import type { Route } from './route.ts'

const asked = {
  /** Days by the calendar of the workspace, both in it. */
  from: z.iso.date(),
  to: z.iso.date(),
  network: z.string().max(40).optional(),
  departmentId: id.optional(),
}

const against = z.enum(['before', 'year']).default('before')
/** Of the page before. */
const after = z.string().max(80).optional()
const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    next: z.string().nullable(),
    /** As the figure says it. */
    total: z.int(),
  })

/** How we are spoken of and how we answer. What each figure is: docs/measures.md. */
export const reportRoutes = {
  'GET /api/reports/reputation': {
    who: 'member',
    says: 'How we are spoken of and how we answer between two days, against as many days before or the same weeks a year earlier: each figure with what it rests on and between which two numbers the truth lies.',
    query: z.object({ ...asked, against, tone: z.enum(reportTones).optional() }),
    answer: reputationShape,
  },
  'GET /api/reports/messages': {
    who: 'member',
    says: 'The messages that a figure of a report counts, the newest first, a page at a time.',
    query: z.object({
      ...asked,
      topicId: id.optional(),
      tone: z.enum(reportTones).optional(),
      after,
    }),
    answer: pageOf(reportMessageShape),
  },
  'GET /api/reports/waits': {
    who: 'member',
    says: 'Whoever waited for a first answer, as a figure of a report counts them, the newest first, a page at a time. `value` says which one of the cut: a cell of the week is `3 14`, Thursday from two to three.',
    query: z.object({
      ...asked,
      cut: z.enum(report.waitLineCuts).optional(),
      value: z.string().max(80).optional(),
      outcome: z.enum(report.waitOutcomes).optional(),
      after,
    }),
    answer: pageOf(report.reportCaseShape),
  },
  'GET /api/reports/answers': {
    who: 'member',
    says: 'The answers that a figure of a report counts, or where it was decided to say nothing, the newest first, a page at a time.',
    query: z.object({
      ...asked,
      which: z.enum(report.answerKinds),
      strategy: z.enum(policyStrategies).optional(),
      reasonId: z.string().max(80).optional(),
      after,
    }),
    answer: pageOf(report.reportCaseShape.omit({ minutes: true })),
  },
  'GET /api/reports/topics/{id}': {
    who: 'member',
    says: 'One topic in depth: how it is spoken of day by day and where, and how long one waits who asks about it.',
    params: z.object({ id }),
    query: z.object({ ...asked, against }),
    answer: report.topicReportShape,
  },
} as const satisfies Record<string, Route>
