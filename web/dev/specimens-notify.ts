import type { Role } from '#domain/role.ts'
import { says, vanishes, waits } from './canned-server.ts'
import { press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation } from './story/conversation.ts'
import { houseOf, unavailable } from './story/house.ts'
import { inMinutes } from './story/moments.ts'
import { devices, mailRefused, mailWays } from './story/notify.ts'
import type { Look } from './story/people.ts'

const mine = '/settings/notifications'
const ways = '/settings/mail'
const alert = '[role=alert]'
const dialog = '[role=dialog]'
const device = 'main section li'
const opened = '/inbox/all/WH-4182'
const muted = '[data-muted]'
const mutedIs = (until: string | null) => () => ({
  'GET /api/conversations/{id}': says({ ...conversation, muted: { until } }),
})
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
  {
    name: 'notifications-no-device',
    path: mine,
    answers: () => ({
      'GET /api/devices': says({ ...devices, devices: [] }),
      'GET /api/mail': says({ ...mailWays, server: null }),
    }),
    shows: 'main select',
  },
  {
    name: 'notifications-devices-failed',
    path: mine,
    answers: () => ({ 'GET /api/devices': unavailable }),
    shows: alert,
  },
  { name: 'notifications-tried', path: mine, act: () => press(`${device} button`), shows: `${device} [role=status]` },
  {
    name: 'notifications-not-removed',
    path: mine,
    answers: () => ({ 'DELETE /api/devices/{id}': unavailable }),
    act: () => press(`${device} button:last-of-type`),
    shows: `${device} [role=alert]`,
  },
  { name: 'mail', path: ways, shows: 'main li' },
  { name: 'mail-member', path: ways, answers: as('member'), shows: 'main li' },
  {
    name: 'mail-empty',
    path: ways,
    answers: () => ({
      'GET /api/mail': says({ ...mailWays, server: null }),
      'GET /api/hooks': says([]),
    }),
    shows: 'main form',
  },
  {
    name: 'mail-loading',
    path: ways,
    answers: () => ({ 'GET /api/mail': waits, 'GET /api/hooks': waits }),
    shows: 'main [role=status]',
  },
  {
    name: 'mail-failed',
    path: ways,
    answers: () => ({ 'GET /api/mail': unavailable, 'GET /api/hooks': unavailable }),
    shows: alert,
  },
  {
    name: 'mail-refused',
    path: ways,
    answers: () => ({ 'POST /api/mail/try': says({ isSent: false, why: mailRefused }) }),
    act: () => press('main form .flex-wrap button'),
    shows: 'main form [role=status]:not(:empty)',
  },
  { name: 'mail-channel-new', path: ways, act: () => press('main section > div > button'), shows: dialog },
  { name: 'mail-channel-change', path: ways, act: () => press('main li button:nth-of-type(2)'), shows: dialog },
  { name: 'conversation-muted', path: opened, answers: mutedIs(inMinutes(90)), shows: muted },
  { name: 'conversation-muted-for-good', path: opened, answers: mutedIs(null), shows: muted },
]
