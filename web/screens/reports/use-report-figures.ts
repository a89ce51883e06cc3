import type { SavedReportView } from '#api/contract/saved-report-shapes.ts'
import type { ReportPart } from '#domain/saved-report.ts'
import { useAsk } from '#web/api.ts'
import type { ReportQuery } from '#web/screens/reputation/use-report.ts'
import { whileCounting } from '#web/screens/reputation/while-counting.ts'

type Plan = Pick<SavedReportView, 'days' | 'against' | 'network' | 'departmentId' | 'tone' | 'parts'>

/** The figures of a report as they are now. What no part shows is not asked for. */
export function useReportFigures(plan: Plan) {
  const query: ReportQuery = {
    ...{ ...plan.days, against: plan.against },
    ...(plan.network && { network: plan.network }),
    ...(plan.departmentId && { departmentId: plan.departmentId }),
    ...(plan.tone && { tone: plan.tone }),
  }
  const { against, ...ofDays } = query
  const shows = (...parts: ReportPart[]) => plan.parts.some(({ part }) => parts.includes(part))
  return {
    query,
    reputation: useAsk('GET /api/reports/reputation', { query }, whileCounting),
    effect: useAsk('GET /api/reports/effect', { query: ofDays }, { enabled: shows('effect', 'works_where') }),
    costs: useAsk('GET /api/reports/costs', { query: ofDays }, { enabled: shows('costs') }),
  }
}
