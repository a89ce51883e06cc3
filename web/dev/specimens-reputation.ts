import { refuses, says, vanishes, waits } from './canned-server.ts'
import { press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { counted, fewSaid, nothingSaid, reputation } from './story/reputation.ts'

const path = '/reputation'
const report = 'GET /api/reports/reputation'
const messages = { 'GET /api/reports/messages': says({ rows: counted, next: 'more' }) }

/** How we are spoken of, in weeks of every kind. */
export const reputationSpecimens: readonly Specimen[] = [
  { name: 'reputation', path, answers: () => ({ [report]: says(reputation) }), shows: 'main figure svg, figure svg' },
  { name: 'reputation-few', path, answers: () => ({ [report]: says(fewSaid) }), shows: 'h2' },
  { name: 'reputation-empty', path, answers: () => ({ [report]: says(nothingSaid) }), shows: 'h2' },
  { name: 'reputation-loading', path, answers: () => ({ [report]: waits }), shows: 'main [role=status][aria-label]' },
  {
    name: 'reputation-failed',
    path,
    answers: () => ({ [report]: refuses(503, 'unavailable') }),
    shows: '[role=alert]',
  },
  { name: 'reputation-offline', path, answers: () => ({ [report]: vanishes }), shows: '[role=alert]' },
  {
    name: 'reputation-messages',
    path,
    answers: () => ({ [report]: says(reputation), ...messages }),
    act: () => press('main tbody button, tbody button'),
    shows: '[role=dialog] li',
  },
  {
    name: 'reputation-table',
    path,
    answers: () => ({ [report]: says(reputation) }),
    act: () => press('figure button[aria-pressed]'),
    shows: 'figure table',
  },
]
