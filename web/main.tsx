import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './app.css'
import { queries } from './api.ts'
import { lineOpens } from './live.ts'
import { openOffline } from './offline/door.ts'
import { TipHost } from './parts/tooltip.tsx'
import { langOfBrowser, PrefsProvider, speak } from './prefs.tsx'
import { router, settle } from './router.tsx'
import { sessionNow } from './routes/shell-route.tsx'

const place = document.getElementById('root')
if (!place) throw new Error('There is no place for the screens in this page.')

// The room of states takes the server's place, so it must be there before anything is asked.
if (/^\/dev\/states(?:\/|$)/u.test(location.pathname)) (await import('./dev/room.ts')).openRoom(location, router)

/** Whoever has a link of a report is nobody here: nothing is asked about them, and nothing is kept in their browser. */
const isForLinks = location.pathname.startsWith('/shared/')

// Words and session come together: nothing is drawn in a language that is wrong a moment later.
await Promise.all([speak(langOfBrowser()), isForLinks ? undefined : sessionNow().then(settle, () => undefined)])

/** What it takes to go on without a connection comes when the first screen has been there for a while. */
const offlineAfterMs = 4_000
if (!isForLinks) setTimeout(() => void prepareOffline(), offlineAfterMs)

/** Cut off meanwhile: again when the connection is back. */
async function prepareOffline(): Promise<void> {
  const offline = await openOffline()
  const isReady = await offline?.prepare().then(
    () => true,
    () => false,
  )
  if (isReady) return
  await lineOpens()
  await prepareOffline()
}

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <PrefsProvider>
        <RouterProvider router={router} />
        <TipHost />
      </PrefsProvider>
    </QueryClientProvider>
  </StrictMode>,
)
