import { useLingui } from '@lingui/react/macro'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'
import type { SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { isProblem, useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { OnPaper } from '#web/parts/paper.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { usePrefsOf } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { NoReport } from './report.tsx'
import { ReportBody } from './report-body.tsx'
import { useNoted } from './use-noted.ts'
import { useReportFigures } from './use-report-figures.ts'

/** A report on paper; the browser prints it, or saves it as PDF. */
export function PrintReportScreen() {
  const { t } = useLingui()
  const { user } = useSession()
  usePrefsOf(user)
  const { report: id } = useParams({ from: '/paper/reports/$report/print' })
  const { data, error, refetch } = useAsk('GET /api/saved-reports/{id}', { params: { id } })
  useTitle(data?.name ?? t`Report`)
  return (
    <OnPaper>
      {data ? (
        <Sheet report={data} />
      ) : (
        <main className="p-6">
          {isProblem(error, 'not_found') || isProblem(error, 'bad_input') ? (
            <NoReport />
          ) : error ? (
            <FailedState error={error} retry={() => void refetch()} />
          ) : (
            <SkeletonRows label={t`The report is on its way`} count={5} />
          )}
        </main>
      )}
    </OnPaper>
  )
}

function Sheet({ report }: { report: SavedReportView }) {
  const { t } = useLingui()
  const { workspace } = useSession()
  const { reputation, effect, costs } = useReportFigures(report)
  const happenings = useNoted(report.days)
  const { data, error, refetch } = reputation
  return (
    <PaperSheet name={report.name} says={workspace?.name} above={<Above id={report.id} />}>
      {data ? (
        <ReportBody
          {...{ effect, costs, happenings }}
          plan={{ ...report, department: report.department?.name ?? null }}
          figures={data}
        />
      ) : error ? (
        <FailedState error={error} retry={() => void refetch()} className="mx-0!" />
      ) : (
        <SkeletonRows label={t`The figures are on their way`} count={6} />
      )}
    </PaperSheet>
  )
}

function Above({ id }: { id: string }) {
  const { t } = useLingui()
  return (
    <div className="border-b border-line print:hidden">
      <div className="mx-auto flex w-[690px] max-w-full flex-wrap items-center gap-2 px-4 py-3 min-[760px]:px-0">
        <Link
          to="/reports/$report"
          params={{ report: id }}
          className="mr-auto inline-flex min-h-8 items-center gap-1.5 text-ui text-ink-2 hover:text-ink touch:min-h-11"
        >
          <ArrowLeft size={15} />
          {t`To the report`}
        </Link>
        <Btn kind="primary" onClick={() => window.print()}>
          <Printer size={14} />
          {t`Print, or save as PDF`}
        </Btn>
      </div>
    </div>
  )
}
