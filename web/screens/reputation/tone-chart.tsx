import { useLingui } from '@lingui/react/macro'
import { scaleBand, scaleLinear } from 'd3-scale'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { ChartFrame } from '#web/parts/charts/chart-frame.tsx'
import { GridLines, Legend, StepLabels } from '#web/parts/charts/chart-grid.tsx'
import { gridValues } from '#web/parts/charts/chart-scale.ts'
import { EventSigns } from '#web/parts/charts/event-signs.tsx'
import { joinSigns } from '#web/parts/charts/join-signs.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { type ChartEvent, eventPlaces } from './incident-events.ts'
import type { OnShow } from './shown.ts'
import { momentOf } from './use-report.ts'

const heightPx = 216
const margin = { top: 26, bottom: 24, left: 44, right: 4 }

type Props = {
  report: Pick<ReputationView, 'days' | 'messages'>
  events: readonly ChartEvent[]
  onShow?: OnShow
}

/** How much was said each day: positive above, negative below, the rest around the line. */
export function ToneChart({ report, events, onShow }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { days } = report
  const last = days.length - 1
  const places = eventPlaces(
    days.map(({ at }) => at),
    events,
  )
  const middle = (day: (typeof days)[number]) => (day.neutral + day.mixed + day.unsure) / 2
  const up = Math.max(1, ...days.map((day) => middle(day) + day.positive))
  const down = Math.max(1, ...days.map((day) => middle(day) + day.negative))
  const y = scaleLinear([-down, up], [heightPx - margin.bottom, margin.top])
  const bandOf = (width: number) =>
    scaleBand(days.keys(), [margin.left, Math.max(margin.left + 1, width - margin.right)]).paddingInner(0.22)
  const sum = (key: 'negative' | 'positive') => fmt.int(days.reduce((all, day) => all + day[key], 0))
  return (
    <ChartFrame
      title={t`Messages a day`}
      sentence={t`${sum('positive')} positive and ${sum('negative')} negative in all.`}
      columns={[t`Day`, t`positive`, t`neutral or mixed`, t`negative`, t`not assessed`]}
      note={t`The tone is estimated by a model, or as colleagues corrected it. Noise is not counted.`}
      sampleCount={report.messages.now.sample}
      steps={days.map((day) => ({
        label: fmt.day(momentOf(day.at)),
        cells: [day.positive, day.neutral + day.mixed, day.negative, day.unsure].map(fmt.int),
      }))}
      height={() => heightPx}
      stepAt={({ x, width }) => Math.min(last, Math.max(0, Math.floor((x - margin.left) / bandOf(width).step())))}
      onPick={
        onShow &&
        ((at) => {
          const day = days[at]
          if (day) onShow({ kind: 'messages', from: day.at, to: day.at, name: fmt.day(momentOf(day.at)) })
        })
      }
      legend={() => (
        <Legend
          items={[
            { label: t`positive`, look: 'fill', colour: 'var(--pos-f)' },
            { label: t`neutral, mixed or not assessed`, look: 'fill', colour: 'var(--neu-f)' },
            { label: t`negative`, look: 'fill', colour: 'var(--neg-f)' },
          ]}
        />
      )}
      draw={({ width, at }) => {
        const band = bandOf(width)
        const bar = band.bandwidth()
        const middleOf = (i: number) => (band(i) ?? 0) + bar / 2
        return (
          <>
            <GridLines
              values={[...new Set([0, ...gridValues(-down, up)])].slice(0, 4)}
              y={y}
              left={margin.left}
              right={width - margin.right}
              format={(value) => fmt.int(Math.abs(value))}
            />
            {days.map((day, i) => {
              const half = middle(day)
              const x = band(i) ?? 0
              return (
                <g key={day.at} opacity={at === undefined || at === i ? 1 : 0.55}>
                  <rect
                    x={x}
                    width={bar}
                    y={y(half + day.positive)}
                    height={y(half) - y(half + day.positive)}
                    rx="1.5"
                    fill="var(--pos-f)"
                  />
                  <rect x={x} width={bar} y={y(half)} height={y(-half) - y(half)} fill="var(--neu-f)" opacity=".5" />
                  <rect
                    x={x}
                    width={bar}
                    y={y(-half)}
                    height={y(-half - day.negative) - y(-half)}
                    rx="1.5"
                    fill="var(--neg-f)"
                  />
                </g>
              )
            })}
            <EventSigns events={places} signs={joinSigns(places, middleOf)} xOf={middleOf} />
            <StepLabels
              labels={days.map((day) => fmt.day(momentOf(day.at)))}
              x={(i) => (band(i) ?? 0) + (i === last ? bar : i === 0 ? 0 : bar / 2)}
              y={heightPx - 5}
              width={width - margin.left}
            />
          </>
        )
      }}
    />
  )
}
