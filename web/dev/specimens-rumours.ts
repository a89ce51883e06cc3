import { refuses, says, vanishes, waits } from './canned-server.ts'
import { press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { unavailable } from './story/house.ts'
import { advisedKey } from './story/policy.ts'
import { freshRumour, rumourTold } from './story/rumours.ts'

const list = 'GET /api/rumours'
const one = 'GET /api/rumours/{id}'
const told = 'GET /api/conversations/{id}/rumours'
const path = '/crisis/rumours'
const known = '/crisis/rumours/suitcases'
const inbox = `/inbox/all/${advisedKey}`
const gone = { en: 'This rumour is not here any more.', nl: 'Dit gerucht is hier niet meer.' }
const taken = {
  en: 'A colleague changed this rumour meanwhile. Look at it before you save yours.',
  nl: 'Een collega heeft dit gerucht intussen veranderd. Bekijk het voordat je het jouwe bewaart.',
}

/** What is told about us: the list, one of them, its form, and where it is told. */
export const rumourSpecimens: readonly Specimen[] = [
  { name: 'rumours', path, shows: 'main ul li' },
  { name: 'rumours-loading', path, answers: () => ({ [list]: waits }), shows: 'main [role=status]' },
  { name: 'rumours-failed', path, answers: () => ({ [list]: unavailable }), shows: '[role=alert]' },
  { name: 'rumours-offline', path, live: 'lost', answers: () => ({ [list]: vanishes }), shows: '[role=alert]' },
  { name: 'rumours-empty', path, answers: () => ({ [list]: says([]) }), shows: 'main h2' },
  { name: 'rumour', path: known, shows: 'main h1' },
  { name: 'rumour-fresh', path: known, answers: () => ({ [one]: says(freshRumour) }), shows: 'main h1' },
  { name: 'rumour-loading', path: known, answers: () => ({ [one]: waits }), shows: 'main [role=status]' },
  { name: 'rumour-failed', path: known, answers: () => ({ [one]: unavailable }), shows: '[role=alert]' },
  { name: 'rumour-gone', path: known, answers: () => ({ [one]: refuses(404, 'not_found', gone) }), shows: 'main h1' },
  { name: 'rumour-new', path: `${path}/new`, shows: 'main form' },
  {
    name: 'rumour-change',
    path: known,
    act: () => press('main div > button'),
    shows: 'main form',
  },
  {
    name: 'rumour-tried',
    path: known,
    act: async () => {
      await press('main div > button')
      await press('main form .bg-sunken button')
    },
    shows: 'main form [role=status]',
  },
  {
    ...{ name: 'rumour-refused', path: known },
    answers: () => ({ 'PUT /api/rumours/{id}': refuses(409, 'taken', taken) }),
    act: async () => {
      await press('main div > button')
      await press('main form button[type=submit]')
    },
    shows: 'main form [role=alert]',
  },
  {
    name: 'rumour-told',
    path: inbox,
    answers: () => ({ [told]: says([rumourTold]) }),
    shows: 'a[href*="rumours/suitcases"]',
  },
  {
    name: 'rumour-told-perhaps',
    path: inbox,
    answers: () => ({ [told]: says([{ ...rumourTold, verdict: 'maybe', answer: null }]) }),
    shows: 'a[href*="rumours/suitcases"]',
  },
]
