import { Suspense, useState } from 'react'
import { useCommands } from '#web/commands.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import { useMay } from '#web/session.ts'
import { type Stop, useStops } from './use-stops.ts'

const StopBand = lazyPart(async () => (await withWordsBeside(import('./stop-band.tsx'))).StopBand)
const StopDialog = lazyPart(async () => (await withWordsBeside(import('./stop-dialog.tsx'))).StopDialog)
const ResumeDialog = lazyPart(async () => (await withWordsBeside(import('./resume-dialog.tsx'))).ResumeDialog)

/** Asks whether anything is stopped. All that is said about it is fetched when there is something to say. */
export function StopDoor() {
  const stops = useStops()
  const may = useMay()
  const [isStopping, setStopping] = useState(false)
  const [resuming, setResuming] = useState<Stop>()
  const first = stops[0]
  const isAllStopped = first?.account === null
  useCommands([
    { id: 'stopSending', when: () => may('sending.stop') && !isAllStopped, run: () => setStopping(true) },
    { id: 'resumeSending', when: () => may('sending.resume') && first !== undefined, run: () => setResuming(first) },
  ])
  return (
    <Suspense>
      {first && <StopBand stops={stops} onResume={may('sending.resume') ? setResuming : undefined} />}
      {isStopping && <StopDialog account={null} onClose={() => setStopping(false)} />}
      {resuming && <ResumeDialog stop={resuming} onClose={() => setResuming(undefined)} />}
    </Suspense>
  )
}
