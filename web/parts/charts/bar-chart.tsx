import { scaleBand, scaleLinear } from 'd3-scale'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import { GridLines, StepLabels, Stretch } from './chart-grid.tsx'
import { gridValues } from './chart-scale.ts'

export type BarPoint = { label: string; value: number }

type Props = ChartWords & {
  points: readonly BarPoint[]
  format: (value: number) => string
  stretch?: readonly [number, number]
  heightPx?: number
}

const margin = { top: 18, bottom: 24, left: 44, right: 4 }
const barPxMax = 44

/** How many of something, each step against zero. The newest is in ink and carries its figure. */
export function BarChart(props: Props) {
  const { points, format, stretch, heightPx = 200 } = props
  const last = points.length - 1
  const bandOf = (width: number) =>
    scaleBand(points.keys(), [margin.left, Math.max(margin.left + 1, width - margin.right)]).paddingInner(0.28)
  const stepAt = ({ x, width }: { x: number; width: number }): number =>
    Math.min(last, Math.max(0, Math.floor((x - margin.left) / bandOf(width).step())))
  const values = points.map(({ value }) => value)
  const ends = [Math.min(0, ...values), Math.max(1, ...values)] as const
  const y = scaleLinear(ends, [heightPx - margin.bottom, margin.top])
  return (
    <ChartFrame
      {...props}
      steps={points.map(({ label, value }) => ({ label, cells: [format(value)] }))}
      height={() => heightPx}
      stepAt={stepAt}
      draw={({ width, at }) => {
        const band = bandOf(width)
        const bar = Math.min(barPxMax, band.bandwidth())
        const leftOf = (i: number): number => (band(i) ?? 0) + (band.bandwidth() - bar) / 2
        const shown = at ?? last
        const read = points[shown]
        return (
          <>
            {stretch && (
              <Stretch
                x1={leftOf(stretch[0]) - 3}
                x2={leftOf(stretch[1]) + bar + 3}
                top={margin.top - 6}
                bottom={heightPx - margin.bottom}
              />
            )}
            <GridLines
              values={[...new Set([0, ...gridValues(...ends)])].slice(0, 3)}
              y={y}
              left={margin.left}
              right={width - margin.right}
              format={format}
            />
            {points.map(({ label, value }, i) => (
              <rect
                key={label}
                x={leftOf(i)}
                width={bar}
                y={Math.min(y(0), y(value))}
                height={value === 0 ? 0 : Math.max(2, Math.abs(y(value) - y(0)))}
                rx="2"
                fill={i === shown ? 'var(--ink)' : 'var(--neu-f)'}
              />
            ))}
            {read && (
              <text
                x={leftOf(shown) + bar / 2}
                y={y(Math.max(0, read.value)) - 6}
                textAnchor={shown === last && last > 0 ? 'end' : 'middle'}
                dx={shown === last && last > 0 ? bar / 2 : 0}
                className="num fill-[var(--ink)] text-[13px] font-bold"
              >
                {format(read.value)}
              </text>
            )}
            <StepLabels
              labels={points.map(({ label }) => label)}
              x={(i) => (i === 0 ? leftOf(i) : i === last ? leftOf(i) + bar : leftOf(i) + bar / 2)}
              y={heightPx - 5}
              width={width - margin.left}
            />
          </>
        )
      }}
    />
  )
}
