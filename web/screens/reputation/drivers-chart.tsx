import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { scaleLinear } from 'd3-scale'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { ChartFrame } from '#web/parts/charts/chart-frame.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useMeasureWords } from './measure-words.ts'
import type { OnShow } from './shown.ts'

const rowPx = 36
const left = 128
const valuePx = 46
const shownMax = 8

/** What each topic did to the score: left is down. */
export function DriversChart({ report, onShow }: { report: ReputationView; onShow?: OnShow }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { signed, tenths } = useMeasureWords()
  const drivers = report.topics.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, shownMax)
  const [first] = drivers
  const most = Math.max(0.1, ...drivers.map(({ points }) => Math.abs(points)))
  const name = first?.name ?? ''
  const points = first?.points ?? 0
  return (
    <ChartFrame
      title={t`What moved the score`}
      sentence={
        first
          ? t`${name} most of all: ${signed(points)} ${plural(tenths(points), { one: 'point', other: 'points' })}.`
          : t`No topic was spoken of.`
      }
      columns={[t`Topic`, t`Points`, t`Messages`]}
      note={t`Points won or lost by topic; together they are the whole change. A message of two topics is half of each.`}
      sampleCount={report.score.sample}
      steps={drivers.map((one) => ({ label: one.name, cells: [signed(one.points), fmt.int(one.messages)] }))}
      height={() => Math.max(1, drivers.length) * rowPx}
      stepAt={({ y }) => Math.min(drivers.length - 1, Math.max(0, Math.floor(y / rowPx)))}
      onPick={
        onShow &&
        ((at) => {
          const picked = drivers[at]
          if (picked) onShow({ kind: 'messages', topicId: picked.id, name: picked.name })
        })
      }
      draw={({ width }) => {
        const x = scaleLinear([-most, most], [left + valuePx, Math.max(left + valuePx + 10, width - valuePx)])
        return (
          <>
            <line x1={x(0)} x2={x(0)} y1={2} y2={drivers.length * rowPx - 4} stroke="var(--line-strong)" />
            {drivers.map((one, i) => (
              <g key={one.id} transform={`translate(0 ${i * rowPx})`}>
                <text x={0} y={16} className="fill-[var(--ink)] text-[13px] font-semibold">
                  {one.name.length > 17 ? `${one.name.slice(0, 16)}…` : one.name}
                  <title>{one.name}</title>
                </text>
                <text x={0} y={30} className="num fill-[var(--ink-3)] text-[12px]">
                  {fmt.int(one.messages)}
                </text>
                <rect
                  x={Math.min(x(0), x(one.points))}
                  y={7}
                  width={Math.max(2, Math.abs(x(one.points) - x(0)))}
                  height={20}
                  rx="3"
                  fill={one.points < 0 ? 'var(--neg-f)' : 'var(--pos-f)'}
                />
                <text
                  x={x(one.points) + (one.points < 0 ? -6 : 6)}
                  y={22}
                  textAnchor={one.points < 0 ? 'end' : 'start'}
                  className="num fill-[var(--ink)] text-[13px] font-bold"
                >
                  {signed(one.points)}
                </text>
              </g>
            ))}
          </>
        )
      }}
    />
  )
}
