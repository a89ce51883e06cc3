import { useLingui } from '@lingui/react/macro'
import { useFmt } from '#web/parts/fmt.ts'

const width = 7
const gap = 3
const height = 26
const dayMs = 86_400_000

/** Seven days as bars on one line; the newest in ink. Its sentence is what it says. */
export function WeekBars({ perDay }: { perDay: readonly number[] }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const most = Math.max(1, ...perDay)
  const last = perDay.length - 1
  const days = perDay.map((count, i) => `${fmt.day(new Date(Date.now() - (last - i) * dayMs))}: ${fmt.int(count)}`)
  return (
    <svg
      role="img"
      aria-label={t`Messages a day. ${fmt.list(days)}`}
      width={perDay.length * (width + gap) - gap}
      height={height + 2}
      className="shrink-0 max-sm:hidden"
    >
      <line x1="0" x2="100%" y1={height + 1} y2={height + 1} stroke="var(--line-strong)" />
      {perDay.map((count, i) => {
        const tall = count === 0 ? 0 : Math.max(2, (count / most) * height)
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place.
            key={i}
            x={i * (width + gap)}
            y={height - tall}
            width={width}
            height={tall}
            rx="1.5"
            fill={i === last ? 'var(--ink)' : 'var(--neu-f)'}
          >
            <title>{days[i]}</title>
          </rect>
        )
      })}
    </svg>
  )
}
