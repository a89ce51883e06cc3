import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { useNow } from './fmt.ts'
import { timeLeft } from './time-left.ts'

const minuteMs = 60_000
const soonMinutes = 15
const radius = 4.75
const girth = 2 * Math.PI * radius

/** Time left on a promise to a person. Ring, then words; red fill only when the promise is broken. */
export function PromiseRing(props: { dueAt: string | null; promisedMinutes?: number | null; className?: string }) {
  const { t } = useLingui()
  const now = useNow()
  if (!props.dueAt) return null
  const leftMs = new Date(props.dueAt).getTime() - now.getTime()
  const isLate = leftMs < 0
  const isSoon = !isLate && leftMs < soonMinutes * minuteMs
  const text = timeLeft(leftMs, t`h`)
  const spoken = isLate ? t`${text} past the promise` : t`${text} left to reply`
  return (
    <span
      role="img"
      aria-label={spoken}
      className={clsx(
        'num inline-flex h-5 shrink-0 items-center gap-1 rounded-full text-meta font-semibold',
        isLate ? 'bg-crit px-2 text-on-crit' : isSoon ? 'bg-warn-s px-1.5 text-warn-t' : 'text-ink-3',
        props.className,
      )}
    >
      {!isLate && <Ring share={leftMs / ((props.promisedMinutes ?? 60) * minuteMs)} />}
      {text}
    </span>
  )
}

/** A ring that empties: the share that is left. */
export function Ring({ share, size = 13, width = 2 }: { share: number; size?: number; width?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 13 13" className="-rotate-90" aria-hidden="true">
      <circle cx="6.5" cy="6.5" r={radius} fill="none" stroke="currentColor" strokeOpacity=".25" strokeWidth={width} />
      <circle
        cx="6.5"
        cy="6.5"
        r={radius}
        fill="none"
        stroke="currentColor"
        strokeWidth={width}
        strokeLinecap="round"
        strokeDasharray={`${girth * Math.min(1, Math.max(0.04, share))} ${girth}`}
      />
    </svg>
  )
}
