import type { Conversation } from '#api/contract/shapes.ts'
import type { PromiseRule } from '#domain/promise-rule.ts'
import type { Role } from '#domain/role.ts'
import { type Answers, says, waits } from './canned-server.ts'
import { find, press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation } from './story/conversation.ts'
import { unavailable } from './story/house.ts'
import { inMinutes } from './story/moments.ts'
import { type Look, sessionOf } from './story/people.ts'
import { brokenClocks, clocks, promiseHappenings, promiseRules, told, wrongRules } from './story/promises.ts'

const path = '/settings/promises'
const rule = 'main ol li'
const first = `${rule} summary`
const card = 'main form:nth-of-type(2)'
const bell = 'button:has(svg.lucide-bell)'
const sheet = '[role=dialog]'

function rulesAre(rules: readonly PromiseRule[], more: Answers = {}, role: Role = 'owner') {
  return (look: Look): Answers => {
    const session = sessionOf(look, role)
    // A canned answer is made of the same lists.
    const workspace = session.workspace && { ...session.workspace, promiseRules: structuredClone(rules) as never }
    return { 'GET /api/session': says({ ...session, workspace }), ...more }
  }
}

const being = (change: Partial<Conversation>) => (): Answers => ({
  'GET /api/conversations/{id}': says({ ...conversation, ...change }),
})

const notices = (answers: Answers): Pick<Specimen, 'path' | 'answers' | 'act'> => ({
  path: '/inbox/all',
  answers: () => answers,
  // On a phone the bell stands at the foot, and the one in the rail is not drawn.
  act: async () => {
    await find(bell)
    const drawn = [...document.querySelectorAll<HTMLElement>(bell)].find((one) => one.offsetParent !== null)
    drawn?.click()
  },
})

/** Promises by rules, the clocks of a conversation, and what one is told. */
export const promiseSpecimens: readonly Specimen[] = [
  { name: 'promises-rules', path, answers: rulesAre(promiseRules), shows: rule },
  {
    name: 'promises-rule-open',
    path,
    answers: rulesAre(promiseRules),
    act: () => press(first),
    shows: `${rule} select`,
  },
  {
    name: 'promises-rule-new',
    path,
    act: () => press(`${card} > div button`),
    shows: `${rule} select`,
  },
  { name: 'promises-rules-wrong', path, answers: rulesAre(wrongRules), shows: '[role=alert]' },
  {
    name: 'promises-rules-failed',
    path,
    answers: rulesAre(promiseRules, { 'GET /api/topics': unavailable, 'GET /api/sources': unavailable }),
    shows: '[role=alert]',
  },
  {
    name: 'promises-rules-counting',
    path,
    answers: rulesAre(promiseRules, { 'GET /api/promises/recount': says({ left: 1_240 }) }),
    shows: `${card} [role=status]:not(:empty)`,
  },
  {
    name: 'promises-rules-not-saved',
    path,
    answers: rulesAre(promiseRules, { 'PATCH /api/workspace': unavailable }),
    act: async () => {
      await press(`[id="rule-down-r1"]`)
      await press(`${card} button[type=submit]`)
    },
    shows: `${card} [role=alert]`,
  },
  {
    name: 'promises-rules-member',
    path,
    answers: rulesAre(promiseRules, {}, 'member'),
    act: () => press(first),
    shows: `${rule} select`,
  },
  {
    name: 'conversation-promised',
    path: '/inbox/all/WH-4182',
    answers: being({ clocks, dueAt: clocks[0]?.dueAt ?? null, promisedMinutes: 30 }),
    shows: 'section > ul time',
  },
  {
    name: 'conversation-promise-broken',
    path: '/inbox/all/WH-4182',
    answers: being({
      clocks: brokenClocks,
      dueAt: inMinutes(-3.2),
      promisedMinutes: 15,
      happenings: promiseHappenings,
    }),
    shows: 'section > ul time',
  },
  { name: 'notices', ...notices({ 'GET /api/notices': says(told) }), shows: `${sheet} li` },
  { name: 'notices-empty', ...notices({}), shows: `${sheet} h2` },
  { name: 'notices-loading', ...notices({ 'GET /api/notices': waits }), shows: `${sheet} [role=status]` },
  { name: 'notices-failed', ...notices({ 'GET /api/notices': unavailable }), shows: `${sheet} [role=alert]` },
  {
    name: 'promises-stand-still',
    path: '/inbox/all',
    answers: () => ({ 'GET /api/notices': says({ ...told, standSince: inMinutes(-14) }) }),
    shows: '[role=alert]',
  },
]
