import type { OpeningHours } from '#domain/opening-hours.ts'
import type { Role } from '#domain/role.ts'
import { type Answers, says, vanishes, waits } from './canned-server.ts'
import { press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { holidays, openingHours, wrongHours } from './story/hours.ts'
import { unavailable } from './story/house.ts'
import { type Look, sessionOf } from './story/people.ts'

const path = '/settings/promises'
const example = '[role=status].num'
const save = 'main form:last-of-type button[type=submit]'

function openAt(hours: OpeningHours, more: Answers = {}, role: Role = 'owner') {
  return (look: Look): Answers => {
    const session = sessionOf(look, role)
    const workspace = session.workspace && { ...session.workspace, openingHours: hours }
    return { 'GET /api/session': says({ ...session, workspace }), ...more }
  }
}

/** Opening hours on the page of promises. */
export const hoursSpecimens: readonly Specimen[] = [
  { name: 'settings-hours', path, answers: openAt(openingHours), shows: example },
  { name: 'settings-hours-begun', path, act: () => press('input[role=switch]'), shows: example },
  { name: 'settings-hours-wrong', path, answers: openAt(wrongHours), shows: '[role=alert]' },
  {
    name: 'settings-hours-loading',
    path,
    answers: openAt(openingHours, { 'GET /api/holidays': waits, 'POST /api/opening-hours/example': waits }),
    shows: example,
  },
  {
    name: 'settings-hours-no-holidays',
    path,
    answers: openAt(openingHours, { 'GET /api/holidays': says({ ...holidays, regions: [], days: [] }) }),
    shows: example,
  },
  {
    name: 'settings-hours-failed',
    path,
    answers: openAt(openingHours, { 'GET /api/holidays': unavailable, 'POST /api/opening-hours/example': unavailable }),
    shows: '[role=alert]',
  },
  {
    name: 'settings-hours-offline',
    path,
    live: 'lost',
    answers: openAt(openingHours, { 'GET /api/holidays': vanishes, 'POST /api/opening-hours/example': vanishes }),
    shows: '[role=status] p b',
  },
  {
    name: 'settings-hours-not-saved',
    path,
    answers: openAt(openingHours, { 'PATCH /api/workspace': unavailable }),
    act: async () => {
      await press('main form:last-of-type fieldset fieldset button')
      await press(save)
    },
    shows: '[role=alert]',
  },
  { name: 'settings-hours-member', path, answers: openAt(openingHours, {}, 'member'), shows: example },
]
