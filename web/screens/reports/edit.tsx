import { useLingui } from '@lingui/react/macro'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { ReportPlanView, SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { isProblem, useAsk, useChange } from '#web/api.ts'
import { FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { useMay } from '#web/session.ts'
import { useOnce } from '#web/use-once.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { NoReport } from './report.tsx'
import { draftOf, newDraft } from './report-draft.ts'
import { ReportForm } from './report-form.tsx'
import { ReportsBack } from './reports-back.tsx'

const refresh = ['GET /api/saved-reports', 'GET /api/saved-reports/{id}'] as const

/** A report that is not there yet. */
export function NewReportScreen() {
  const { t } = useLingui()
  const title = t`New report`
  useTitle(title)
  const navigate = useNavigate()
  const search = useSearch({ from: '/shell/reports/new' })
  const mayWrite = useMay()('report.write')
  const [initial] = useState(() => newDraft(search, new Date().toLocaleDateString('sv-SE')))
  const add = useOnce('POST /api/saved-reports', refresh)
  useWhenKept(add.data?.id)
  return (
    <EditPage title={title}>
      {mayWrite ? (
        <ReportForm
          initial={initial}
          onSave={(body) => add.mutate({ body })}
          onCancel={() => void navigate({ to: '/reports' })}
          isBusy={add.isPending}
          isSaved={add.isSuccess}
          error={add.error}
        />
      ) : (
        <NotAllowed>{t`You can look at reports. Your role does not write them.`}</NotAllowed>
      )}
    </EditPage>
  )
}

/** One that is kept, to be changed. */
export function EditReportScreen() {
  const { t } = useLingui()
  const { report: id } = useParams({ from: '/shell/reports/$report/edit' })
  const { data, error, refetch } = useAsk('GET /api/saved-reports/{id}', { params: { id } })
  const title = t`Edit the report`
  useTitle(title)
  return (
    <EditPage title={title}>
      {data ? (
        data.may.change ? (
          <Known key={data.id} report={data} />
        ) : (
          <NotAllowed>{t`You can look at this report. Its writer or a lead can change it.`}</NotAllowed>
        )
      ) : isProblem(error, 'not_found') || isProblem(error, 'bad_input') ? (
        <NoReport level={2} />
      ) : error ? (
        <FailedState error={error} retry={() => void refetch()} className="mx-0!" />
      ) : (
        <SkeletonRows label={t`The report is on its way`} count={5} />
      )}
    </EditPage>
  )
}

function Known({ report }: { report: SavedReportView }) {
  const navigate = useNavigate()
  const { id } = report
  // As it was when writing began: a later one that came in meanwhile was not read by whoever writes.
  const [begun] = useState(() => ({ draft: draftOf(report), version: report.version }))
  const save = useChange('PUT /api/saved-reports/{id}', { refresh, isAtOnce: true })
  const put = (plan: ReportPlanView, version: number) => save.mutate({ params: { id }, body: { ...plan, version } })
  useWhenKept(save.isSuccess ? id : undefined)
  const isTaken = save.error?.status === 409
  return (
    <ReportForm
      initial={begun.draft}
      onSave={(plan) => put(plan, begun.version)}
      onCancel={() => void navigate({ to: '/reports/$report', params: { report: id } })}
      isBusy={save.isPending}
      isSaved={save.isSuccess}
      error={save.error}
      trouble={
        isTaken
          ? (planNow) => (
              <ChangedMeanwhile id={id} isBusy={save.isPending} onSaveOver={() => put(planNow(), report.version)} />
            )
          : undefined
      }
    />
  )
}

/** Goes there once it is drawn that nothing is unsaved any more: before that, leaving would be asked about. */
function useWhenKept(id: string | undefined) {
  const navigate = useNavigate()
  useEffect(() => {
    if (id) void navigate({ to: '/reports/$report', params: { report: id }, replace: true })
  }, [id, navigate])
}

function EditPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[800px] px-4 pt-4 pb-16 md:px-8 md:pt-5">
        <ReportsBack to="/reports" />
        <h1 className="display mt-1 mb-4 text-[24px] leading-[30px]">{title}</h1>
        {children}
      </div>
    </div>
  )
}
