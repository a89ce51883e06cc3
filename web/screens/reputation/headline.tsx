import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ArrowRight, CircleHelp } from 'lucide-react'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { LineChart } from '#web/parts/charts/line-chart.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useIsPaper } from '#web/parts/paper.tsx'
import { type ChartEvent, eventPlaces } from './incident-events.ts'
import { useMeasureWords } from './measure-words.ts'
import type { OnShow } from './shown.ts'
import { momentOf } from './use-report.ts'

type Props = {
  report: ReputationView
  events: readonly ChartEvent[]
  onShow?: OnShow
  /** Absent where the method stands in full elsewhere. */
  onMethod?: (() => void) | undefined
}

/** What is the matter, in one sentence; then how it went. */
export function Headline({ report, events, onShow, onMethod }: Props) {
  const { t } = useLingui()
  const isPaper = useIsPaper()
  const messages = report.messages.now.value ?? 0
  return (
    <section
      className={`grid rounded-xl border border-line bg-pane px-6 pt-5 pb-4 max-md:px-4 ${isPaper ? 'gap-5' : 'grid-cols-[minmax(0,4fr)_minmax(0,7fr)] gap-8 max-lg:grid-cols-1 max-lg:gap-5'}`}
    >
      <div className="flex flex-col">
        <Sentence report={report} />
        <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 pt-4 empty:hidden">
          {onShow && (
            <Btn kind="primary" onClick={() => onShow({ kind: 'messages' })}>
              {plural(messages, { one: 'Read the one message', other: 'Read the # messages' })} <ArrowRight size={15} />
            </Btn>
          )}
          {onMethod && (
            <Btn kind="quiet" onClick={onMethod}>
              <CircleHelp size={14} /> {t`How is this measured?`}
            </Btn>
          )}
        </div>
      </div>
      <ScoreChart report={report} events={events} onShow={onShow} />
    </section>
  )
}

function Sentence({ report }: { report: ReputationView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { doubt } = useMeasureWords()
  const { score, change } = report
  const whole = (value: number) => fmt.int(Math.round(value))
  const value = whole(score.value ?? 0)
  const moved = Math.abs(Math.round((change?.points ?? 0) * 10) / 10)
  const points = fmt.decimal(moved)
  const driver = report.topics.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))[0]
  const isClear = change?.isClear === true
  const same = driver && isClear && Math.sign(driver.points) === Math.sign(change.points) ? driver : undefined
  return (
    <>
      <h2 className="display text-hero text-balance max-md:text-[26px] max-md:leading-[31px]">
        {score.value === null || score.isTooFew
          ? t`Too little was said to put a figure on it.`
          : !isClear
            ? t`Reputation stands at ${value}. Nothing moved it clearly.`
            : change.points < 0
              ? t`Reputation fell ${plural(moved, { one: '# point', other: '# points' })} to ${value}.`
              : t`Reputation rose ${plural(moved, { one: '# point', other: '# points' })} to ${value}.`}
      </h2>
      <p className="num mt-3 text-body text-pretty text-ink-2">
        {same && t`${same.name} did most of it. `}
        {score.value !== null &&
          !score.isTooFew &&
          t`The score lies ${doubt(score, whole)} messages of which the tone is known. `}
        {change === null
          ? t`The time before had too little to compare with.`
          : !isClear && t`The difference of ${points} with the time before may be chance.`}
        {report.isCounting && ` ${t`Some hours are being counted anew at this moment.`}`}
      </p>
    </>
  )
}

type ChartProps = Pick<Props, 'events' | 'onShow'> & { report: Pick<ReputationView, 'days' | 'score'> }

/** The course of a score: of the house, or of one topic. */
export function ScoreChart({ report, events, onShow }: ChartProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const whole = (value: number) => fmt.int(Math.round(value))
  const known = report.days.filter(({ score }) => score.value !== null)
  const values = known.flatMap(({ score }) => score.value ?? [])
  if (values.length < 2)
    return (
      <p className="self-center text-ui text-ink-3">{t`Once there are two days with a tone, its course stands here.`}</p>
    )
  const [first, last] = [whole(values[0] ?? 0), whole(values.at(-1) ?? 0)]
  return (
    <LineChart
      title={t`Score, of the week up to each day`}
      sentence={t`From ${first} to ${last}, where 50 is as much good as bad.`}
      columns={[t`Day`, t`Score`, t`certain within`, t`the time before`]}
      names={{ band: t`95% certain within`, before: t`the time before` }}
      points={known.map(({ at, score, before }) => ({
        ...{ label: fmt.day(momentOf(at)), value: score.value ?? 0, low: score.low ?? 0, high: score.high ?? 100 },
        ...(before !== null && { before }),
      }))}
      format={whole}
      events={eventPlaces(
        known.map(({ at }) => at),
        events,
      )}
      onPick={
        onShow &&
        ((at) => {
          const day = known[at]
          if (day) onShow({ kind: 'messages', from: day.at, to: day.at, name: fmt.day(momentOf(day.at)) })
        })
      }
      sampleCount={report.score.sample}
    />
  )
}
