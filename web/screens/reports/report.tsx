import { useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { isProblem, useAsk } from '#web/api.ts'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { CountedSheet } from '#web/screens/reputation/counted-sheet.tsx'
import { useReport } from '#web/screens/reputation/use-report.ts'
import { ReportBody } from './report-body.tsx'
import { ReportHead } from './report-head.tsx'
import { ReportsBack } from './reports-back.tsx'
import { useNoted } from './use-noted.ts'
import { useReportFigures } from './use-report-figures.ts'

/** One report, with the figures of now; each leads to what it counts. */
export function ReportScreen() {
  const { t } = useLingui()
  const { report: id } = useParams({ from: '/shell/reports/$report' })
  const { data, error, refetch } = useAsk('GET /api/saved-reports/{id}', { params: { id } })
  useTitle(data?.name ?? t`Report`)
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[1000px] px-4 pt-4 pb-16 md:px-8 md:pt-5">
        <ReportsBack to="/reports" />
        {data ? (
          <Opened report={data} />
        ) : isProblem(error, 'not_found') || isProblem(error, 'bad_input') ? (
          <NoReport />
        ) : error ? (
          <FailedState error={error} retry={() => void refetch()} />
        ) : (
          <SkeletonRows label={t`The report is on its way`} count={5} />
        )}
      </div>
    </div>
  )
}

export function NoReport({ level = 1 }: { level?: 1 | 2 }) {
  const { t } = useLingui()
  return (
    <EmptyState
      level={level}
      title={t`This report is not here`}
      text={t`It was removed, or it belongs to another workspace.`}
    />
  )
}

function Opened({ report }: { report: SavedReportView }) {
  const { t } = useLingui()
  const { query, reputation, effect, costs } = useReportFigures(report)
  const { shown, show } = useReport()
  const happenings = useNoted(report.days)
  const { data, error, refetch } = reputation
  const plan = { ...report, department: report.department?.name ?? null }
  return (
    <>
      <ReportHead report={report} />
      <div className="mt-3">
        {data ? (
          <ReportBody {...{ plan, effect, costs, happenings }} figures={data} onShow={show} />
        ) : error ? (
          <FailedState error={error} retry={() => void refetch()} className="mx-0!" />
        ) : (
          <SkeletonRows label={t`The figures are on their way`} count={6} />
        )}
      </div>
      {shown && <CountedSheet query={query} shown={shown} onClose={() => show(undefined)} />}
    </>
  )
}
