import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { TopicReportView } from '#api/contract/report-shapes.ts'
import { isProblem, useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useNetworkName } from '#web/parts/network.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { CountedSheet } from './counted-sheet.tsx'
import { HappenedPanel } from './happened/happened-panel.tsx'
import { useHappenings } from './happened/use-happenings.ts'
import { ScoreChart } from './headline.tsx'
import { useMeasureWords } from './measure-words.ts'
import { Panel, PanelNote, PanelTitle } from './panel.tsx'
import { PeriodLine } from './period-line.tsx'
import { cell, rowHead, Table } from './plain-table.tsx'
import { ReportChoices } from './report-choices.tsx'
import type { Shown } from './shown.ts'
import { ToneChart } from './tone-chart.tsx'
import { type ReportQuery, useReport } from './use-report.ts'
import { whileCounting } from './while-counting.ts'

/** One topic in depth: how it is spoken of, where, and how long one waits who asks about it. */
export function TopicReportScreen() {
  const { t } = useLingui()
  const { id = '' } = useParams({ strict: false })
  const { query, search } = useReport()
  const { tone, ...asked } = query
  const { data, error, refetch } = useAsk(
    'GET /api/reports/topics/{id}',
    { params: { id }, query: asked },
    whileCounting,
  )
  useTitle(data?.name ?? t`Topic`)
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[1280px] px-6 pt-4 pb-10 max-md:px-4">
        <Link
          to="/reputation"
          search={{ ...search, show: undefined }}
          className="inline-flex min-h-6 items-center gap-1 text-ui text-link hover:underline touch:min-h-11"
        >
          <ArrowLeft size={14} /> {t`Reputation`}
        </Link>
        <header className="mt-1 flex flex-wrap items-center gap-2">
          <h1 className="display flex-1 text-title">{data?.name ?? t`Topic`}</h1>
          <ReportChoices isTopic />
        </header>
        {data ? (
          <Topic topic={data} query={asked} />
        ) : error ? (
          <FailedState error={error} retry={isProblem(error, 'bad_input') ? undefined : () => void refetch()} />
        ) : (
          <SkeletonRows label={t`The figures are on their way`} count={6} />
        )}
      </div>
    </div>
  )
}

function Topic({ topic, query }: { topic: TopicReportView; query: ReportQuery }) {
  const { shown, show } = useReport()
  const happened = useHappenings(topic.period)
  const events = happened.happenings
  const ofTopic = (one: Shown) => show(one.kind === 'messages' ? { ...one, topicId: topic.id } : one)
  return (
    <>
      <p className="num mt-1 text-ui text-ink-3">
        <PeriodLine period={topic.period} />
      </p>
      <TopicSentence topic={topic} />
      <div className="mt-4 grid grid-cols-12 gap-4">
        <Panel span="lg:col-span-6">
          <ScoreChart report={topic} events={events} onShow={ofTopic} />
        </Panel>
        <Panel span="lg:col-span-6">
          <ToneChart report={topic} events={events} onShow={ofTopic} />
        </Panel>
        <HappenedPanel happened={happened} />
        <Panel span="lg:col-span-6">
          <WaitPart topic={topic} onShow={show} />
        </Panel>
        <Panel span="lg:col-span-6">
          <NetworkPart topic={topic} onShow={ofTopic} />
        </Panel>
      </div>
      {shown && <CountedSheet query={query} shown={shown} onClose={() => show(undefined)} />}
    </>
  )
}

function TopicSentence({ topic: { messages, score, points, isCounting } }: { topic: TopicReportView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { signed, tenths, doubt } = useMeasureWords()
  const whole = (value: number) => fmt.int(Math.round(value))
  const now = messages.now.value ?? 0
  const before = fmt.int(messages.before.value ?? 0)
  return (
    <p className="num mt-2 max-w-[70ch] text-body text-pretty text-ink-2">
      {t`${plural(now, { one: '# message', other: '# messages' })}, ${before} in the time before.`}{' '}
      {score.value !== null && t`Its own score is ${whole(score.value)}, ${doubt(score, whole)} with a known tone.`}{' '}
      {points !== null &&
        t`It moved the whole score by ${signed(points)} ${plural(tenths(points), { one: 'point', other: 'points' })}.`}
      {isCounting && ` ${t`Some hours are being counted anew at this moment.`}`}
    </p>
  )
}

type PartProps = { topic: TopicReportView; onShow: (shown: Shown) => void }

function WaitPart({ topic: { id, name, waits }, onShow }: PartProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { minutes, doubt } = useMeasureWords()
  const rows = [
    { label: t`First answer, median`, measure: waits.median, write: minutes, outcome: 'answered' },
    { label: t`Nine in ten answered within`, measure: waits.mostWait, write: minutes, outcome: 'answered' },
    { label: t`Answered at all`, measure: waits.answerRate, write: fmt.pct, outcome: 'answered' },
    { label: t`Answered within the promise`, measure: waits.within, write: fmt.pct, outcome: 'kept' },
  ] as const
  return (
    <>
      <PanelTitle>{t`How we answer`}</PanelTitle>
      <Table caption={t`How we answer`} heads={[t`What`, t`Figure`]}>
        {rows.map(({ label, measure, write, outcome }) => (
          <tr key={label} className="border-b border-line align-top last:border-0">
            <th scope="row" className={rowHead}>
              <button
                type="button"
                onClick={() => onShow({ kind: 'waits', cut: 'topic', value: id, outcome, name })}
                className="min-h-6 min-w-6 text-left underline-offset-2 hover:underline touch:min-h-11 touch:min-w-11"
              >
                {label}
              </button>
            </th>
            <td className={cell}>
              <span className={measure.isTooFew ? 'text-ink-3' : 'font-semibold'}>
                {measure.value === null ? '–' : write(measure.value)}
              </span>
              <span className="block text-meta text-ink-3">{doubt(measure, write)}</span>
            </td>
          </tr>
        ))}
      </Table>
      <PanelNote>{t`Of everybody who waited for a first answer about this topic, from publication.`}</PanelNote>
    </>
  )
}

function NetworkPart({ topic: { name, networks }, onShow }: PartProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const networkName = useNetworkName()
  return (
    <>
      <PanelTitle>{t`Where it is spoken of`}</PanelTitle>
      <Table caption={t`Where it is spoken of`} heads={[t`Network`, t`Messages`]}>
        {networks.map(({ network, messages }) => (
          <tr key={network} className="border-b border-line last:border-0">
            <th scope="row" className={rowHead}>
              <button
                type="button"
                onClick={() => onShow({ kind: 'messages', network, name: t`${name} on ${networkName(network)}` })}
                className="min-h-6 min-w-6 text-left underline-offset-2 hover:underline touch:min-h-11 touch:min-w-11"
              >
                {networkName(network)}
              </button>
            </th>
            <td className={cell}>{fmt.int(messages)}</td>
          </tr>
        ))}
      </Table>
      <PanelNote>{t`Counted in full; noise is not counted.`}</PanelNote>
    </>
  )
}
