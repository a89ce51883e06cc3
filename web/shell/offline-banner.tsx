import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useRef } from 'react'
import { useLiveState } from '#web/live.ts'
import { openOffline, useMarks } from '#web/offline/door.ts'
import { withWords } from '#web/prefs.tsx'

const Detail = lazy(() =>
  Promise.all([withWords(import('#web/offline/offline-banner.tsx')), openOffline()])
    .then(([{ OfflineDetail }]) => ({ default: OfflineDetail }))
    // Cut off before this browser had it.
    .catch(() => ({ default: Plain })),
)

/** Says that what stands here may be old. It stands above the screen, so that nothing moves below a hand twice. */
export function OfflineBanner() {
  const isLost = useLiveState() === 'lost'
  const hasQueued = useMarks().size > 0
  // It stays when there is nothing left to say: the list that was opened from it may still be read.
  const wasNeeded = useRef(false)
  wasNeeded.current ||= isLost || hasQueued
  return (
    <div role="status" aria-live="polite">
      {wasNeeded.current && (
        <Suspense>
          <Detail />
        </Suspense>
      )}
    </div>
  )
}

function Plain() {
  const { t } = useLingui()
  return (
    <p className="border-b border-line bg-sunken px-4 py-2 text-ui font-bold">{t`No connection with the server.`}</p>
  )
}
