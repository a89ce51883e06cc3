import type { Conversation } from '#api/contract/shapes.ts'
import { type Answers, says, vanishes, waits } from './canned-server.ts'
import { find, key, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import {
  account,
  conversation,
  conversationOf,
  correctedMessage,
  me,
  message,
  overTheLimit,
  reply,
  tenThousand,
} from './story/conversation.ts'
import { answersWithEffects } from './story/effects.ts'
import { notFound, unavailable } from './story/house.ts'
import { inMinutes } from './story/moments.ts'
import { anouk, sanne, seal } from './story/people.ts'
import { pledges } from './story/pledges.ts'
import { rows } from './story/rows.ts'

const path = '/inbox/all/WH-4182'
const thread = '[data-thread]'
const dialog = '[role=dialog]'
const field = `[aria-busy=false] textarea`
const her = { id: sanne.id, name: sanne.name }

const route = 'GET /api/conversations/{id}'
const being = (change: Partial<Conversation>) => (): Answers => ({ [route]: says({ ...conversation, ...change }) })
const emoji = rows.find(({ author }) => author?.id === seal.id)

/** Waits for the conversation, then does it: keys mean nothing before it stands. */
const inThread = (act: () => unknown) => async () => {
  await find(`${thread} *`)
  await act()
}

const draftOf = (by: { id: string; name: string }, text: string): Conversation['drafts'] => [
  { by, kind: 'reply', text, visibility: 'public', updatedAt: inMinutes(-1) },
]

const everyReply = [
  reply('sent', {
    url: 'https://bsky.app/profile/zilvermeeuw.example/post/1',
    isHeardBack: true,
    createdAt: inMinutes(-9),
  }),
  reply('sending', { createdAt: inMinutes(-8) }),
  reply('unknown', { dueAt: inMinutes(1), createdAt: inMinutes(-7) }),
  reply('waiting', { dueAt: inMinutes(14), createdAt: inMinutes(-6) }),
  reply('refused', {
    createdAt: inMinutes(-5),
    problem: {
      kind: 'refused',
      why: {
        en: 'Marieke deleted her message, so there is nothing left to answer there.',
        nl: 'Marieke verwijderde haar bericht, dus er is daar niets meer om op te antwoorden.',
      },
    },
  }),
  reply('needs_person', { createdAt: inMinutes(-4) }),
  reply('assisted', { account: null, createdAt: inMinutes(-3) }),
  reply('removed', { createdAt: inMinutes(-2) }),
]

const openEffects = inThread(async () => {
  const line = await find(`${thread} [data-effect=thanked] summary`)
  if (line instanceof HTMLElement) line.click()
})

export const conversationSpecimens: readonly Specimen[] = [
  { name: 'conversation-loading', path, answers: () => ({ [route]: waits }), shows: '[aria-busy=true] [role=status]' },
  { name: 'conversation-gone', path, answers: () => ({ [route]: notFound }), shows: '[aria-busy=false] h2' },
  {
    name: 'conversation-failed',
    path,
    answers: () => ({ [route]: unavailable }),
    shows: '[aria-busy=false] [role=alert]',
  },
  {
    name: 'conversation-offline',
    path,
    live: 'lost',
    answers: () => ({ [route]: vanishes }),
    shows: '[data-not-kept]',
  },
  {
    name: 'conversation-effects',
    path,
    answers: being({ replies: answersWithEffects }),
    act: openEffects,
    shows: `${thread} details[open]`,
  },
  { name: 'conversation-replies', path, answers: being({ replies: everyReply }), shows: `${thread} button` },
  {
    name: 'conversation-held',
    path,
    answers: being({ replies: [reply('ready', { dueAt: inMinutes(0.47), createdAt: inMinutes(0) })] }),
    shows: thread,
  },
  {
    name: 'conversation-long',
    path,
    answers: being({ messages: [message('m1', tenThousand, { isCut: true })], notes: [], happenings: [] }),
    shows: thread,
  },
  {
    name: 'conversation-emoji',
    path: `/inbox/all/${emoji?.key ?? ''}`,
    answers: () => (emoji ? { [route]: says(conversationOf(emoji)) } : {}),
    shows: thread,
  },
  {
    name: 'conversation-deleted',
    path,
    answers: being({
      messages: [message('m1', '', { deletedAt: inMinutes(-3), spans: [] })],
      notes: [],
      happenings: [],
    }),
    shows: thread,
  },
  {
    name: 'conversation-media',
    path,
    answers: being({
      messages: [
        message('m1', 'Band 14, al drie uur. @zilvermeeuw', {
          media: [
            { kind: 'image', url: '/mark.svg', alt: 'Een lege bagageband met het bord “even geduld”.' },
            { kind: 'image', url: '/mark.svg?2', alt: '' },
            {
              kind: 'link',
              url: 'https://deochtendbode.example/banden',
              title: 'Bagagebanden op Schiphol staan stil',
              alt: '',
            },
          ],
        }),
      ],
    }),
    shows: `${thread} figure`,
  },
  {
    name: 'conversation-without-author',
    path,
    answers: being({ author: null, earlier: [] }),
    shows: thread,
  },
  { name: 'author-first-time', path, answers: being({ author: anouk, earlier: [], topics: [] }), shows: thread },
  { name: 'composer-note', path, act: inThread(() => key('n')), shows: field },
  { name: 'composer-over-limit', path, answers: being({ drafts: draftOf(me, overTheLimit) }), shows: field },
  {
    name: 'composer-colleague-writes',
    path,
    answers: being({ drafts: draftOf(her, 'Goedemorgen Marieke, wat een begin. Jullie koffers') }),
    shows: field,
  },
  { name: 'composer-of-a-colleague', path, answers: being({ owner: her }), shows: field },
  { name: 'composer-no-account', path, answers: being({ accounts: [] }), shows: field },
  {
    name: 'composer-reconnect',
    path,
    answers: being({ accounts: [{ ...account, state: 'reconnect' }] }),
    shows: field,
  },
  {
    name: 'composer-by-hand',
    path,
    answers: being({ accounts: [], can: { reply: false, like: false, removeReply: false, direct: false } }),
    shows: field,
  },
  {
    name: 'composer-faster',
    path,
    answers: () => ({
      ...being({ drafts: draftOf(me, 'We bellen je vandaag, Marieke.') })(),
      'POST /api/conversations/{id}/claim': says({ id: conversation.id, version: 1 }),
      'POST /api/conversations/{id}/replies': {
        does: 'refuse',
        with: { status: 409, error: { code: 'taken', message: '', details: { by: her } } },
      },
    }),
    act: inThread(sendAndStay),
    shows: field,
  },
  {
    name: 'composer-not-sent',
    path,
    answers: () => ({
      ...being({ drafts: draftOf(me, 'We bellen je vandaag, Marieke.') })(),
      'POST /api/conversations/{id}/claim': says({ id: conversation.id, version: 1 }),
      'POST /api/conversations/{id}/replies': vanishes,
    }),
    act: inThread(sendAndStay),
    shows: field,
  },
  {
    name: 'hand-over',
    path,
    act: inThread(() => key('a')),
    shows: dialog,
  },
  {
    name: 'hand-over-nobody',
    path,
    act: inThread(async () => {
      key('a')
      await write(`${dialog} input`, 'Wilhelmina')
    }),
    shows: dialog,
  },
  { name: 'merge-into', path, act: inThread(() => key('m')), shows: dialog },
  { name: 'ask-for-advice', path, act: inThread(() => key('q')), shows: dialog },
  { name: 'wait-until', path, act: inThread(() => key('h')), shows: dialog },
  { name: 'pledge', path, act: inThread(() => key('p')), shows: dialog },
  {
    name: 'pledge-refused',
    path,
    answers: () => ({ 'POST /api/conversations/{id}/pledges': unavailable }),
    act: inThread(async () => {
      key('p')
      await write(`${dialog} textarea`, 'Bellen over de koffer')
      await press(`${dialog} [type=submit]:not([disabled])`)
    }),
    shows: `${dialog} [role=alert]`,
  },
  {
    name: 'pledges-due',
    path,
    answers: being({ pledges: [...pledges] }),
    shows: thread,
  },
  { name: 'palette', path, act: inThread(() => key('k', { isMod: true })), shows: dialog },
  {
    name: 'palette-nothing-found',
    path,
    act: inThread(async () => {
      key('k', { isMod: true })
      await write(`${dialog} input`, 'qqqq')
    }),
    shows: dialog,
  },
  { name: 'keys', path, act: inThread(() => key('?', { isShift: true })), shows: dialog },
  {
    name: 'why',
    path,
    act: inThread(() => press(`${thread} [data-why]`)),
    shows: `${thread} dl`,
  },
  {
    name: 'why-corrected',
    path,
    answers: being({ messages: [correctedMessage], notes: [], happenings: [] }),
    act: inThread(() => press(`${thread} [data-why]`)),
    shows: `${thread} dl`,
  },
  {
    name: 'why-not-so',
    path,
    act: inThread(async () => {
      await press(`${thread} [data-why]`)
      await press(`${thread} [data-not-so=sentiment]`)
    }),
    shows: '[role=menu]',
  },
]

/** By the key, as one does it; the words stay in the field because the server would not have them. */
async function sendAndStay() {
  const box = await find(field)
  box.focus()
  key('Enter', { isMod: true, isShift: true })
}
