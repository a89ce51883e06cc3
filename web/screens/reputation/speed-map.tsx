import { useLingui } from '@lingui/react/macro'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { ChartFrame } from '#web/parts/charts/chart-frame.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useMeasureWords } from './measure-words.ts'
import { PanelNote, PanelTitle } from './panel.tsx'
import type { OnShow } from './shown.ts'

const left = 30
const rowPx = 25
const hours = 24
/** The first Monday of a year that began on one. */
const monday = new Date(2024, 0, 1)

/** How long one waits by when one asks, against the median of all. */
export function SpeedMap({ report, onShow }: { report: ReputationView; onShow?: OnShow }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { minutes, doubt } = useMeasureWords()
  const { speed, waits } = report
  const median = waits.median.value ?? 0
  const names = Array.from({ length: 7 }, (_, i) =>
    new Intl.DateTimeFormat(fmt.locale, { weekday: 'short' }).format(new Date(monday.getTime() + i * 86_400_000)),
  )
  if (speed.length === 0)
    return (
      <>
        <PanelTitle>{t`How fast we answer`}</PanelTitle>
        <PanelNote>{t`Nobody was answered in this time.`}</PanelNote>
      </>
    )
  const nameOf = ({ weekday, hour }: { weekday: number; hour: number }) => `${names[weekday]} ${hour}–${hour + 1}`
  const half = minutes(median)
  return (
    <ChartFrame
      title={t`How fast we answer`}
      sentence={t`Half of them have an answer within ${half} of publication. Red is slower than that.`}
      columns={[t`Asked at`, t`Median`, t`Doubt`]}
      note={t`By the hour in which somebody asked. Pale: fewer than thirty.`}
      steps={speed.map((cell) => ({
        label: nameOf(cell),
        cells: [minutes(cell.median.value ?? 0), doubt(cell.median, minutes)],
      }))}
      height={() => rowPx * 7 + 22}
      stepAt={({ x, y, width }) => {
        const weekday = Math.floor(y / rowPx)
        const hour = Math.floor((x - left) / ((width - left) / hours))
        const far = (cell: (typeof speed)[number]) =>
          Math.abs(cell.weekday - weekday) * hours + Math.abs(cell.hour - hour)
        return speed.reduce((best, cell, i) => (far(cell) < far(speed[best] ?? cell) ? i : best), 0)
      }}
      onPick={
        onShow &&
        ((at) => {
          const picked = speed[at]
          if (!picked) return
          const value = `${picked.weekday} ${picked.hour}`
          onShow({ kind: 'waits', cut: 'cell', value, outcome: 'answered', name: nameOf(picked) })
        })
      }
      draw={({ width, at }) => {
        const cellPx = (width - left) / hours
        return (
          <>
            {names.map((name, i) => (
              <text key={name} x={0} y={i * rowPx + 16} className="num fill-[var(--ink-3)] text-[12px]">
                {name}
              </text>
            ))}
            {speed.map((cell, i) => (
              <rect
                key={`${cell.weekday} ${cell.hour}`}
                x={left + cell.hour * cellPx + 1}
                y={cell.weekday * rowPx + 1}
                width={Math.max(1, cellPx - 2)}
                height={rowPx - 2}
                rx="3"
                fill={(cell.median.value ?? 0) > median ? 'var(--neg-f)' : 'var(--pos-f)'}
                opacity={cell.median.isTooFew ? 0.3 : 0.75}
                stroke={at === i ? 'var(--ink)' : 'none'}
                strokeWidth="1.8"
              />
            ))}
            {Array.from({ length: hours / 4 }, (_, i) => i * 4).map((hour) => (
              <text
                key={hour}
                x={left + hour * cellPx}
                y={rowPx * 7 + 17}
                className="num fill-[var(--ink-3)] text-[12px]"
              >
                {hour}
              </text>
            ))}
          </>
        )
      }}
    />
  )
}
