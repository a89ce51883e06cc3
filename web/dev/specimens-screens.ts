import type { BackfillView } from '#api/contract/shapes.ts'
import type { Role } from '#domain/role.ts'
import { type Answers, refuses, says, vanishes, waits } from './canned-server.ts'
import { press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { stopped } from './story/adviser.ts'
import { account } from './story/conversation.ts'
import { gone, houseOf, unavailable } from './story/house.ts'
import { styled } from './story/house-style.ts'
import {
  hasLookedBack,
  lookingAtStored,
  lookingBack,
  samples,
  sources,
  topics,
  troubledSources,
} from './story/listening.ts'
import { type Look, nobody, noor, sessionOf } from './story/people.ts'

const alert = '[role=alert]'
const h1 = 'h1'
const dialog = '[role=dialog]'
const sets = 'section[aria-labelledby=sets]'
const offline = '[role=status] p b'
const skeleton = 'main [role=status][aria-label]'
const as = (role: Role) => (look: Look) => houseOf(look, role)

const unreadableLine = {
  en: 'Line 2, “me*”: me* is too short: at least three letters must stand before the star.',
  nl: 'Regel 2, “me*”: me* is te kort: voor het sterretje moeten minstens drie letters staan.',
}

const lookBack = (backfill: BackfillView) => () => ({
  'GET /api/topics': says(topics.map((topic, i) => (i === 0 ? { ...topic, backfill } : topic))),
})

const listening: readonly Specimen[] = [
  { name: 'listening', path: '/listen', shows: '#sources' },
  {
    name: 'listening-loading',
    path: '/listen',
    answers: () => ({ 'GET /api/sources': waits, 'GET /api/topics': waits, 'GET /api/sets': waits }),
    shows: skeleton,
  },
  {
    name: 'listening-empty',
    path: '/listen',
    answers: () => ({ 'GET /api/sources': says([]), 'GET /api/topics': says([]), 'GET /api/sets': says([]) }),
    shows: h1,
  },
  {
    name: 'listening-partial',
    path: '/listen',
    answers: () => ({ 'GET /api/sources': says(troubledSources) }),
    shows: '#sources',
  },
  { name: 'listening-half-failed', path: '/listen', answers: () => ({ 'GET /api/topics': unavailable }), shows: alert },
  {
    name: 'listening-offline',
    path: '/listen',
    live: 'lost',
    answers: () => ({ 'GET /api/sources': vanishes, 'GET /api/topics': vanishes, 'GET /api/sets': vanishes }),
    shows: offline,
  },
  { name: 'listening-observer', path: '/listen', answers: as('observer'), shows: '#sources' },
  { name: 'listening-looks-back', path: '/listen', answers: lookBack(lookingBack), shows: '[role=progressbar]' },
  { name: 'listening-tries-stored', path: '/listen', answers: lookBack(lookingAtStored), shows: '[role=progressbar]' },
  { name: 'listening-looked-back', path: '/listen', answers: lookBack(hasLookedBack), shows: '#dear-topics' },
  { name: 'listening-sets-failed', path: '/listen', answers: () => ({ 'GET /api/sets': unavailable }), shows: alert },
  { name: 'set-new', path: '/listen', act: () => press(`${sets} header button`), shows: dialog },
  { name: 'set-used', path: '/listen', act: () => press(`${sets} li:first-child button`), shows: dialog },
  {
    name: 'set-observer',
    path: '/listen',
    answers: as('observer'),
    act: () => press(`${sets} li button`),
    shows: dialog,
  },
  {
    name: 'set-refused',
    path: '/listen',
    answers: () => ({ 'PATCH /api/sets/{id}': refuses(400, 'bad_input', unreadableLine) }),
    act: async () => {
      await press(`${sets} li:last-child button`)
      await press(`${dialog} button[type=submit]`)
    },
    shows: `${dialog} ${alert}`,
  },
]

type Page = { name: string; asks: keyof Answers }
const pages: readonly Page[] = [
  { name: 'noise', asks: 'GET /api/noise' },
  { name: 'members', asks: 'GET /api/members' },
  { name: 'departments', asks: 'GET /api/departments' },
  { name: 'accounts', asks: 'GET /api/accounts' },
  { name: 'second-opinion', asks: 'GET /api/adviser' },
  { name: 'learned', asks: 'GET /api/learned' },
  { name: 'retention', asks: 'GET /api/retention' },
  { name: 'promotion', asks: 'GET /api/promotion' },
]
const settings: readonly Specimen[] = [
  { name: 'settings-me', path: '/settings/me', shows: h1 },
  { name: 'settings-appearance', path: '/settings/appearance', shows: h1 },
  { name: 'settings-keyboard', path: '/settings/keyboard', shows: h1 },
  { name: 'settings-workspace', path: '/settings/workspace', shows: h1 },
  { name: 'settings-workspace-member', path: '/settings/workspace', answers: as('member'), shows: h1 },
  { name: 'settings-house-style', path: '/settings/house-style', shows: h1 },
  { name: 'settings-house-style-set', path: '/settings/house-style', answers: styled, shows: h1 },
  { name: 'settings-house-style-member', path: '/settings/house-style', answers: as('member'), shows: h1 },
  {
    name: 'settings-house-style-unsaved',
    path: '/settings/house-style',
    answers: (look) => ({ ...styled(look), 'PATCH /api/workspace': unavailable }),
    act: async () => {
      await press('main form:last-of-type input[type=checkbox]')
      await press('main form:last-of-type button[type=submit]')
    },
    shows: alert,
  },
  { name: 'settings-promises', path: '/settings/promises', shows: h1 },
  { name: 'settings-promises-member', path: '/settings/promises', answers: as('member'), shows: h1 },
  ...pages.flatMap(({ name, asks }): Specimen[] => {
    const path = `/settings/${name}`
    return [
      { name: `settings-${name}`, path, shows: h1 },
      { name: `settings-${name}-loading`, path, answers: () => ({ [asks]: waits }), shows: skeleton },
      { name: `settings-${name}-failed`, path, answers: () => ({ [asks]: unavailable }), shows: alert },
      { name: `settings-${name}-offline`, path, live: 'lost', answers: () => ({ [asks]: vanishes }), shows: offline },
      { name: `settings-${name}-observer`, path, answers: as('observer'), shows: h1 },
    ]
  }),
  {
    name: 'settings-noise-untaught',
    path: '/settings/noise',
    answers: () => ({ 'GET /api/noise': says({ lessons: [], words: [] }) }),
    shows: h1,
  },
  {
    name: 'settings-members-alone',
    path: '/settings/members',
    answers: () => ({ 'GET /api/members': says({ members: [noor], invitations: [] }) }),
    shows: h1,
  },
  {
    name: 'settings-departments-empty',
    path: '/settings/departments',
    answers: () => ({ 'GET /api/departments': says([]) }),
    shows: h1,
  },
  {
    name: 'settings-accounts-empty',
    path: '/settings/accounts',
    answers: () => ({ 'GET /api/accounts': says([]) }),
    shows: h1,
  },
  {
    name: 'settings-accounts-reconnect',
    path: '/settings/accounts',
    answers: () => ({
      'GET /api/accounts': says([
        {
          ...account,
          state: 'reconnect' as const,
          problem: {
            kind: 'reconnect',
            why: { en: 'Bluesky wants you to sign in again.', nl: 'Bluesky wil dat je opnieuw inlogt.' },
          },
        },
      ]),
    }),
    shows: h1,
  },
]

const learnedPath = '/settings/learned'
const taught: readonly Specimen[] = [
  {
    name: 'learned-never',
    path: learnedPath,
    answers: () => ({ 'GET /api/learned': says({ items: [], next: null, progress: [] }) }),
    shows: h1,
  },
  {
    name: 'learned-begun',
    path: learnedPath,
    answers: () => ({
      'GET /api/learned': says({
        items: [],
        next: null,
        progress: [{ lang: 'nl', corrected: 7, fresh: 7, least: 20 }],
      }),
    }),
    shows: h1,
  },
]

const adviserPath = '/settings/second-opinion'
const advice: readonly Specimen[] = [
  {
    name: 'second-opinion-never',
    path: adviserPath,
    answers: () => ({ 'GET /api/adviser': says({ adviser: null }) }),
    shows: h1,
  },
  {
    name: 'second-opinion-stopped',
    path: adviserPath,
    answers: () => ({ 'GET /api/adviser': says({ adviser: stopped }) }),
    shows: alert,
  },
  {
    name: 'second-opinion-tried',
    path: adviserPath,
    answers: () => ({
      'POST /api/adviser/try': says({
        opinion: {
          sentiment: 'negative' as const,
          intent: 'complaint' as const,
          because: '“Bedankt hè” na drie kwartier wachten',
        },
        model: 'mistral-small-3.2',
        tokensIn: 418,
        tokensOut: 41,
        isEstimated: false,
      }),
    }),
    act: () => press('main form .space-y-3 .flex-wrap > button:first-child'),
    shows: 'main form [role=status]',
  },
]

const stranger = (): Answers => ({ 'GET /api/session': says(nobody) })
const enter = async () => {
  await write('input[name=email]', 'noor@zilvermeeuw.example')
  await write('input[name=password]', 'een heel lang wachtwoord')
  await press('form button[type=submit]')
}

const doors: readonly Specimen[] = [
  {
    name: 'first-run',
    path: '/sign-in',
    answers: () => ({ 'GET /api/session': says({ ...nobody, isFirstRun: true }) }),
    shows: h1,
  },
  { name: 'sign-in', path: '/sign-in', answers: stranger, shows: h1 },
  {
    name: 'sign-in-wrong',
    path: '/sign-in',
    answers: () => ({ ...stranger(), 'POST /api/sign-in': refuses(401, 'signed_out') }),
    act: enter,
    shows: alert,
  },
  {
    name: 'sign-in-offline',
    path: '/sign-in',
    answers: () => ({ ...stranger(), 'POST /api/sign-in': vanishes }),
    act: enter,
    shows: alert,
  },
  { name: 'invitation', path: '/invitation/room', answers: stranger, shows: 'form' },
  {
    name: 'invitation-known',
    path: '/invitation/room',
    answers: () => ({
      ...stranger(),
      'GET /api/invitations/{token}': says({ workspaceName: 'Zilvermeeuw', email: noor.email, isKnown: true }),
    }),
    shows: 'form',
  },
  {
    name: 'invitation-loading',
    path: '/invitation/room',
    answers: () => ({ ...stranger(), 'GET /api/invitations/{token}': waits }),
    shows: skeleton,
  },
  {
    name: 'invitation-spent',
    path: '/invitation/room',
    answers: () => ({ ...stranger(), 'GET /api/invitations/{token}': gone }),
    shows: 'h1',
  },
  {
    name: 'invitation-failed',
    path: '/invitation/room',
    answers: () => ({ ...stranger(), 'GET /api/invitations/{token}': unavailable }),
    shows: alert,
  },
  { name: 'not-found', path: '/nowhere/at/all', shows: h1 },
  {
    name: 'no-server',
    path: '/inbox/all',
    live: 'lost',
    answers: () => ({ 'GET /api/session': vanishes }),
    shows: h1,
  },
]

const asked = (ok: boolean | null) =>
  sources.slice(0, 2).map(({ id, connectorName }) => ({ id, name: connectorName, ok }))
const typing = () => write('main input', 'zilvermeeuw,')

const welcome: readonly Specimen[] = [
  { name: 'welcome', path: '/welcome', shows: h1 },
  {
    name: 'welcome-asking',
    path: '/welcome',
    welcome: [{ event: 'status', data: { sources: asked(null) } }],
    act: typing,
    shows: 'section ul',
  },
  {
    name: 'welcome-heard',
    path: '/welcome',
    welcome: [{ event: 'status', data: { sources: asked(true) } }, ...samples.map((data) => ({ event: 'hit', data }))],
    act: typing,
    shows: 'section mark',
  },
  {
    name: 'welcome-deaf',
    path: '/welcome',
    welcome: [{ event: 'status', data: { sources: asked(false) } }],
    act: typing,
    shows: 'section ul',
  },
  {
    name: 'welcome-lost',
    path: '/welcome',
    welcome: 'lost',
    act: typing,
    shows: 'section [role=status] .lucide-cloud-off',
  },
  {
    name: 'welcome-member',
    path: '/welcome',
    answers: (look) => ({ 'GET /api/session': says(sessionOf(look, 'member')) }),
    shows: h1,
  },
]

const filling = { state: 'filling' as const, told: 214, of: 868, mayRemove: true }
const standing = { ...filling, state: 'standing' as const }
const inDemo = (look: Look): Answers => {
  const session = sessionOf(look)
  const workspace = session.workspace && { ...session.workspace, isDemo: true }
  return { 'GET /api/session': says({ ...session, workspace }), 'GET /api/demo': says(standing) }
}

const demo: readonly Specimen[] = [
  {
    name: 'demo-filling',
    path: '/demo',
    answers: () => ({ 'POST /api/demo': waits, 'GET /api/demo': says(filling) }),
    shows: 'main button',
  },
  {
    name: 'demo-failed',
    path: '/demo',
    answers: () => ({ 'POST /api/demo': unavailable }),
    shows: alert,
  },
  { name: 'demo-inbox', path: '/inbox/all', answers: inDemo, shows: '.lucide-theater' },
  {
    name: 'demo-remove',
    path: '/settings/workspace',
    answers: inDemo,
    act: () => press('aside button.underline'),
    shows: '[role=dialog]',
  },
  {
    name: 'demo-first-run',
    path: '/sign-in',
    answers: () => ({ 'GET /api/session': says({ ...nobody, isFirstRun: true, isDemoWanted: true }) }),
    shows: h1,
  },
]

export const screenSpecimens: readonly Specimen[] = [
  ...listening,
  ...settings,
  ...taught,
  ...advice,
  ...doors,
  ...welcome,
  ...demo,
]
