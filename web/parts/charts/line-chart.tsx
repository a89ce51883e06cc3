import { clsx } from 'clsx'
import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import { GridLines, Legend, StepLabels, Stretch } from './chart-grid.tsx'
import { airy, gridValues, nameSides } from './chart-scale.ts'

export type LinePoint = {
  label: string
  value: number
  /** How far down and up it may really be. */
  low?: number
  high?: number
  /** The same step in the time before. */
  before?: number
}
/** Without a number they are counted as they come. */
export type LineEvent = { at: number; label: string; number?: number }

type Props = ChartWords & {
  points: readonly LinePoint[]
  format: (value: number) => string
  /** Names for what is drawn beside the line, where it is drawn. */
  names: { band?: string; before?: string; stretch?: string }
  /** From and to which point one should look. */
  stretch?: readonly [number, number]
  events?: readonly LineEvent[]
  heightPx?: number
  onPick?: (at: number) => void
}

const margin = { top: 30, bottom: 24, left: 44, right: 52 }
const eventRadius = 9

/** How something went: the present in ink, the past dotted, doubt as a band, events numbered on top. */
export function LineChart(props: Props) {
  const { points, events = [], names, heightPx = 230 } = props
  const last = points.length - 1
  const xOf = (width: number) => scaleLinear([0, Math.max(1, last)], [margin.left, width - margin.right])
  const sidesIn = (width: number) =>
    nameSides(
      events.map(({ at, label }) => ({ x: xOf(width)(at), name: label })),
      { left: 0, right: width },
    )
  return (
    <ChartFrame
      {...props}
      steps={points.map((point) => ({ label: point.label, cells: cellsOf(point, props) }))}
      height={() => heightPx}
      stepAt={({ x, width }) => Math.min(last, Math.max(0, Math.round(xOf(width).invert(x))))}
      draw={({ width, at }) => (
        <Drawing {...props} x={xOf(width)} width={width} at={at} height={heightPx} sides={sidesIn(width)} />
      )}
      legend={(width) => (
        <>
          <EventNames events={events} isShown={sidesIn(width).includes(undefined)} />
          <Legend
            items={[
              ...(names.band ? [{ label: names.band, look: 'band' } as const] : []),
              ...(names.before ? [{ label: names.before, look: 'dots' } as const] : []),
              ...(names.stretch ? [{ label: names.stretch, look: 'stretch' } as const] : []),
            ]}
          />
        </>
      )}
    />
  )
}

function cellsOf(point: LinePoint, { format, names }: Props): string[] {
  const { low, high, before } = point
  return [
    format(point.value),
    ...(names.band && low !== undefined && high !== undefined ? [`${format(low)}–${format(high)}`] : []),
    ...(names.before && before !== undefined ? [format(before)] : []),
  ]
}

type Side = ReturnType<typeof nameSides>[number]
type DrawingProps = Props & {
  x: (at: number) => number
  width: number
  height: number
  at: number | undefined
  sides: readonly Side[]
}

function Drawing({ points, format, stretch, events = [], x, width, height, at, sides }: DrawingProps) {
  const values = points.flatMap(({ value, low = value, high = value, before = value }) => [low, high, before])
  const [low, high] = airy(Math.min(...values), Math.max(...values))
  const y = scaleLinear([low, high], [height - margin.bottom, margin.top])
  const right = width - margin.right
  const last = points.at(-1)
  const shown = at === undefined ? undefined : points[at]
  const isBanded = points.some((point) => point.low !== undefined)
  const past = points.flatMap(({ before }, i) => (before === undefined ? [] : [[i, before] as const]))
  const band = area<LinePoint>(
    (_, i) => x(i),
    ({ low: l, value }) => y(l ?? value),
    ({ high: h, value }) => y(h ?? value),
  )
  const now = line<LinePoint>(
    (_, i) => x(i),
    ({ value }) => y(value),
  )
  const then = line<readonly [number, number]>(
    ([i]) => x(i),
    ([, value]) => y(value),
  )
  return (
    <>
      {stretch && (
        <Stretch x1={x(stretch[0])} x2={x(stretch[1])} top={margin.top - 6} bottom={height - margin.bottom} />
      )}
      <GridLines values={gridValues(low, high)} y={y} left={margin.left} right={right} format={format} />
      <StepLabels labels={points.map(({ label }) => label)} x={x} y={height - 5} width={right - margin.left} />
      {past.length > 0 && (
        <path
          d={then.curve(curveMonotoneX)(past) ?? undefined}
          fill="none"
          stroke="var(--ink-3)"
          strokeWidth="1.3"
          strokeDasharray="2 4"
          strokeLinecap="round"
        />
      )}
      {isBanded && <path d={band.curve(curveMonotoneX)(points) ?? undefined} fill="var(--sea)" opacity=".16" />}
      <path
        d={now.curve(curveMonotoneX)(points) ?? undefined}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="2.2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {events.map((event, i) => (
        <EventSign
          key={event.at}
          number={event.number ?? i + 1}
          event={event}
          x={x(event.at)}
          y={y(points[event.at]?.value ?? low)}
          side={sides[i]}
        />
      ))}
      {last && (
        <>
          <circle
            cx={x(points.length - 1)}
            cy={y(last.value)}
            r="5"
            fill="var(--marker)"
            stroke="var(--ink)"
            strokeWidth="2"
          />
          <text
            x={x(points.length - 1) + 12}
            y={y(last.value) + 5}
            className="num fill-[var(--ink)] text-[15px] font-bold"
          >
            {format(last.value)}
          </text>
        </>
      )}
      {at !== undefined && shown && (
        <g>
          <line x1={x(at)} x2={x(at)} y1={margin.top} y2={height - margin.bottom} stroke="var(--ink-3)" />
          <circle cx={x(at)} cy={y(shown.value)} r="4" fill="var(--pane)" stroke="var(--ink)" strokeWidth="2" />
        </g>
      )}
    </>
  )
}

type EventProps = { number: number; event: LineEvent; x: number; y: number; side: Side }

function EventSign({ number, event, x, y, side }: EventProps) {
  return (
    <g>
      <line x1={x} x2={x} y1={eventRadius * 2} y2={y - 6} stroke="var(--ink-3)" strokeDasharray="1 3" />
      <circle cx={x} cy={y} r="3.5" fill="var(--pane)" stroke="var(--ink)" strokeWidth="1.8" />
      <circle cx={x} cy={eventRadius} r={eventRadius} fill="var(--ink)" />
      <text x={x} y={eventRadius + 4} textAnchor="middle" className="num fill-[var(--on-ink)] text-[12px] font-bold">
        {number}
      </text>
      {side && (
        <text
          x={x + (side === 'left' ? -14 : 14)}
          y={eventRadius + 4}
          textAnchor={side === 'left' ? 'end' : 'start'}
          className="fill-[var(--ink-2)] text-[12px] font-semibold"
        >
          {event.label}
        </text>
      )}
    </g>
  )
}

/** Where there is no room in the picture, and for those who do not see it, the numbers are named in a list. */
function EventNames({ events, isShown }: { events: readonly LineEvent[]; isShown: boolean }) {
  if (events.length === 0) return null
  return (
    <ol className={clsx('mt-1 flex flex-wrap gap-x-3 gap-y-1 text-meta text-ink-2', !isShown && 'sr-only')}>
      {events.map((event, i) => (
        <li key={event.at} className="inline-flex items-center gap-1.5">
          <span className="num grid size-4 place-items-center rounded-full bg-ink text-meta leading-none font-bold text-on-ink">
            {event.number ?? i + 1}
          </span>
          {event.label}
        </li>
      ))}
    </ol>
  )
}
