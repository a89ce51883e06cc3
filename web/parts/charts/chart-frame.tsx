import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useIsPaper } from '#web/parts/paper.tsx'
import { stepBy } from './chart-scale.ts'
import { ChartTable } from './chart-table.tsx'
import { useMeasuredWidth } from './measured-width.ts'
import { TableToggle } from './table-toggle.tsx'

/** One place on the chart: what it is called, and its figures as they are written. */
export type ChartStep = { label: string; cells: readonly string[] }

/** What every chart is given. */
export type ChartWords = {
  title: string
  /** The answer to "so?". It is read in place of the picture. */
  sentence: string
  /** Heads of the table: that of the steps, then one for each cell. */
  columns: readonly string[]
  /** Method and sample, below the picture. */
  note?: ReactNode
  /** On how many messages it rests. Under 30 it is drawn pale, and says so. */
  sampleCount?: number
}

type Props = ChartWords & {
  steps: readonly ChartStep[]
  height: (width: number) => number
  /** Which step a pointer at x, y means. */
  stepAt: (place: { x: number; y: number; width: number }) => number
  draw: (place: { width: number; at: number | undefined }) => ReactNode
  legend?: (width: number) => ReactNode
  /** What a step leads to: by a click, or Enter on the step that is read. */
  onPick?: (at: number) => void
}

const sampleEnough = 30

/** Title, picture, reading by key or pointer, the same as a table, and what it rests on. */
export function ChartFrame(props: Props) {
  const { t } = useLingui()
  const { title, sentence, steps, sampleCount } = props
  const [isTable, setTable] = useState(false)
  const [at, setAt] = useState<number>()
  const isThin = sampleCount !== undefined && sampleCount < sampleEnough
  const read = at === undefined ? undefined : steps[at]
  return (
    <figure className="min-w-0">
      <div className="flex min-h-8 items-center gap-2">
        <figcaption className="min-w-0 flex-1 text-[15px] leading-5 font-bold">{title}</figcaption>
        <TableToggle title={title} isTable={isTable} onChange={setTable} />
      </div>
      <p className="num min-h-4 text-meta text-ink-3" aria-hidden="true">
        {read && !isTable ? saidBy(read, props.columns) : sentence}
      </p>
      {isTable ? (
        <ChartTable title={title} columns={props.columns} steps={steps} onPick={props.onPick} />
      ) : (
        <Picture {...props} at={at} setAt={setAt} isThin={isThin} />
      )}
      {(props.note || isThin) && (
        <p className="mt-2 border-t border-line pt-2 text-meta text-ink-3">
          {props.note}{' '}
          {isThin &&
            t`Drawn pale: ${plural(sampleCount, { one: '# message is', other: '# messages are' })} too few to lean on.`}
        </p>
      )}
    </figure>
  )
}

/** "4 May: 120 messages, 12 of them negative", made of the heads and the figures. */
function saidBy({ label, cells }: ChartStep, [, ...heads]: readonly string[]): string {
  const said = cells.flatMap((cell, i) => (cell === '' ? [] : [`${heads[i] ?? ''} ${cell}`.trim()]))
  return `${label}: ${said.join(', ')}`
}

type PictureProps = Props & { at: number | undefined; setAt: (at: number | undefined) => void; isThin: boolean }

function Picture(props: PictureProps) {
  const { title, sentence, steps, columns, height, stepAt, draw, at, setAt, isThin, onPick } = props
  const isPaper = useIsPaper()
  const [box, width] = useMeasuredWidth<HTMLDivElement>()
  const last = steps.length - 1
  const now = steps[at ?? last]
  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return setAt(undefined)
    if (event.key === 'Enter' && at !== undefined) return onPick?.(at)
    const next = stepBy(event.key, at ?? (event.key === 'ArrowLeft' ? last + 1 : last), steps.length)
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
  }
  return (
    <>
      <div ref={box} data-chart className="relative mt-1" style={{ height: height(width) }}>
        {width > 0 && (
          <svg
            width={width}
            height={height(width)}
            role="img"
            aria-label={sentence}
            className={clsx('block max-w-full overflow-visible', isThin && 'opacity-45')}
          >
            {draw({ width, at })}
          </svg>
        )}
        {width > 0 && last >= 0 && !isPaper && (
          <div
            role="slider"
            tabIndex={0}
            aria-label={title}
            aria-valuemin={0}
            aria-valuemax={last}
            aria-valuenow={at ?? last}
            aria-valuetext={now && saidBy(now, columns)}
            onKeyDown={byKey}
            onClick={() => at !== undefined && onPick?.(at)}
            onBlur={() => setAt(undefined)}
            onPointerMove={({ clientX, clientY, currentTarget }) => {
              const edge = currentTarget.getBoundingClientRect()
              setAt(stepAt({ x: clientX - edge.left, y: clientY - edge.top, width }))
            }}
            onPointerLeave={() => setAt(undefined)}
            className={clsx('absolute inset-0 rounded-md', onPick && 'cursor-pointer')}
          />
        )}
      </div>
      {width > 0 && props.legend?.(width)}
    </>
  )
}
