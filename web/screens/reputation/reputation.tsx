import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { FilePlus2, FileText } from 'lucide-react'
import { useState } from 'react'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { isProblem, useAsk } from '#web/api.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { useMay } from '#web/session.ts'
import { CostPanel } from './cost-panel.tsx'
import { CountedSheet } from './counted-sheet.tsx'
import { DriversChart } from './drivers-chart.tsx'
import { EffectPanels } from './effect-panels.tsx'
import { ExportButton } from './export/export-button.tsx'
import { FairnessTable } from './fairness-table.tsx'
import { HappenedPanel } from './happened/happened-panel.tsx'
import { useHappenings } from './happened/use-happenings.ts'
import { Headline } from './headline.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MethodDialog } from './method-dialog.tsx'
import { Panel } from './panel.tsx'
import { PeriodLine } from './period-line.tsx'
import { ReportChoices } from './report-choices.tsx'
import { SpeedMap } from './speed-map.tsx'
import { AnswerTable, TopicTable } from './tables.tsx'
import { ToneChart } from './tone-chart.tsx'
import { type ReportQuery, useReport } from './use-report.ts'
import { VoicePanel } from './voice-panel.tsx'
import { whileCounting } from './while-counting.ts'

/** How we are spoken of and how we answer: first what is the matter, then the figures. */
export function ReputationScreen() {
  const { t } = useLingui()
  const { query } = useReport()
  const { data, error, refetch } = useAsk('GET /api/reports/reputation', { query }, whileCounting)
  useTitle(t`Reputation`)
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[1280px] px-6 pt-4 pb-10 max-md:px-4">
        <header className="flex flex-wrap items-center gap-2">
          <h1 className="display flex-1 text-title">{t`Reputation`}</h1>
          <ReportsLinks />
          <ExportButton query={query} />
          <ReportChoices />
        </header>
        {data ? (
          <Report report={data} query={query} />
        ) : error ? (
          <FailedState error={error} retry={isProblem(error, 'bad_input') ? undefined : () => void refetch()} />
        ) : (
          <SkeletonRows label={t`The figures are on their way`} count={6} />
        )}
      </div>
    </div>
  )
}

/** To the reports that are kept, and to a new one of what stands here. */
function ReportsLinks() {
  const { t } = useLingui()
  const { search } = useReport()
  const mayWrite = useMay()('report.write')
  return (
    <>
      <Link to="/reports" className={btnClass()}>
        <FileText size={14} />
        {t`Reports`}
      </Link>
      {mayWrite && (
        <Link to="/reports/new" search={{ ...search, show: undefined }} className={btnClass()}>
          <FilePlus2 size={14} />
          {t`Save as report`}
        </Link>
      )}
    </>
  )
}

function Report({ report, query }: { report: ReputationView; query: ReportQuery }) {
  const { t } = useLingui()
  const { span, search, shown, show } = useReport()
  const [isMethod, setMethod] = useState(false)
  const happened = useHappenings(report.period)
  const events = happened.happenings
  if (report.messages.now.value === 0 && report.messages.before.value === 0)
    return span.kind !== 'days' && !report.isCounting ? (
      <EmptyState title={t`Nothing was said in this time`} text={t`Nor in the time before. Choose other days.`} />
    ) : (
      <EmptyState
        title={t`Nothing was said yet`}
        text={
          report.isCounting
            ? t`What was heard is being counted. It stands here in a minute.`
            : t`Once your searches find messages, it stands here how you are spoken of.`
        }
      />
    )
  return (
    <>
      <p className="num mt-1 text-ui text-ink-3">
        <PeriodLine period={report.period} />
      </p>
      {search.tone && (
        <p className="mt-1 text-ui text-ink-2">
          {t`One tone is chosen for what was said. The score, what moved it and how we answer are of all tones.`}
        </p>
      )}
      <div className="mt-4 space-y-4">
        <Headline report={report} events={events} onShow={show} onMethod={() => setMethod(true)} />
        <KeyFigures report={report} onShow={show} />
      </div>
      <div className="mt-4 grid grid-cols-12 gap-4">
        <Panel span="lg:col-span-5">
          <DriversChart report={report} onShow={show} />
        </Panel>
        <Panel span="lg:col-span-7">
          <ToneChart report={report} events={events} onShow={show} />
        </Panel>
        <HappenedPanel happened={happened} />
        <Panel span="lg:col-span-6">
          <SpeedMap report={report} onShow={show} />
        </Panel>
        <Panel span="lg:col-span-6">
          <AnswerTable report={report} onShow={show} />
        </Panel>
        <EffectPanels query={query} />
        <Panel span="min-[1400px]:col-span-8">
          <TopicTable report={report} search={search} isOneTone={search.tone !== undefined} onShow={show} />
        </Panel>
        <Panel span="min-[1400px]:col-span-4">
          <VoicePanel report={report} isOneTone={search.tone !== undefined} onShow={show} />
        </Panel>
        <Panel span="">
          <FairnessTable report={report} onShow={show} />
        </Panel>
        <CostPanel query={query} />
      </div>
      {isMethod && <MethodDialog onClose={() => setMethod(false)} />}
      {shown && <CountedSheet query={query} shown={shown} onClose={() => show(undefined)} />}
    </>
  )
}
