import { useLingui } from '@lingui/react/macro'
import { type ComponentType, useEffect, useState } from 'react'
import { useLiveState } from '#web/live.ts'
import { openOffline, useLeaving, useMarks } from '#web/offline/door.ts'
import { withWordsBeside } from '#web/prefs.tsx'

/** Says that what stands here may be old. It stands above the screen, so that nothing moves below a hand twice. */
export function OfflineBanner() {
  const isLost = useLiveState() === 'lost'
  const hasQueued = useMarks().size > 0
  const isLeaving = useLeaving()
  // It stays when there is nothing left to say: the list that was opened from it may still be read.
  const [Detail, setDetail] = useState<ComponentType>()
  const [isCutOff, setCutOff] = useState(false)
  useEffect(() => {
    if (Detail || !(isLost || hasQueued || isLeaving)) return
    // Cut off before this browser had it: it is fetched when the connection is back.
    fetchDetail().then(
      (fetched) => setDetail(() => fetched),
      () => setCutOff(true),
    )
  }, [isLost, hasQueued, isLeaving, Detail])
  return (
    <div role="status" aria-live="polite">
      {Detail ? <Detail /> : isLost && isCutOff && <Plain />}
    </div>
  )
}

async function fetchDetail(): Promise<ComponentType> {
  const [{ OfflineDetail }] = await Promise.all([
    withWordsBeside(import('#web/offline/offline-banner.tsx')),
    openOffline(),
  ])
  return OfflineDetail
}

function Plain() {
  const { t } = useLingui()
  return (
    <p className="border-b border-line bg-sunken px-4 py-2 text-ui font-bold">{t`No connection with the server.`}</p>
  )
}
