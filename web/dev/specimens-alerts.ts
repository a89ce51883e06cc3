import { type Answers, says, waits } from './canned-server.ts'
import { press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { alertAgain, alertKnown, alertOpen, alertsCalm, alertsDeaf, alertsOpen } from './story/alerts.ts'
import { houseOf, unavailable } from './story/house.ts'
import { incident } from './story/incident.ts'
import type { Look } from './story/people.ts'

const list = '/crisis'
const settings = '/settings/alerts'
const dialog = '[role=dialog]'
const open: Answers = { 'GET /api/alerts': says(alertsOpen) }
const room = { id: 'incident', key: 'INC-27', state: 'open' as const }
const live: Answers = { 'GET /api/alerts': says({ ...alertsOpen, open: [{ ...alertOpen, incident: room }] }) }
const details = '[data-alert] [data-forecast]'

/** What is unusual: on the screen of crises, over every other, and what is set about it. */
export const alertSpecimens: readonly Specimen[] = [
  { name: 'alert-open', path: list, answers: () => open, shows: details },
  {
    name: 'alert-why',
    path: list,
    answers: () => open,
    act: () => press('[data-why-severity] summary'),
    shows: '[data-why-severity][open] table',
  },
  {
    name: 'alert-again',
    path: list,
    answers: () => ({ 'GET /api/alerts': says({ ...alertsOpen, open: [alertAgain] }) }),
    shows: '[data-flared-up]',
  },
  {
    name: 'alert-table',
    path: list,
    answers: () => open,
    act: () => press('[data-alert] figure button'),
    shows: '[data-alert] figure table',
  },
  {
    name: 'alert-two',
    path: list,
    answers: () => ({
      'GET /api/alerts': says({
        ...alertsOpen,
        open: [
          { ...alertOpen, incident: room, seenBy: incident.lead, seenAt: alertOpen.raisedAt },
          { ...alertOpen, id: 'second', severity: 3 },
        ],
      }),
    }),
    shows: details,
  },
  {
    name: 'alert-stories',
    path: list,
    answers: () => ({
      'GET /api/alerts': says({
        ...alertsOpen,
        open: [
          {
            ...alertOpen,
            scopes: [
              { kind: 'whole', id: null, name: null, isStill: true },
              { kind: 'story', id: 'one', name: 'Koffer kwijt op band 14', isStill: true },
              { kind: 'story', id: 'two', name: 'Drie minuten over elf, niemand aan de lijn', isStill: true },
            ],
          },
        ],
      }),
    }),
    shows: details,
  },
  {
    name: 'alert-thin',
    path: list,
    answers: () => ({
      ...open,
      'GET /api/alerts/{id}': says({ ...alertKnown, course: [], forecast: [], messages: [], seenNow: null }),
    }),
    shows: details,
  },
  {
    name: 'alert-quiet-and-deaf',
    path: list,
    answers: () => ({ 'GET /api/alerts': says({ ...alertsDeaf, open: [{ ...alertOpen, isDeaf: true }] }) }),
    shows: details,
  },
  {
    name: 'alert-observer',
    path: list,
    answers: (look: Look) => ({ ...houseOf(look, 'observer'), ...open }),
    shows: details,
  },
  {
    name: 'alert-failed',
    path: list,
    answers: () => ({ ...open, 'GET /api/alerts/{id}': unavailable }),
    shows: '[data-alert] [role=alert]',
  },
  {
    name: 'alert-loading',
    path: list,
    answers: () => ({ ...open, 'GET /api/alerts/{id}': waits }),
    shows: '[data-alert] [role=status]',
  },
  { name: 'alerts-loading', path: list, answers: () => ({ 'GET /api/alerts': waits }), shows: 'main [role=status]' },
  {
    name: 'alerts-failed',
    path: list,
    answers: () => ({ 'GET /api/alerts': unavailable }),
    shows: 'main [role=alert]',
  },
  { name: 'alerts-deaf', path: list, answers: () => ({ 'GET /api/alerts': says(alertsDeaf) }), shows: '[data-deaf]' },
  {
    name: 'alerts-off',
    path: list,
    answers: () => ({ 'GET /api/alerts': says({ ...alertsCalm, isOn: false, lookedAt: null, recent: [] }) }),
    shows: 'main a[href$="/settings/alerts"]',
  },
  {
    name: 'alerts-earlier',
    path: list,
    act: () => press('[data-recent-alerts] summary'),
    shows: '[data-recent-alerts][open]',
  },
  {
    name: 'alert-to-room',
    path: list,
    answers: () => open,
    act: () => press('[data-open-from-alert]'),
    shows: `${dialog} form`,
  },
  {
    name: 'alert-to-room-failed',
    path: '/crisis?alert=11111111-1111-4111-8111-111111111111',
    answers: () => ({ 'GET /api/alerts/{id}': unavailable }),
    shows: `${dialog} [role=alert]`,
  },
  {
    name: 'alert-no-crisis',
    path: list,
    answers: () => open,
    act: () => press('[data-not-a-crisis]'),
    shows: `${dialog} form`,
  },
  {
    name: 'alert-room',
    path: '/crisis/INC-27',
    answers: () => ({ ...live, 'GET /api/incidents/{id}': says({ ...incident, alertId: 'alert' }) }),
    shows: '[data-room-course] figure',
  },
  { name: 'alert-band', path: '/inbox/all', answers: () => open, shows: '[data-alert-band]' },
  { name: 'alert-band-live', path: '/inbox/all', answers: () => live, shows: '[data-alert-band]' },
  { name: 'alert-settings', path: settings, shows: '[data-peak]' },
  {
    name: 'alert-settings-empty',
    path: settings,
    answers: () => ({ 'GET /api/expected-peaks': says([]) }),
    shows: '[data-add-peak]',
  },
  {
    name: 'alert-settings-loading',
    path: settings,
    answers: () => ({ 'GET /api/expected-peaks': waits, 'GET /api/alert-settings': waits }),
    shows: 'main [role=status]',
  },
  {
    name: 'alert-settings-failed',
    path: settings,
    answers: () => ({ 'GET /api/expected-peaks': unavailable, 'GET /api/alert-settings': unavailable }),
    shows: 'main [role=alert]',
  },
  {
    name: 'alert-settings-observer',
    path: settings,
    answers: (look: Look) => houseOf(look, 'observer'),
    shows: '[data-peak]',
  },
  {
    name: 'alert-settings-add',
    path: settings,
    act: async () => {
      await press('[data-add-peak]')
      await write('[data-peak-form] input', 'Zomeractie')
      await write('[data-peak-form] input[type=datetime-local]', '2099-01-01T09:00')
    },
    shows: '[data-peak-form] [role=alert]',
  },
]
