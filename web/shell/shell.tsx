import { useLingui } from '@lingui/react/macro'
import { Outlet, useMatch } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { lazyPart } from '#web/lazy-part.ts'
import { useLive } from '#web/live.ts'
import { Announcer, ToastStack } from '#web/parts/toast.tsx'
import { usePrefsOf, withWords } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { AlertDoor } from './alert-door.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { PaletteDoor } from './palette-door.tsx'
import { PlaceStrip } from './place-strip.tsx'
import { Rail } from './rail.tsx'
import { useShellCommands } from './shell-commands.ts'
import { StopDoor } from './stop/stop-door.tsx'
import { useNotices } from './use-notices.ts'

const DemoBar = lazyPart(() => withWords(import('#web/screens/demo/demo-bar.tsx')).then((file) => file.DemoBar))
const NoticesSheet = lazyPart(
  async () => (await withWords(import('#web/screens/notices/notices-sheet.tsx'))).NoticesSheet,
)
const StandingBanner = lazyPart(
  async () => (await withWords(import('#web/screens/notices/standing-banner.tsx'))).StandingBanner,
)
const KeysSheet = lazyPart(async () => (await withWords(import('#web/screens/palette/keys-sheet.tsx'))).KeysSheet)

/** Rail, screen, and what lies over them. */
export function Shell() {
  const { t } = useLingui()
  const [over, setOver] = useState<'palette' | 'keys' | 'notices' | undefined>()
  const [isRailHidden, setRailHidden] = useState(false)
  const isInConversation = useMatch({ from: '/shell/inbox/$view/$conversation', shouldThrow: false }) !== undefined
  const { user, workspace } = useSession()
  const standSince = useNotices()?.standSince
  usePrefsOf(user)
  useLive()
  useShellCommands({
    openPalette: () => setOver('palette'),
    openKeys: () => setOver('keys'),
    toggleRail: () => setRailHidden((isHidden) => !isHidden),
  })
  return (
    <div className="flex h-dvh overflow-hidden bg-canvas max-md:flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-raised focus:p-2"
      >
        {t`Skip to the content`}
      </a>
      {!isRailHidden && <Rail onFind={() => setOver('palette')} onNotices={() => setOver('notices')} />}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <PlaceStrip isAlways={isRailHidden} />
        {/* Its room is kept, so that nothing moves when it comes. */}
        {workspace?.isDemo && (
          <Suspense fallback={<div className="h-[33px] shrink-0" />}>
            <DemoBar />
          </Suspense>
        )}
        <OfflineBanner />
        <StopDoor />
        <AlertDoor />
        {standSince && (
          <Suspense>
            <StandingBanner since={standSince} />
          </Suspense>
        )}
        <main id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 outline-none">
          <Outlet />
        </main>
      </div>
      {!isInConversation && <BottomBar onMore={() => setOver('palette')} onNotices={() => setOver('notices')} />}
      <Announcer />
      <ToastStack />
      {over === 'palette' && <PaletteDoor onClose={() => setOver(undefined)} />}
      <Suspense>{over === 'notices' && <NoticesSheet onClose={() => setOver(undefined)} />}</Suspense>
      <Suspense>{over === 'keys' && <KeysSheet onClose={() => setOver(undefined)} />}</Suspense>
    </div>
  )
}
