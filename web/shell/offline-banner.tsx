import { useLingui } from '@lingui/react/macro'
import { CloudOff } from 'lucide-react'
import { useLiveState } from '#web/live.ts'

/** Says that what stands here may be old. It stands above the screen, so that nothing moves below a hand twice. */
export function OfflineBanner() {
  const { t } = useLingui()
  const isLost = useLiveState() === 'lost'
  return (
    <div role="status" aria-live="polite">
      {isLost && (
        <p className="flex items-center gap-3 border-b border-line bg-sunken px-4 py-2 text-ui">
          <CloudOff size={16} className="shrink-0 text-ink-2" aria-hidden="true" />
          <span className="min-w-0">
            <b className="font-bold">{t`No connection with the server.`}</b>{' '}
            <span className="text-ink-2">{t`What you see may be old. It comes back by itself; what you write is kept.`}</span>
          </span>
        </p>
      )}
    </div>
  )
}
