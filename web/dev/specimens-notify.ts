import type { Role } from '#domain/role.ts'
import { vanishes, waits } from './canned-server.ts'
import type { Specimen } from './specimen.ts'
import { houseOf, unavailable } from './story/house.ts'
import type { Look } from './story/people.ts'

const mine = '/settings/notifications'
const as = (role: Role) => (look: Look) => houseOf(look, role)
const settings = 'GET /api/notices/settings'

/** How one is told, and on which ways it leaves the house. */
export const notifySpecimens: readonly Specimen[] = [
  { name: 'notifications', path: mine, shows: 'main select' },
  { name: 'notifications-observer', path: mine, answers: as('observer'), shows: 'main section p' },
  { name: 'notifications-loading', path: mine, answers: () => ({ [settings]: waits }), shows: 'main [role=status]' },
  { name: 'notifications-failed', path: mine, answers: () => ({ [settings]: unavailable }), shows: '[role=alert]' },
  {
    name: 'notifications-offline',
    path: mine,
    live: 'lost',
    answers: () => ({ [settings]: vanishes }),
    shows: '[role=alert]',
  },
]
