import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import { GridLines, Legend, StepLabels, Stretch } from './chart-grid.tsx'
import { gridValues } from './chart-scale.ts'

/** Around what it is likely to be. */
export type Likely = { low: number; middle: number; high: number }
export type ExpectedPoint = {
  label: string
  /** Where it stands, in steps of equal length. */
  place: number
  /** Both absent for what is still to come. */
  usual?: Likely
  heard?: number
  /** What it may become; only ahead of now. */
  ahead?: Likely
}

type Props = ChartWords & {
  points: readonly ExpectedPoint[]
  format: (value: number) => string
  /** What is not named is not in the picture, nor in the table. */
  names: { heard: string; usual?: string; ahead?: string; stretch?: string }
  /** From and to which point one should look. */
  stretch?: readonly [number, number]
  /** One moment, between points too, and what it is. */
  mark?: { place: number; label: string }
  heightPx?: number
  /** The room of a name below, where they are long. */
  labelPx?: number
}

const margin = { top: 22, bottom: 24, left: 36, right: 12 }
const topMin = 4

/** How much was heard against what is usual at that hour, and what it may become: both with their doubt, from zero. */
export function ExpectedChart(props: Props) {
  const { points, names, heightPx = 220 } = props
  const ends = [points[0]?.place ?? 0, Math.max(points.at(-1)?.place ?? 0, (points[0]?.place ?? 0) + 1)]
  const placeOf = (width: number) => scaleLinear(ends, [margin.left, Math.max(margin.left + 1, width - margin.right)])
  const xOf = (width: number) => {
    const scale = placeOf(width)
    return (at: number): number => scale(points[at]?.place ?? 0)
  }
  const nearest = (x: number, width: number): number => {
    const gaps = points.map((_, i) => Math.abs(xOf(width)(i) - x))
    return Math.max(0, gaps.indexOf(Math.min(...gaps)))
  }
  const isAhead = points.some(({ ahead }) => ahead)
  return (
    <ChartFrame
      {...props}
      steps={points.map((point) => ({ label: point.label, cells: cellsOf(point, props) }))}
      height={() => heightPx}
      stepAt={({ x, width }) => nearest(x, width)}
      draw={({ width, at }) => (
        <Drawing {...props} x={xOf(width)} place={placeOf(width)} width={width} height={heightPx} at={at} />
      )}
      legend={() => (
        <Legend
          items={[
            { label: names.heard, look: 'line' },
            ...(names.usual ? [{ label: names.usual, look: 'band' } as const] : []),
            ...(isAhead && names.ahead ? [{ label: names.ahead, look: 'dots' } as const] : []),
            ...(names.stretch ? [{ label: names.stretch, look: 'stretch' } as const] : []),
          ]}
        />
      )}
    />
  )
}

function cellsOf({ heard, usual, ahead }: ExpectedPoint, { format, names }: Props): string[] {
  const range = ({ low, high }: Likely) => (low === high ? format(low) : `${format(low)}–${format(high)}`)
  return [
    heard === undefined ? '' : format(heard),
    ...(names.usual ? [usual ? range(usual) : ''] : []),
    ...(names.ahead ? [ahead ? range(ahead) : ''] : []),
  ]
}

type DrawingProps = Props & {
  x: (at: number) => number
  place: (steps: number) => number
  width: number
  height: number
  at: number | undefined
}

