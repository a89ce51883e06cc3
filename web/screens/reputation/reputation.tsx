import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { useAsk } from '#web/api.ts'
import { Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useNetworkName } from '#web/parts/network.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { CostPanel } from './cost-panel.tsx'
import { DriversChart } from './drivers-chart.tsx'
import { EffectPanels } from './effect-panels.tsx'
import { ExportButton } from './export/export-button.tsx'
import { Headline } from './headline.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MessagesSheet } from './messages-sheet.tsx'
import { MethodDialog } from './method-dialog.tsx'
import { Panel } from './panel.tsx'
import { SpeedMap } from './speed-map.tsx'
import { AnswerTable, FairnessTable, TopicTable, VoiceTable } from './tables.tsx'
import { ToneChart } from './tone-chart.tsx'
import { momentOf, periods, type ReportQuery, useReport } from './use-report.ts'

/** How we are spoken of and how we answer: first what is the matter, then the figures. */
export function ReputationScreen() {
  const { t } = useLingui()
  const { query } = useReport()
  const { data, error, refetch } = useAsk('GET /api/reports/reputation', { query })
  useTitle(t`Reputation`)
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[1280px] px-6 pt-4 pb-10 max-md:px-4">
        <header className="flex flex-wrap items-center gap-2">
          <h1 className="display flex-1 text-title">{t`Reputation`}</h1>
          <ExportButton query={query} />
          <Choices />
        </header>
        {data ? (
          <Report report={data} query={query} />
        ) : error ? (
          <FailedState error={error} retry={() => void refetch()} />
        ) : (
          <SkeletonRows label={t`The figures are on their way`} count={6} />
        )}
      </div>
    </div>
  )
}

function Choices() {
  const { t } = useLingui()
  const { days, query, change } = useReport()
  const networkName = useNetworkName()
  const departments = useAsk('GET /api/departments').data ?? []
  const networks = [...new Set((useAsk('GET /api/sources').data ?? []).map(({ connector }) => connector))]
  return (
    <div className="grid grid-cols-[repeat(4,auto)] gap-2 max-lg:w-full max-lg:grid-cols-2">
      <Select
        aria-label={t`Period`}
        value={String(days)}
        onChange={({ currentTarget: { value } }) => change({ days: Number(value) })}
        choices={periods.map((one) => ({ value: String(one), label: t`Last ${one} days` }))}
      />
      <Select
        aria-label={t`Against`}
        value={query.against ?? 'before'}
        onChange={({ currentTarget: { value } }) => change({ against: value === 'year' ? 'year' : undefined })}
        choices={[
          { value: 'before', label: t`against the time before` },
          { value: 'year', label: t`against a year earlier` },
        ]}
      />
      <Select
        aria-label={t`Network`}
        value={query.network ?? ''}
        onChange={({ currentTarget: { value } }) => change({ network: value || undefined })}
        choices={[
          { value: '', label: t`All networks` },
          ...networks.map((id) => ({ value: id, label: networkName(id) })),
        ]}
      />
      {departments.length > 0 && (
        <Select
          aria-label={t`Department`}
          value={query.departmentId ?? ''}
          onChange={({ currentTarget: { value } }) => change({ departmentId: value || undefined })}
          choices={[
            { value: '', label: t`All departments` },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </div>
  )
}

type Opened = { kind: 'method' } | { kind: 'messages'; topic?: { id: string; name: string } }

function Report({ report, query }: { report: ReputationView; query: ReportQuery }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const [opened, setOpened] = useState<Opened>()
  const { before } = report.period
  const [from, to] = [fmt.day(momentOf(before.from)), fmt.day(momentOf(before.to))]
  const close = () => setOpened(undefined)
  if (report.messages.now.value === 0 && report.messages.before.value === 0)
    return (
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
      <p className="num mt-1 text-ui text-ink-3">{t`Held against ${from} to ${to}.`}</p>
      <Headline
        report={report}
        onRead={() => setOpened({ kind: 'messages' })}
        onMethod={() => setOpened({ kind: 'method' })}
      />
      <KeyFigures report={report} />
      <div className="mt-4 grid grid-cols-12 gap-4">
        <Panel span="lg:col-span-5">
          <DriversChart report={report} />
        </Panel>
        <Panel span="lg:col-span-7">
          <ToneChart report={report} />
        </Panel>
        <Panel span="lg:col-span-6">
          <SpeedMap report={report} />
        </Panel>
        <Panel span="lg:col-span-6">
          <AnswerTable report={report} />
        </Panel>
        <EffectPanels query={query} />
        <Panel span="lg:col-span-8">
          <TopicTable report={report} onRead={(topic) => setOpened({ kind: 'messages', topic })} />
        </Panel>
        <Panel span="lg:col-span-4">
          <VoiceTable report={report} />
        </Panel>
        <Panel span="">
          <FairnessTable report={report} />
        </Panel>
        <CostPanel query={query} />
      </div>
      {opened?.kind === 'method' && <MethodDialog onClose={close} />}
      {opened?.kind === 'messages' && (
        <MessagesSheet query={query} {...(opened.topic && { topic: opened.topic })} onClose={close} />
      )}
    </>
  )
}
