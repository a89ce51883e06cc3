import { useLingui } from '@lingui/react/macro'
import { BarStrip } from '#web/parts/charts/bar-strip.tsx'
import { useFmt } from '#web/parts/fmt.ts'

const dayMs = 86_400_000

/** Seven days as bars on one line; the newest in ink. */
export function WeekBars({ perDay }: { perDay: readonly number[] }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const last = perDay.length - 1
  const days = perDay.map((count, i) => `${fmt.day(new Date(Date.now() - (last - i) * dayMs))}: ${fmt.int(count)}`)
  return <BarStrip values={perDay} labels={days} sentence={t`Messages a day. ${fmt.list(days)}`} className="shrink-0" />
}
