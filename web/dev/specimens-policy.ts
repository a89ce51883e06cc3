import type { AdviceView, PolicyView } from '#api/contract/policy-shapes.ts'
import { type Answers, refuses, says, vanishes, waits } from './canned-server.ts'
import { press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { houseOf, unavailable } from './story/house.ts'
import type { Look } from './story/people.ts'
import {
  advised,
  advisedKey,
  asksFirst,
  comparison,
  noAdvice,
  noPolicy,
  policyBroken,
  policyNow,
  policyWritten,
} from './story/policy.ts'

const path = '/settings/policy'
const route = 'GET /api/policy'
const examples = 'main [role=tabpanel] ul'
const tree = 'main [role=tree]'
const tab = (place: number) => () => press(`main [role=tab]:nth-child(${place})`)

const at = (view: PolicyView, more: Answers = {}) => ({ answers: () => ({ [route]: says(view), ...more }) })
const card = 'aside details summary'
const advice = 'GET /api/conversations/{id}/advice'
const advisedPath = `/inbox/all/${advisedKey}`
const on = (view: AdviceView) => ({ path: advisedPath, answers: () => ({ [advice]: says(view) }) })
/** Where there is no fourth pane, it opens over the conversation. */
const openAuthor = () => press('article[data-message] .hit-area')
const failing = {
  en: 'Not published. Examples that would get other advice than you said: 1. See “Jullie rekenen geld voor water”.',
  nl: 'Niet gepubliceerd. Voorbeelden die ander advies krijgen dan je zei: 1. Kijk naar “Jullie rekenen geld voor water”.',
}

/** How to answer: the tree that says so, and what it says of a conversation. */
export const policySpecimens: readonly Specimen[] = [
  { name: 'settings-policy', path, ...at(policyNow), shows: tree },
  {
    name: 'settings-policy-loading',
    path,
    answers: () => ({ [route]: waits }),
    shows: 'main [role=status][aria-label]',
  },
  { name: 'settings-policy-failed', path, answers: () => ({ [route]: unavailable }), shows: '[role=alert]' },
  {
    name: 'settings-policy-offline',
    path,
    live: 'lost',
    answers: () => ({ [route]: vanishes }),
    shows: '[role=status] p b',
  },
  {
    name: 'settings-policy-observer',
    path,
    answers: (look: Look) => ({ ...houseOf(look, 'observer'), [route]: says(policyNow) }),
    shows: tree,
  },
  { name: 'settings-policy-empty', path, ...at(noPolicy), shows: 'main ul' },
  { name: 'settings-policy-text', path, ...at(policyNow), act: tab(2), shows: 'main textarea' },
  { name: 'settings-policy-wrong', path, ...at(policyBroken), act: tab(2), shows: 'main [aria-live] li' },
  { name: 'settings-policy-examples', path, ...at(policyWritten), act: tab(3), shows: 'main [role=tabpanel] ul' },
  {
    name: 'settings-policy-example-changed',
    path,
    ...at(policyWritten),
    act: async () => {
      await tab(3)()
      await press(`${examples} li:nth-child(2) button[aria-expanded=false]`)
    },
    shows: `${examples} fieldset`,
  },
  {
    name: 'settings-policy-example-new',
    path,
    ...at(policyNow),
    act: async () => {
      await tab(3)()
      await press('[data-new-example]')
      await write('main [role=tabpanel] form input', 'Mijn koffer is nu drie dagen weg')
    },
    shows: 'main [role=tabpanel] form fieldset',
  },
  { name: 'settings-policy-history', path, ...at(policyNow), act: tab(4), shows: 'main [role=tabpanel] ol' },
  {
    name: 'settings-policy-changes',
    path,
    ...at(policyWritten, { 'POST /api/policy/compare': says(comparison) }),
    act: () => press('main form + div button:enabled'),
    shows: 'main section details',
  },
  {
    name: 'settings-policy-refused',
    path,
    ...at(policyWritten, { 'POST /api/policy/versions': refuses(400, 'bad_input', failing) }),
    act: () => press('main button[type=submit]:enabled'),
    shows: 'main section [role=alert]',
  },
  { name: 'advice', ...on(advised), act: () => press(card), shows: 'aside details ol' },
  { name: 'advice-question', ...on(asksFirst), shows: 'aside fieldset legend svg' },
  { name: 'advice-none', ...on(noAdvice), shows: 'aside a[href$="/settings/policy"]' },
  {
    name: 'advice-loading',
    path: advisedPath,
    answers: () => ({ [advice]: waits }),
    act: openAuthor,
    shows: 'aside section [role=status][aria-label]',
  },
  {
    name: 'advice-failed',
    path: advisedPath,
    answers: () => ({ [advice]: unavailable }),
    act: openAuthor,
    shows: 'aside [role=alert]',
  },
]
