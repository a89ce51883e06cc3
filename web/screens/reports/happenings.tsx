import { useLingui } from '@lingui/react/macro'
import { useFmt } from '#web/parts/fmt.ts'
import { type ChartEvent, numberedDays } from '#web/screens/reputation/incident-events.ts'
import { momentOf } from '#web/screens/reputation/use-report.ts'

/** What happened on which day, with the numbers that the charts have for it. */
export function Happenings({ happenings }: { happenings: readonly ChartEvent[] }) {
  const { t } = useLingui()
  const fmt = useFmt()
  if (happenings.length === 0) return <p className="pb-1 text-ui text-ink-3">{t`Nothing was noted in this time.`}</p>
  return (
    <ol className="space-y-2 pb-1">
      {numberedDays(happenings).map(({ day, number, labels }) => (
        <li key={day} className="flex items-baseline gap-2.5 text-ui">
          <span className="num grid size-[18px] shrink-0 place-items-center self-start rounded-full bg-ink text-meta leading-none font-bold text-on-ink">
            {number}
          </span>
          <span className="num w-20 shrink-0 text-ink-2">{fmt.day(momentOf(day))}</span>
          <span className="min-w-0 flex-1 break-words">{labels.join(', ')}</span>
        </li>
      ))}
    </ol>
  )
}
