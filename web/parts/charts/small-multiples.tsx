import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import { tickClass } from './chart-grid.tsx'

export type Panel = { name: string; values: readonly number[] }

type Props = ChartWords & {
  panels: readonly Panel[]
  /** What the steps are called; the same for all. */
  labels: readonly string[]
  format: (value: number) => string
}

const panelPxMin = 152
const gap = 20
const panelHeight = 92
const drawn = { top: 26, bottom: 72 }

/** The same picture for each of several things, on one scale: what is larger looks larger. */
export function SmallMultiples(props: Props) {
  const { panels, labels, format } = props
  const last = labels.length - 1
  const layout = (width: number) => {
    const columns = Math.max(1, Math.min(panels.length, Math.floor((width + gap) / (panelPxMin + gap))))
    return { columns, panelPx: (width - gap * (columns - 1)) / columns }
  }
  const most = Math.max(1, ...panels.flatMap(({ values }) => values))
  const y = scaleLinear([0, most], [drawn.bottom, drawn.top])
  return (
    <ChartFrame
      {...props}
      steps={labels.map((label, i) => ({ label, cells: panels.map(({ values }) => format(values[i] ?? 0)) }))}
      height={(width) => Math.ceil(panels.length / layout(width).columns) * panelHeight}
      stepAt={({ x, width }) => {
        const { panelPx } = layout(width)
        return Math.min(last, Math.max(0, Math.round(((x % (panelPx + gap)) / panelPx) * last)))
      }}
      draw={({ width, at }) => {
        const { columns, panelPx } = layout(width)
        const x = scaleLinear([0, Math.max(1, last)], [1, panelPx - 4])
        return panels.map((panel, i) => (
          <g
            key={panel.name}
            transform={`translate(${(i % columns) * (panelPx + gap)} ${Math.floor(i / columns) * panelHeight})`}
          >
            <OnePanel panel={panel} x={x} y={y} width={panelPx} at={at ?? last} format={format} />
          </g>
        ))
      }}
    />
  )
}

type PanelProps = {
  panel: Panel
  x: (at: number) => number
  y: (value: number) => number
  width: number
  at: number
  format: (value: number) => string
}

function OnePanel({ panel, x, y, width, at, format }: PanelProps) {
  const values = [...panel.values]
  const read = values[at] ?? 0
  const surface = area<number>(
    (_, i) => x(i),
    y(0),
    (value) => y(value),
  ).curve(curveMonotoneX)
  const edge = line<number>(
    (_, i) => x(i),
    (value) => y(value),
  ).curve(curveMonotoneX)
  return (
    <>
      <text x={0} y={13} className="fill-[var(--ink)] text-[13px] font-semibold">
        {shortened(panel.name, width)}
        <title>{panel.name}</title>
      </text>
      <text x={width} y={13} textAnchor="end" className={tickClass}>
        {format(read)}
      </text>
      <path d={surface(values) ?? undefined} fill="var(--neu-f)" opacity=".22" />
      <path d={edge(values) ?? undefined} fill="none" stroke="var(--ink)" strokeWidth="1.6" strokeLinecap="round" />
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" />
      <circle cx={x(at)} cy={y(read)} r="3" fill="var(--ink)" />
    </>
  )
}

const letterPx = 7.2
const figurePx = 48

/** SVG text is not cut by the browser. */
function shortened(name: string, width: number): string {
  const most = Math.max(6, Math.floor((width - figurePx) / letterPx))
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name
}
