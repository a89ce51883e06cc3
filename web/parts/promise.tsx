import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { useNow } from './fmt.ts'

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

/** 6:12, −3:10, 3:10 h, 2 d. Under an hour it counts seconds; longer ago than a day it counts days. */
export function timeLeft(leftMs: number, hourSign: string): string {
  const sign = leftMs < 0 ? '−' : ''
  const seconds = Math.floor(Math.abs(leftMs) / 1_000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return `${sign}${Math.floor(hours / 24)} d`
  if (hours >= 1) return `${sign}${hours}:${pad(minutes % 60)} ${hourSign}`
  return `${sign}${minutes}:${pad(seconds % 60)}`
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
