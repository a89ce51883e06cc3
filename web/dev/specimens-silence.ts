import { type Answers, says } from './canned-server.ts'
import { key, press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation } from './story/conversation.ts'
import { houseOf, listOf, unavailable } from './story/house.ts'
import type { Look } from './story/people.ts'
import { rows } from './story/rows.ts'
import { silence, silenceReport } from './story/silence.ts'

const thread = '[data-thread]'
const path = '/inbox/all/WH-4182'

/** Nobody answered any of them yet. */
const unanswered = (): Answers => ({
  'GET /api/conversations': listOf(rows.map((row) => ({ ...row, needsDecision: true }))),
  'GET /api/conversations/{id}': says({ ...conversation, needsDecision: true }),
})

/** Deliberately no answer: asked, shown, and counted. */
export const silenceSpecimens: readonly Specimen[] = [
  {
    name: 'inbox-why-no-answer',
    path,
    answers: unanswered,
    act: async () => {
      await press(`${thread} *`)
      key('e')
    },
    shows: '[role=dialog] [data-first]',
  },
  {
    name: 'inbox-no-answer',
    path: '/inbox/done/WH-4182',
    answers: () => ({ 'GET /api/conversations/{id}': says({ ...conversation, state: 'done', silence }) }),
    shows: thread,
  },
  {
    name: 'inbox-look-again',
    path,
    answers: () => ({
      'GET /api/conversations/{id}': says({
        ...conversation,
        silence: { ...silence, endedBy: 'review', endedAt: silence.at },
      }),
    }),
    shows: thread,
  },
  {
    name: 'settings-no-answer',
    path: '/settings/no-answer',
    answers: () => ({ 'GET /api/silences/report': says(silenceReport) }),
    shows: 'main table',
  },
  {
    name: 'settings-no-answer-empty',
    path: '/settings/no-answer',
    answers: () => ({
      'GET /api/silences/report': says({ ...silenceReport, silent: 0, reasons: [] }),
    }),
    shows: 'main section h2 + div h2, main section h3, main section',
  },
  {
    name: 'settings-no-answer-failed',
    path: '/settings/no-answer',
    answers: () => ({ 'GET /api/silences/report': unavailable }),
    shows: '[role=alert]',
  },
  {
    name: 'settings-no-answer-member',
    path: '/settings/no-answer',
    answers: (look: Look) => ({ ...houseOf(look, 'member'), 'GET /api/silences/report': says(silenceReport) }),
    shows: 'main table',
  },
]
