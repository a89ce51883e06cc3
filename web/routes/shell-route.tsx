import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import type { Session } from '#api/contract/shapes.ts'
import { ask, keyOf, queries } from '#web/api.ts'
import { enterPlace, placeNow } from '#web/place.ts'
import { withWords } from '#web/prefs.tsx'
import { leave, useSession } from '#web/session.ts'
import { NotFoundScreen } from '#web/shell/not-found.tsx'
import { ScreenFailed } from '#web/shell/screen-failed.tsx'
import { Shell } from '#web/shell/shell.tsx'

export function sessionNow() {
  return queries.ensureQueryData({
    queryKey: keyOf('GET /api/session'),
    queryFn: async () => {
      await leave()
      return await ask('GET /api/session')
    },
    // Nothing can be drawn before this is known: better a screen that says so at once than a blank one for seconds.
    retry: false,
  })
}

export const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundScreen,
  errorComponent: ScreenFailed,
})

const NotHereScreen = lazyRouteComponent(() => withWords(import('#web/screens/not-here/not-here.tsx')), 'NotHereScreen')

/** Signed in, and below a workspace they are not in. Whether it is somebody else's or none at all is not for them to know. */
export function isNowhere({ user, member }: Session): boolean {
  return user !== null && member === null && placeNow() !== undefined
}

function ShellHere() {
  return isNowhere(useSession()) ? <NotHereScreen /> : <Shell />
}

/** For members. Others are led to the door. */
async function forMembers({ location }: { location: { pathname: string; publicHref: string } }): Promise<void> {
  const session = await sessionNow()
  if (isNowhere(session)) return
  if (!session.user || !session.member) throw redirect({ to: '/sign-in', search: { to: location.publicHref } })
  if (session.workspace) enterPlace(session.workspace.slug)
  if (session.workspace && !session.workspace.isWelcomed && location.pathname === '/')
    throw redirect({ to: '/welcome' })
}

/** Screens with the rail. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: ShellHere,
  beforeLoad: forMembers,
})

function PaperHere() {
  return isNowhere(useSession()) ? <NotHereScreen /> : <Outlet />
}

/** What is to be printed: nothing stands beside it, and it is as long as it is. */
export const paper = createRoute({
  getParentRoute: () => root,
  id: 'paper',
  component: PaperHere,
  beforeLoad: forMembers,
})
