import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import type { Count } from './counter.ts'

const girth = 2 * Math.PI * 8
const tones = { calm: 'text-ink-3', near: 'text-warn-t', over: 'text-neg-t' }

/** How much room the network leaves. */
export function CountRing({ count, networkName }: { count: Count; networkName: string }) {
  const { t } = useLingui()
  const { left, share, tone } = count
  const says = left < 0 ? t`${-left} too many for ${networkName}` : t`${left} left on ${networkName}`
  return (
    <span
      role="img"
      aria-label={says}
      title={says}
      className={clsx('num inline-flex items-center gap-1.5 text-meta font-semibold', tones[tone])}
    >
      {left < 0 ? `−${-left}` : left}
      <svg width="20" height="20" viewBox="0 0 20 20" className="-rotate-90" aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="none" stroke="var(--line-strong)" strokeWidth="2.5" />
        <circle
          cx="10"
          cy="10"
          r="8"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeDasharray={`${girth * share} ${girth}`}
        />
      </svg>
    </span>
  )
}
