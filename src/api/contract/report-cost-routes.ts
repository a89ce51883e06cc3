import { z } from 'zod'
import { id, type Wire } from './basic-shapes.ts'
import { nothing } from './common-shapes.ts'
import { measureShape } from './report-shapes.ts'
import type { Route } from './route.ts'

const money = z.number().min(0).max(1_000_000)
const cost = z.number().nullable()

export const costSettingsShape = z.object({
  /** As ISO 4217 writes it. Nothing is converted. */
  currency: z.string().regex(/^[A-Z]{3}$/u),
  /** Of an hour of a colleague; null says nothing of it. */
  hourCost: money.nullable(),
  /** Of a month, by the id of a source. */
  sourceCosts: z.record(id, money),
})

export const costReportShape = z.object({
  settings: costSettingsShape,
  ...{ days: z.int(), answers: z.int() },
  /** Of writing one answer, of those of which it can be told. */
  minutes: measureShape,
  ...{ writing: cost, assist: z.number(), listening: cost, perAnswer: cost },
  sources: z.array(
    z.object({
      ...{ id, name: z.string(), network: z.string(), mentions: z.int(), answers: z.int() },
      ...{ cost, perMention: cost, perAnswer: cost },
    }),
  ),
})
export type CostReportView = Wire<z.infer<typeof costReportShape>>

export const reportCostRoutes = {
  'GET /api/reports/costs': {
    who: 'member',
    says: 'What answering and listening cost between two days, by what the workspace says its work costs: for each answer, source and message.',
    query: z.object({
      ...{ from: z.iso.date(), to: z.iso.date() },
      ...{ network: z.string().max(40).optional(), departmentId: id.optional() },
    }),
    answer: costReportShape,
  },
  'PUT /api/reports/costs': {
    who: 'member',
    says: 'Set what an hour of a colleague and a month of each source cost, whole.',
    body: costSettingsShape,
    answer: nothing,
  },
} as const satisfies Record<string, Route>
