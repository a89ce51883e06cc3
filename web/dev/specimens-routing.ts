import type { RoutingView } from '#api/contract/shapes.ts'
import { type Answers, refuses, says, vanishes, waits } from './canned-server.ts'
import { find, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation } from './story/conversation.ts'
import { houseOf, unavailable } from './story/house.ts'
import { departments, type Look } from './story/people.ts'
import { applied, applying, noRules, putBack, routed, tried, trying } from './story/routing.ts'
import { checkedQuery, wrongCheck } from './story/search.ts'

const path = '/settings/routing'
const route = 'GET /api/routing'
const dialog = '[role=dialog]'
const editSecond = 'main ol > li:nth-child(2) button:last-child'
const tryIt = `${dialog} section button`

const at = (routing: RoutingView, more: Answers = {}) => ({
  answers: () => ({
    [route]: says(routing),
    'POST /api/topics/check': says(checkedQuery),
    'POST /api/routing/trials': says({ id: 'trial' }),
    ...more,
  }),
})

const edit = async () => {
  await press(editSecond)
  await find(dialog)
}
const tries = async () => {
  await edit()
  await press(`${tryIt}:enabled`)
}

const nameTaken = {
  en: 'There is a rule called “Koffers” already. Give this one another name.',
  nl: 'Er is al een regel die “Koffers” heet. Geef deze een andere naam.',
}

/** The rules that place what is heard: their list, one of them, a trial, and what they did. */
export const routingSpecimens: readonly Specimen[] = [
  { name: 'settings-routing', path, shows: 'main ol' },
  {
    name: 'settings-routing-loading',
    path,
    answers: () => ({ [route]: waits }),
    shows: 'main [role=status][aria-label]',
  },
  { name: 'settings-routing-failed', path, answers: () => ({ [route]: unavailable }), shows: '[role=alert]' },
  {
    name: 'settings-routing-offline',
    path,
    live: 'lost',
    answers: () => ({ [route]: vanishes }),
    shows: '[role=status] p b',
  },
  { name: 'settings-routing-observer', path, answers: (look: Look) => houseOf(look, 'observer'), shows: 'main ol' },
  { name: 'settings-routing-empty', path, ...at(noRules), shows: 'main ul' },
  { name: 'settings-routing-applying', path, ...at(applying), shows: '[role=progressbar]' },
  { name: 'settings-routing-applied', path, ...at(applied), act: () => press('main summary'), shows: 'main table' },
  { name: 'settings-routing-put-back', path, ...at(putBack), shows: 'main ol' },
  { name: 'routing-apply', path, ...at(applied), act: () => press('main section button'), shows: dialog },
  { name: 'routing-rule', path, ...at(tried), act: edit, shows: dialog },
  { name: 'routing-rule-new', path, ...at(noRules), act: () => press('main ul > li:last-child button'), shows: dialog },
  {
    name: 'routing-rule-wrong',
    path,
    ...at(tried, { 'POST /api/topics/check': says(wrongCheck) }),
    act: edit,
    shows: `${dialog} [aria-live] li`,
  },
  {
    name: 'routing-rule-refused',
    path,
    ...at(tried, { 'PUT /api/routing/rules/{id}': refuses(409, 'taken', nameTaken) }),
    act: async () => {
      await edit()
      await write(`${dialog} input[maxlength="80"]`, 'Koffers')
      await press(`${dialog} button[type=submit]:enabled`)
    },
    shows: `${dialog} [role=alert]`,
  },
  { name: 'routing-trying', path, ...at(trying), act: tries, shows: `${dialog} [role=progressbar]` },
  { name: 'routing-tried', path, ...at(tried), act: tries, shows: `${dialog} table` },
  {
    name: 'department-in-turn',
    path: '/settings/departments',
    answers: () => ({ 'GET /api/departments': says(departments) }),
    act: () => press('main ul > li:first-child button'),
    shows: `${dialog} input[type=number]`,
  },
  {
    name: 'conversation-routed',
    path: `/inbox/all/${conversation.key}`,
    answers: () => ({ 'GET /api/conversations/{id}': says({ ...conversation, routings: routed }) }),
    shows: '[data-thread]',
  },
]
