import { refuses, says, vanishes, waits } from './canned-server.ts'
import { press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { unavailable } from './story/house.ts'
import { advisedKey } from './story/policy.ts'
import { factsKnown, noFacts, noSnippets, snippetsKnown } from './story/snippets.ts'

const snippets = 'GET /api/snippets'
const knowledge = 'GET /api/knowledge'
const path = '/settings/snippets'
const facts = '/settings/knowledge'
const inbox = `/inbox/all/${advisedKey}`
const list = '[role=listbox] [role=option]'
const taken = {
  en: 'A colleague changed this snippet meanwhile. Look at it before you save yours.',
  nl: 'Een collega heeft deze bouwsteen intussen veranderd. Bekijk hem voordat je de jouwe bewaart.',
}

/** Wordings and facts: where they are written, and where they are used. */
export const snippetSpecimens: readonly Specimen[] = [
  { name: 'settings-snippets', path, shows: 'main ul li' },
  { name: 'settings-snippets-loading', path, answers: () => ({ [snippets]: waits }), shows: 'main [role=status]' },
  { name: 'settings-snippets-failed', path, answers: () => ({ [snippets]: unavailable }), shows: '[role=alert]' },
  {
    ...{ name: 'settings-snippets-offline', path, live: 'lost' },
    ...{ answers: () => ({ [snippets]: vanishes }), shows: '[role=alert]' },
  },
  { name: 'settings-snippets-empty', path, answers: () => ({ [snippets]: says(noSnippets) }), shows: 'main h2' },
  {
    ...{ name: 'settings-snippets-readonly', path },
    ...{ answers: () => ({ [snippets]: says({ ...snippetsKnown, mayWrite: false }) }), shows: 'main ul li' },
  },
  {
    name: 'settings-snippets-edit',
    path,
    act: () => press('main ul li:nth-child(2) button'),
    shows: 'main form fieldset',
  },
  {
    ...{ name: 'settings-snippets-refused', path },
    answers: () => ({ 'PUT /api/snippets/{id}': refuses(409, 'taken', taken) }),
    act: async () => {
      await press('main ul li:nth-child(2) button')
      await press('main ul form button[type=submit]')
    },
    shows: 'main ul form [role=alert]',
  },
  { name: 'settings-knowledge', path: facts, shows: 'main ul li' },
  {
    name: 'settings-knowledge-loading',
    path: facts,
    answers: () => ({ [knowledge]: waits }),
    shows: 'main [role=status]',
  },
  {
    name: 'settings-knowledge-failed',
    path: facts,
    answers: () => ({ [knowledge]: unavailable }),
    shows: '[role=alert]',
  },
  { name: 'settings-knowledge-empty', path: facts, answers: () => ({ [knowledge]: says(noFacts) }), shows: 'main h2' },
  {
    ...{ name: 'settings-knowledge-readonly', path: facts },
    ...{ answers: () => ({ [knowledge]: says({ ...factsKnown, mayWrite: false }) }), shows: 'main ul li' },
  },
  {
    ...{ name: 'settings-knowledge-edit', path: facts },
    ...{ act: () => press('main ul li:first-child button'), shows: 'main form fieldset' },
  },
  { name: 'composer-snippets', path: inbox, act: () => press(`main [data-sign=";"]`), shows: list },
  { name: 'composer-facts', path: inbox, act: () => press('main [data-sign="#"]'), shows: list },
]
