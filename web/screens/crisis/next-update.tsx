import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { timeLeft } from '#web/parts/time-left.ts'

/** How long until the next update, in minutes and seconds; a minus once it is late. */
export function NextUpdate({ at, isLong }: { at: string | null; isLong?: boolean }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const now = useNow()
  if (at === null) return null
  const leftMs = new Date(at).getTime() - now.getTime()
  const isLate = leftMs < 0
  const left = timeLeft(leftMs, t`h`)
  return (
    <span
      title={fmt.whole(new Date(at))}
      className={clsx(
        'num inline-flex h-6 items-center gap-1 rounded-full px-2 text-meta font-semibold whitespace-nowrap',
        isLate ? 'bg-crit text-on-crit' : 'bg-sunken text-ink-2',
      )}
    >
      {isLong && <span>{isLate ? t`Update is late` : t`Next update`}</span>}
      {left}
    </span>
  )
}
