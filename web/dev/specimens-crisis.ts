import { type Answers, refuses, says, waits } from './canned-server.ts'
import { find, key, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { houseOf, notFound, unavailable } from './story/house.ts'
import { incident } from './story/incident.ts'
import { inMinutes } from './story/moments.ts'
import type { Look } from './story/people.ts'

const list = '/crisis'
const room = '/crisis/INC-27'
const conversation = '/inbox/all/WH-4182'
const dialog = '[role=dialog]'
const line = '[data-the-line]'
const roomWith = (given: Partial<typeof incident>): Answers => ({
  'GET /api/incidents/{id}': says({ ...incident, ...given }),
})
const over = [
  {
    ...{ key: 'INC-27', title: incident.title, notToSay: incident.notToSay, voices: incident.voices },
    line: { number: 2, text: incident.lines[1]?.text ?? '' },
  },
]

/** By its key, once the conversation stands there. */
const addIt = async () => {
  await find('[data-thread]')
  key('C', { isShift: true })
}

/** The crisis room: its list, the room in its states, the status and the export. */
export const crisisSpecimens: readonly Specimen[] = [
  { name: 'crisis-list', path: list, shows: 'main ul a' },
  { name: 'crisis-list-empty', path: list, answers: () => ({ 'GET /api/incidents': says([]) }), shows: 'main svg' },
  {
    name: 'crisis-list-loading',
    path: list,
    answers: () => ({ 'GET /api/incidents': waits }),
    shows: 'main [role=status]',
  },
  {
    name: 'crisis-list-failed',
    path: list,
    answers: () => ({ 'GET /api/incidents': unavailable }),
    shows: 'main [role=alert]',
  },
  { name: 'crisis-open', path: '/crisis?open=', shows: `${dialog} form` },
  {
    name: 'crisis-open-with',
    path: '/crisis?open=Koffers%20op%20Schiphol&with=11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222',
    shows: `${dialog} form`,
  },
  { name: 'crisis-room', path: room, shows: line },
  {
    name: 'crisis-room-by-hand',
    path: room,
    answers: () =>
      roomWith({ topics: [], volume: incident.volume.map(({ hour, count }) => ({ hour, count, expected: null })) }),
    shows: '[data-room-course=volume] svg',
  },
  {
    name: 'crisis-room-young',
    path: room,
    answers: () => roomWith({ volume: incident.volume.map(({ hour, count }) => ({ hour, count, expected: null })) }),
    shows: '[data-room-course=volume] svg',
  },
  {
    name: 'crisis-room-volume-table',
    path: room,
    act: () => press('[data-room-course] figure button'),
    shows: '[data-room-course] table',
  },
  {
    name: 'crisis-room-late',
    path: room,
    answers: () => roomWith({ nextUpdateAt: inMinutes(-9), isStopped: true }),
    shows: line,
  },
  {
    name: 'crisis-room-new',
    path: room,
    answers: () => ({
      ...roomWith({
        ...{ lines: [], tasks: [], voices: [], notToSay: [], updates: [], nextUpdateAt: null, lead: null, comms: null },
        ...{ needsApproval: false, happening: '', isPrivate: false },
      }),
      'GET /api/incidents/{id}/messages': says({ lines: [], isMore: false }),
      'GET /api/incidents/{id}/timeline': says([]),
    }),
    shows: 'main h1',
  },
  {
    name: 'crisis-room-observer',
    path: room,
    answers: (look: Look) => ({ ...houseOf(look, 'observer'), ...roomWith({ can: { work: false, lead: false } }) }),
    shows: line,
  },
  {
    name: 'crisis-room-closed',
    path: room,
    answers: () =>
      roomWith({
        ...{ state: 'closed', closedAt: inMinutes(-30), closedBy: incident.lead, nextUpdateAt: null },
        ...{ can: { work: false, lead: false }, needsApproval: false },
      }),
    shows: line,
  },
  {
    name: 'crisis-room-loading',
    path: room,
    answers: () => ({ 'GET /api/incidents/{id}': waits }),
    shows: 'main [role=status]',
  },
  {
    name: 'crisis-room-absent',
    path: room,
    answers: () => ({ 'GET /api/incidents/{id}': notFound }),
    shows: 'main h1',
  },
  {
    name: 'crisis-room-parts-failed',
    path: room,
    answers: () => ({
      'GET /api/incidents/{id}/messages': unavailable,
      'GET /api/incidents/{id}/timeline': unavailable,
    }),
    shows: 'main [role=alert]',
  },
  { name: 'crisis-update', path: room, act: () => press('[data-write-update]'), shows: `${dialog} textarea` },
  { name: 'crisis-settings', path: room, act: () => press('[data-room-settings]'), shows: `${dialog} form` },
  { name: 'crisis-stop', path: room, act: () => press('[data-stop-everything]'), shows: `${dialog} form` },
  {
    name: 'crisis-line-taken',
    path: room,
    answers: () => ({
      'POST /api/incidents/{id}/lines': refuses(409, 'taken', {
        en: 'A colleague wrote another version of the line meanwhile. Look at it first.',
        nl: 'Een collega schreef intussen een andere versie van de lijn. Bekijk die eerst.',
      }),
    }),
    act: async () => {
      await press('[data-write-version]')
      await write('[data-line-form] textarea', 'Er rijden bussen.')
      await press('[data-line-form] [type=submit]:enabled')
    },
    shows: '[data-line-form] [role=alert]',
  },
  { name: 'crisis-close', path: room, act: () => press('[data-close-incident]'), shows: `${dialog} form` },
  { name: 'crisis-status', path: `${room}/status`, shows: 'article h2' },
  { name: 'crisis-print', path: `${room}/print`, shows: 'article h2' },
  {
    name: 'crisis-composer',
    path: '/inbox/all/WH-4182',
    answers: () => ({ 'GET /api/conversations/{id}/incidents': says(over) }),
    shows: '[data-line-over]',
  },
  { name: 'crisis-add', path: conversation, act: addIt, shows: `${dialog} [data-room]` },
  {
    name: 'crisis-add-none',
    path: conversation,
    answers: () => ({ 'GET /api/incidents': says([]) }),
    act: addIt,
    shows: `${dialog} [data-new-room]`,
  },
  {
    name: 'crisis-add-loading',
    path: conversation,
    answers: () => ({ 'GET /api/incidents': waits }),
    act: addIt,
    shows: `${dialog} [role=status]`,
  },
  {
    name: 'crisis-add-failed',
    path: conversation,
    answers: () => ({ 'GET /api/incidents': unavailable }),
    act: addIt,
    shows: `${dialog} [role=alert]`,
  },
  {
    name: 'crisis-add-refused',
    path: conversation,
    answers: () => ({
      'PUT /api/incidents/{id}/messages/{conversationId}': refuses(403, 'not_allowed', {
        en: 'You observe this incident. Ask its lead for a part in it.',
        nl: 'Je kijkt mee met dit incident. Vraag de leiding om je mee te laten doen.',
      }),
    }),
    act: async () => {
      await addIt()
      await press(`${dialog} [data-room]`)
    },
    shows: `${dialog} [role=alert]`,
  },
]
