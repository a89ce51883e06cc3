import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withWords } from '#web/prefs.tsx'
import { shell } from './shell-route.tsx'

/** A name begun elsewhere, fifty conversations by their ids, and the alert from which a room is opened. */
const textMax = 2_000
const keys = ['open', 'with', 'alert'] as const
type CrisisSearch = { [Key in (typeof keys)[number]]?: string }

export const crisis = createRoute({
  getParentRoute: () => shell,
  path: '/crisis',
  validateSearch: (given: Record<string, unknown>): CrisisSearch =>
    Object.fromEntries(
      keys.flatMap((key) => (typeof given[key] === 'string' ? [[key, given[key].slice(0, textMax)]] : [])),
    ),
  component: lazyRouteComponent(() => withWords(import('#web/screens/crisis/crisis-list.tsx')), 'CrisisListScreen'),
})
export const crisisRoom = createRoute({
  getParentRoute: () => shell,
  path: '/crisis/$incident',
  component: lazyRouteComponent(() => withWords(import('#web/screens/crisis/room.tsx')), 'RoomScreen'),
})
export const crisisStatus = createRoute({
  getParentRoute: () => shell,
  path: '/crisis/$incident/status',
  component: lazyRouteComponent(() => withWords(import('#web/screens/crisis/to-hand-on.ts')), 'StatusScreen'),
})
export const crisisPrint = createRoute({
  getParentRoute: () => shell,
  path: '/crisis/$incident/print',
  component: lazyRouteComponent(() => withWords(import('#web/screens/crisis/to-hand-on.ts')), 'PrintScreen'),
})

export const rumours = createRoute({
  getParentRoute: () => shell,
  path: '/crisis/rumours',
  component: lazyRouteComponent(() => withWords(import('#web/screens/rumours/screens.ts')), 'RumoursScreen'),
})
/** `new` is the form of one that is not there yet. */
export const rumour = createRoute({
  getParentRoute: () => shell,
  path: '/crisis/rumours/$rumour',
  component: lazyRouteComponent(() => withWords(import('#web/screens/rumours/screens.ts')), 'RumourScreen'),
})
