import { refuses, says, vanishes, waits } from './canned-server.ts'
import { press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { counted, fewSaid, nothingSaid, reputation } from './story/reputation.ts'
import { happened, topicReport, waitedRows } from './story/topic-report.ts'

const path = '/reputation'
const report = 'GET /api/reports/reputation'
const messages = { 'GET /api/reports/messages': says({ rows: counted, next: 'more', total: 4_120 }) }
const waited = { 'GET /api/reports/waits': says({ rows: waitedRows, next: null, total: 840 }) }
const topic = 'GET /api/reports/topics/{id}'
const incidents = { 'GET /api/incidents': says(happened) }

/** How we are spoken of, in weeks of every kind. */
export const reputationSpecimens: readonly Specimen[] = [
  {
    name: 'reputation',
    path,
    answers: () => ({ [report]: says(reputation), ...incidents }),
    shows: 'main figure svg, figure svg',
  },
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
    act: () => press('main section button'),
    shows: '[role=dialog] li',
  },
  {
    name: 'reputation-waits',
    path: `${path}?show=${encodeURIComponent(JSON.stringify({ kind: 'waits', cut: 'department', name: 'Bagage' }))}`,
    answers: () => ({ [report]: says(reputation), ...waited }),
    shows: '[role=dialog] li',
  },
  {
    name: 'reputation-tone',
    path: `${path}?tone=negative`,
    answers: () => ({ [report]: says(reputation) }),
    shows: 'main figure svg, figure svg',
  },
  {
    name: 'reputation-topic',
    path: `${path}/topic/topic-0`,
    answers: () => ({ [topic]: says(topicReport), ...incidents }),
    shows: 'main figure svg, figure svg',
  },
  {
    name: 'reputation-topic-loading',
    path: `${path}/topic/topic-0`,
    answers: () => ({ [topic]: waits }),
    shows: 'main [role=status][aria-label]',
  },
  {
    name: 'reputation-topic-gone',
    path: `${path}/topic/topic-9`,
    answers: () => ({ [topic]: refuses(404, 'not_found') }),
    shows: '[role=alert]',
  },
  {
    name: 'reputation-table',
    path,
    answers: () => ({ [report]: says(reputation) }),
    act: () => press('figure button[aria-pressed]'),
    shows: 'figure table',
  },
]
