import { useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { withWords } from '#web/prefs.tsx'

const AlertBand = lazyPart(async () => (await withWords(import('#web/screens/crisis/alerts/alert-band.tsx'))).AlertBand)

/** Asks whether an alert is open. Where alerts stand themselves, nothing more is said of them. */
export function AlertDoor() {
  const alerts = useAsk('GET /api/alerts').data?.open ?? []
  const isThere = useLocation().pathname.startsWith('/crisis')
  if (isThere || alerts.length === 0) return null
  return (
    <Suspense>
      <AlertBand alerts={alerts} />
    </Suspense>
  )
}
