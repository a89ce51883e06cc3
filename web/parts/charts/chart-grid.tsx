import { labelPlaces } from './chart-scale.ts'

export const tickClass = 'num fill-[var(--ink-3)] text-[12px]'

type GridProps = {
  values: readonly number[]
  y: (value: number) => number
  left: number
  right: number
  format: (value: number) => string
}

/** Three quiet lines with their value at the left; the one at zero is stronger. */
export function GridLines({ values, y, left, right, format }: GridProps) {
  return values.map((value) => (
    <g key={value}>
      <line
        x1={left}
        x2={right}
        y1={y(value)}
        y2={y(value)}
        stroke={value === 0 ? 'var(--line-strong)' : 'var(--line)'}
      />
      <text x={left - 8} y={y(value) + 4} textAnchor="end" className={tickClass}>
        {format(value)}
      </text>
    </g>
  ))
}

type LabelProps = {
  labels: readonly string[]
  x: (at: number) => number
  y: number
  width: number
  /** The room that each takes, where they are long. */
  labelPx?: number | undefined
}

/** Names below, as many as fit; the outer two do not stick out. */
export function StepLabels({ labels, x, y, width, labelPx }: LabelProps) {
  const last = labels.length - 1
  return labelPlaces(labels.length, width, labelPx).map((at) => (
    <text
      key={at}
      x={x(at)}
      y={y}
      textAnchor={at === last && last > 0 ? 'end' : at === 0 ? 'start' : 'middle'}
      className={tickClass}
    >
      {labels[at]}
    </text>
  ))
}

/** The stretch of time to look at: the one thing that is marked on a chart. */
export function Stretch(props: { x1: number; x2: number; top: number; bottom: number }) {
  const { x1, x2, top, bottom } = props
  return (
    <rect
      x={x1}
      y={top}
      width={Math.max(0, x2 - x1)}
      height={bottom - top}
      rx="4"
      fill="var(--marker-soft)"
      opacity=".65"
    />
  )
}

type LegendItem = { label: string; look: 'line' | 'band' | 'dots' | 'stretch' | 'fill'; colour?: string }

/** Only for what cannot be named where it is drawn. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  if (items.length === 0) return null
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-3.5 gap-y-1 text-meta text-ink-3">
      {items.map(({ label, look, colour }) => (
        <li key={label} className="inline-flex items-center gap-1.5">
          <LegendSign look={look} colour={colour} />
          {label}
        </li>
      ))}
    </ul>
  )
}

function LegendSign({ look, colour }: Pick<LegendItem, 'look' | 'colour'>) {
  switch (look) {
    case 'line':
      return <span className="w-4 border-t-2 border-ink" />
    case 'dots':
      return <span className="w-4 border-t-2 border-dotted border-ink-3" />
    case 'band':
      return <span className="size-2.5 rounded-[3px] bg-sea opacity-35" />
    case 'stretch':
      return <span className="size-2.5 rounded-[3px] bg-marker-soft" />
    case 'fill':
      return <span className="size-2.5 rounded-[3px]" style={{ background: colour }} />
  }
}
