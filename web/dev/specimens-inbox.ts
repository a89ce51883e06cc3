import type { Row } from '#api/contract/shapes.ts'
import type { LiveEvent } from '#domain/event.ts'
import { type Answers, type Asked, says, vanishes, waits } from './canned-server.ts'
import { key, press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { emptyCounts, houseOf, listOf, notAllowed, unavailable } from './story/house.ts'
import { sources, troubledSources } from './story/listening.ts'
import { inMinutes } from './story/moments.ts'
import { sessionOf } from './story/people.ts'
import { manyRows, rows } from './story/rows.ts'

const card = '[data-card]'
const thread = '[data-thread]'
const path = '/inbox/all/WH-4182'
const isWaiting = '[data-inbox-list] [role=status][aria-label]'
const isFailed = '[data-inbox-list] [role=alert]'
const isEmpty = '[data-inbox-list] h2'

const nothing = (): Answers => ({ 'GET /api/conversations': listOf([]), 'GET /api/views': says(emptyCounts) })
const holding = (count: number) => (): Answers => ({
  'GET /api/conversations': listOf(manyRows(count)),
  'GET /api/views': says({ ...emptyCounts, all: count }),
})

/** The second look at the list is another one: two came, and a colleague dealt with one. */
function moving(): Answers {
  let asked = 0
  const late: Row[] = rows.slice(0, 2).map((row, i) => ({ ...row, id: `new-${i}`, key: `WH-49${i}0` }))
  return {
    'GET /api/conversations': says((question: Asked) => {
      asked += 1
      return listOf(asked === 1 ? rows : [...late, ...rows.filter(({ id }) => id !== 'stars')]).with(question)
    }),
  }
}
const opened: LiveEvent = {
  id: 1,
  kind: 'conversation.opened',
  conversationId: 'new-0',
  subjectId: 'new-0',
  by: null,
  at: inMinutes(0),
}

export const inboxSpecimens: readonly Specimen[] = [
  { name: 'inbox', path, shows: thread },
  { name: 'inbox-list', path: '/inbox/all', shows: card },
  { name: 'inbox-loading', path: '/inbox/all', answers: () => ({ 'GET /api/conversations': waits }), shows: isWaiting },
  {
    name: 'inbox-failed',
    path: '/inbox/all',
    answers: () => ({ 'GET /api/conversations': unavailable }),
    shows: isFailed,
  },
  {
    name: 'inbox-not-allowed',
    path: '/inbox/all',
    answers: () => ({ 'GET /api/conversations': notAllowed }),
    shows: isFailed,
  },
  {
    name: 'inbox-offline-from-the-start',
    path: '/inbox/all',
    live: 'lost',
    answers: () => ({ 'GET /api/conversations': vanishes, 'GET /api/views': vanishes, 'GET /api/sources': vanishes }),
    shows: isFailed,
  },
  { name: 'inbox-offline', path, live: 'lost', shows: '[role=status] p b' },
  { name: 'inbox-partial', path, answers: () => ({ 'GET /api/sources': says(troubledSources) }), shows: thread },
  {
    name: 'inbox-finished',
    path: '/inbox/mine',
    answers: () => ({ ...nothing(), 'GET /api/views': says({ ...emptyCounts, unowned: 5, all: 5 }) }),
    shows: isEmpty,
  },
  { name: 'inbox-unowned-finished', path: '/inbox/unowned', answers: nothing, shows: isEmpty },
  { name: 'inbox-nobody-asks', path: '/inbox/asked', answers: nothing, shows: isEmpty },
  { name: 'inbox-saved', path: '/inbox/all?network=bluesky&sentiment=negative', shows: card },
  {
    name: 'inbox-save-view',
    path: '/inbox/all?lang=nl',
    act: () => press('[data-save-view]'),
    shows: '[role=dialog]',
  },
  {
    name: 'inbox-filter-silence',
    path: '/inbox/done',
    act: () => press('[data-inbox-filter][aria-haspopup=menu]'),
    shows: '[role=menuitem]',
  },
  { name: 'inbox-silent', path: '/inbox/done?silence=let-stand', shows: card },
  { name: 'inbox-nothing-waits', path: '/inbox/waiting', answers: nothing, shows: isEmpty },
  { name: 'inbox-nothing-done', path: '/inbox/done', answers: nothing, shows: isEmpty },
  { name: 'inbox-filtered', path: '/inbox/all?q=crew&lang=de', answers: nothing, shows: isEmpty },
  {
    name: 'inbox-first-run',
    path: '/inbox/all',
    answers: (look) => ({
      ...nothing(),
      'GET /api/session': says(sessionOf(look, 'owner', false)),
      'GET /api/sources': says([]),
    }),
    shows: isEmpty,
  },
  {
    name: 'inbox-nobody-heard',
    path: '/inbox/all',
    answers: () => ({
      ...nothing(),
      'GET /api/sources': says(sources.map((one) => ({ ...one, keptCount: 0, lastHeardAt: null }))),
    }),
    shows: isEmpty,
  },
  { name: 'inbox-waiting', path: '/inbox/waiting', shows: card },
  { name: 'inbox-done', path: '/inbox/done', shows: card },
  { name: 'inbox-noise', path: '/inbox/noise/WH-4192', shows: thread },
  { name: 'inbox-noise-list', path: '/inbox/noise', shows: card },
  { name: 'inbox-no-noise', path: '/inbox/noise', answers: nothing, shows: isEmpty },
  { name: 'inbox-urgent-first', path: '/inbox/all?sort=urgent', shows: card },
  { name: 'inbox-back-from-noise', path: '/inbox/all/WH-4185', shows: thread },
  { name: 'inbox-story', path, act: () => press('[data-story]'), shows: thread },
  { name: 'inbox-observer', path, answers: (look) => houseOf(look, 'observer'), shows: thread },
  {
    name: 'inbox-news',
    path: '/inbox/all',
    answers: moving,
    live: [{ event: opened.kind, data: opened }],
    shows: card,
  },
  {
    name: 'inbox-selected',
    path,
    act: async () => {
      await press(`${thread} *`)
      key('x')
    },
    shows: thread,
  },
  { name: 'inbox-1', path: '/inbox/all', answers: holding(1), shows: card },
  { name: 'inbox-7', path: '/inbox/all', answers: holding(7), shows: card },
  { name: 'inbox-300', path: '/inbox/all', answers: holding(300), shows: card },
  { name: 'inbox-10000', path: '/inbox/all', answers: holding(10_000), shows: card },
]