function Drawing({ points, format, stretch, mark, labelPx, x, place, width, height, at }: DrawingProps) {
  const top = Math.max(
    topMin,
    ...points.flatMap(({ heard = 0, usual, ahead }) => [heard, usual?.high ?? 0, ahead?.high ?? 0]),
  )
  const y = scaleLinear([0, top * 1.06], [height - margin.bottom, margin.top])
  const heard = points.flatMap((point, i) => (point.heard === undefined ? [] : [[i, point.heard] as const]))
  const ahead = points.flatMap((point, i) => (point.ahead ? [[i, point.ahead] as const] : []))
  const now = heard.at(-1)
  const right = width - margin.right
  const bottom = height - margin.bottom
  return (
    <>
      {stretch && <Stretch x1={x(stretch[0])} x2={x(stretch[1])} top={margin.top - 6} bottom={bottom} />}
      <GridLines
        values={[...new Set([0, ...gridValues(0, top)])].slice(0, 3)}
        y={y}
        left={margin.left}
        right={right}
        format={format}
      />
      <StepLabels
        labelPx={labelPx}
        labels={points.map(({ label }) => label)}
        x={x}
        y={height - 5}
        width={right - margin.left}
      />
      <Band steps={points.flatMap(({ usual }, i) => (usual ? [[i, usual] as const] : []))} x={x} y={y} opacity=".2" />
      {now && ahead.length > 0 && (
        <Ahead from={now} steps={ahead} x={x} y={y} format={format} top={margin.top - 6} bottom={bottom} />
      )}
      {mark && <Mark x={place(mark.place)} label={mark.label} top={margin.top - 6} bottom={bottom} right={right} />}
      <path
        d={lineOf(heard, { x, y })}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="2.2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {now && (
        <>
          <circle cx={x(now[0])} cy={y(now[1])} r="5" fill="var(--marker)" stroke="var(--ink)" strokeWidth="2" />
          <text
            x={x(now[0]) - 10}
            y={Math.max(14, y(now[1]) - 8)}
            textAnchor="end"
            stroke="var(--pane)"
            strokeWidth="4"
            paintOrder="stroke"
            className="num fill-[var(--ink)] text-[15px] font-bold"
          >
            {format(now[1])}
          </text>
        </>
      )}
      {at !== undefined && <line x1={x(at)} x2={x(at)} y1={margin.top} y2={bottom} stroke="var(--ink-3)" />}
    </>
  )
}

type MarkProps = { x: number; label: string; top: number; bottom: number; right: number }

/** A moment has no width: a line through the picture, and its name on that side where there is room. */
function Mark({ x, label, top, bottom, right }: MarkProps) {
  const isLeft = x > right / 2
  return (
    <>
      <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--marker)" strokeWidth="4" />
      <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--ink)" strokeWidth="1" />
      <text
        x={isLeft ? x - 6 : x + 6}
        y={top + 9}
        textAnchor={isLeft ? 'end' : 'start'}
        stroke="var(--pane)"
        strokeWidth="4"
        paintOrder="stroke"
        className="num fill-[var(--ink-2)] text-[12px] font-semibold"
      >
        {label}
      </text>
    </>
  )
}

type Places = { x: (at: number) => number; y: (value: number) => number }
type Step<T> = readonly [number, T]

function lineOf(steps: readonly Step<number>[], { x, y }: Places): string | undefined {
  const path = line<Step<number>>(
    ([i]) => x(i),
    ([, value]) => y(value),
  )
  return path.curve(curveMonotoneX)(steps) ?? undefined
}

function Band({ steps, x, y, opacity }: Places & { steps: readonly Step<Likely>[]; opacity: string }) {
  const band = area<Step<Likely>>(
    ([i]) => x(i),
    ([, { low }]) => y(low),
    ([, { high }]) => y(high),
  )
  return <path d={band.curve(curveMonotoneX)(steps) ?? undefined} fill="var(--sea)" opacity={opacity} />
}

type AheadProps = Places & {
  from: Step<number>
  steps: readonly Step<Likely>[]
  format: (value: number) => string
  top: number
  bottom: number
}

/** It opens from what is known, and its far end says how wide it is. */
function Ahead({ from: [at, value], steps, x, y, format, top, bottom }: AheadProps) {
  const known: Step<Likely> = [at, { low: value, middle: value, high: value }]
  const all = [known, ...steps]
  const end = steps.at(-1)
  return (
    <>
      <line x1={x(at)} x2={x(at)} y1={top} y2={bottom} stroke="var(--line-strong)" strokeDasharray="2 3" />
      <Band steps={all} x={x} y={y} opacity=".34" />
      <path
        d={lineOf(
          all.map(([i, { middle }]) => [i, middle]),
          { x, y },
        )}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="1.6"
        strokeDasharray="2 5"
        strokeLinecap="round"
      />
      {end && (
        <text
          x={x(end[0])}
          y={Math.max(14, y(end[1].high) - 5)}
          textAnchor="end"
          className="num fill-[var(--ink-2)] text-[12px]"
        >
          {`${format(end[1].low)}–${format(end[1].high)}`}
        </text>
      )}
    </>
  )
}
