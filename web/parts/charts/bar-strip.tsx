import { scaleBand, scaleLinear } from 'd3-scale'

type Props = { values: readonly number[]; labels: readonly string[]; sentence: string; className?: string }

const step = 10
const height = 28
const barPxMin = 2

/** Bars as small as a word, on one line of text; the newest in ink. Its sentence is what it says. */
export function BarStrip({ values, labels, sentence, className }: Props) {
  const width = values.length * step
  const x = scaleBand(values.keys(), [0, width]).paddingInner(0.3)
  const y = scaleLinear([0, Math.max(1, ...values)], [0, height - 2])
  const last = values.length - 1
  return (
    <svg role="img" aria-label={sentence} width={width} height={height} className={className}>
      <line x1="0" x2={width} y1={height - 1} y2={height - 1} stroke="var(--line-strong)" />
      {values.map((value, i) => {
        const tall = value === 0 ? 0 : Math.max(barPxMin, y(value))
        return (
          <rect
            key={labels[i] ?? i}
            x={x(i)}
            y={height - 2 - tall}
            width={x.bandwidth()}
            height={tall}
            rx="1.5"
            fill={i === last ? 'var(--ink)' : 'var(--neu-f)'}
          >
            <title>{labels[i]}</title>
          </rect>
        )
      })}
    </svg>
  )
}
