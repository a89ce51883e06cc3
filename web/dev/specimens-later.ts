import type { ReplyView } from '#api/contract/shapes.ts'
import { type Answers, refuses, says, vanishes, waits } from './canned-server.ts'
import { find, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation, reply } from './story/conversation.ts'
import { inMinutes } from './story/moments.ts'
import { sanne } from './story/people.ts'

const path = '/inbox/all/WH-4182'
const thread = '[data-thread]'
const dialog = '[role=dialog]'
const her = { id: sanne.id, name: sanne.name }
const moments = '[role=menuitem]:has(.lucide-calendar-clock)'
const other = '[aria-haspopup=menu].rounded-r-md'

/** So short that the answer stands in sight. */
const short = {
  ...conversation,
  ...{ messages: conversation.messages.slice(0, 1), notes: [], happenings: [], pledges: [], parties: [], shares: [] },
  ...{ merged: [], story: null },
}
const later = (id: string, minutes: number, change: Partial<ReplyView> = {}): ReplyView =>
  reply('ready', { id, dueAt: inMinutes(minutes), scheduledFor: inMinutes(minutes), ...change })
const being = (change: Partial<typeof conversation>) => (): Answers => ({
  'GET /api/conversations/{id}': says({ ...short, ...change }),
})
const direct = { can: { ...conversation.can, direct: true } }
const scheduled = (shown: ReplyView, dueAt: string | null = null) => ({
  reply: shown,
  conversation: {
    ...{ id: conversation.id, key: conversation.key, title: conversation.title, network: conversation.network },
    ...{ lang: 'nl', dueAt },
  },
  to: { name: 'Marieke de Vries', handle: 'marieke.example' },
})
const list = [
  scheduled(later('one', 50)),
  scheduled(later('two', 60 * 18, { by: her, visibility: 'direct' }), inMinutes(60)),
  scheduled(later('three', 60 * 40, { by: her, state: 'awaits_approval', dueAt: null })),
]
const typed = async () => write('[aria-busy=false] textarea', 'Hoi Marieke, we zoeken het uit.')
const page = '/scheduled'

/** Answers that leave later, and answers that one person reads. */
export const laterSpecimens: readonly Specimen[] = [
  {
    name: 'later-menu',
    path,
    act: async () => {
      await typed()
      await press(other)
    },
    // The menu stands in its place once its moments, which come a moment after it, are there.
    shows: moments,
  },
  {
    name: 'later-dialog',
    path,
    act: async () => {
      await typed()
      await press(other)
      // The moments of the menu come a moment after it.
      await find(moments)
      const last = [...document.querySelectorAll<HTMLElement>(moments)].at(-1)
      last?.click()
    },
    shows: `${dialog} form`,
  },
  {
    name: 'later-card',
    path,
    answers: being({ replies: [later('one', 60 * 20)] }),
    act: typed,
    shows: `${thread} [data-scheduled]`,
  },
  {
    name: 'later-moment-past',
    path,
    answers: being({ replies: [later('one', 60 * 20, { by: her })] }),
    act: async () => {
      await press(`${thread} [data-scheduled] ~ * button, ${thread} [data-scheduled] ~ button`)
      await write(`${dialog} input`, '2020-01-01T09:00')
      await press(`${dialog} [type=submit]`)
    },
    shows: `${dialog} [role=alert]`,
  },
  {
    name: 'scheduled',
    path: page,
    answers: () => ({ 'GET /api/scheduled': says(list) }),
    shows: 'main [data-scheduled]',
  },
  { name: 'scheduled-empty', path: page, answers: () => ({ 'GET /api/scheduled': says([]) }), shows: 'main h2' },
  {
    name: 'scheduled-loading',
    path: page,
    answers: () => ({ 'GET /api/scheduled': waits }),
    shows: 'main [role=status]',
  },
  {
    name: 'scheduled-failed',
    path: page,
    answers: () => ({ 'GET /api/scheduled': refuses(503, 'unavailable') }),
    shows: 'main [role=alert]',
  },
  {
    name: 'scheduled-offline',
    path: page,
    live: 'lost',
    answers: () => ({ 'GET /api/scheduled': vanishes }),
    shows: 'main [role=alert]',
  },
  {
    name: 'direct-composer',
    path,
    answers: being({
      ...direct,
      drafts: [
        {
          ...{ by: reply('ready').by, kind: 'reply', visibility: 'direct' },
          ...{ text: 'Hoi Marieke, je nummer 06-12345678 staat erbij.', updatedAt: inMinutes(-1) },
        },
      ],
    }),
    shows: '[aria-busy=false] [data-direct]',
  },
  {
    name: 'direct-sent',
    path,
    answers: being({ ...direct, replies: [reply('sent', { visibility: 'direct', isHeardBack: true })] }),
    shows: `${thread} article`,
  },
  { name: 'house-invitation', path: '/settings/house-style', shows: 'main form textarea' },
]
