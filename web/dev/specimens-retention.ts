import { type Answers, refuses, says } from './canned-server.ts'
import { find, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation } from './story/conversation.ts'
import { unavailable } from './story/house.ts'
import { inMinutes } from './story/moments.ts'
import { sanne } from './story/people.ts'
import { profile } from './story/person.ts'
import { keepsAll } from './story/retention.ts'

const path = '/settings/retention'
const opened = '/inbox/all/WH-4182'
const dialog = '[role=dialog]'
const day = 24 * 60
const hold = {
  ...{ reason: 'De verzekeraar vraagt naar deze berichten.', untilAt: inMinutes(200 * day) },
  ...{ by: { id: sanne.id, name: sanne.name }, at: inMinutes(-3 * day) },
}
const keepingIs = (keeping: typeof conversation.keeping) => (): Answers => ({
  'GET /api/conversations/{id}': says({ ...conversation, keeping }),
})
const held = keepingIs({ erasesAt: null, erasedAt: null, hold })

/** Chooses what is advised, and asks what that would erase. */
async function ask(): Promise<void> {
  await press('form [type=button]')
  await press('form [type=submit]:not([disabled])')
}
const askedOf =
  (more: Answers = {}) =>
  (): Answers => ({
    'GET /api/retention': says(keepsAll),
    'POST /api/retention/try': says({ conversations: 3_120, messages: 8_401 }),
    ...more,
  })

async function menu(): Promise<void> {
  await find('[data-thread] *')
  await press('[data-kept]')
}

/** How long is kept, what must be kept longer, and what is left in the end. */
export const retentionSpecimens: readonly Specimen[] = [
  { name: 'settings-retention-none', path, answers: askedOf(), shows: 'form select' },
  { name: 'settings-retention-sure', path, answers: askedOf(), act: ask, shows: `${dialog} input` },
  {
    name: 'settings-retention-refused',
    path,
    answers: askedOf({ 'PUT /api/retention': unavailable }),
    act: async () => {
      await ask()
      await write(`${dialog} input`, 'Zilvermeeuw')
      await press(`${dialog} button:not([disabled]):not([aria-label])`)
    },
    shows: `${dialog} [role=alert]`,
  },
  {
    name: 'settings-retention-count-failed',
    path,
    answers: askedOf({ 'POST /api/retention/try': unavailable }),
    act: ask,
    shows: 'form [role=alert]',
  },
  { name: 'conversation-kept', path: opened, answers: held, shows: '[data-kept]' },
  { name: 'conversation-keep', path: opened, answers: held, act: menu, shows: `${dialog} textarea` },
  {
    name: 'conversation-keep-refused',
    path: opened,
    answers: () => ({ ...held(), 'PUT /api/conversations/{id}/hold': refuses(503, 'unavailable') }),
    act: async () => {
      await menu()
      await press(`${dialog} [type=submit]`)
    },
    shows: `${dialog} [role=alert]`,
  },
  {
    name: 'conversation-erased',
    path: opened,
    answers: () => ({
      'GET /api/conversations/{id}': says({
        ...{
          ...conversation,
          author: null,
          earlier: [],
          title: conversation.networkName,
          createdAt: inMinutes(-400 * day),
        },
        keeping: { erasesAt: null, erasedAt: inMinutes(-day), hold: null },
      }),
    }),
    shows: '[data-erased]',
  },
  {
    name: 'person-stays',
    path: `/people/${profile.author.id}`,
    answers: () => ({ 'GET /api/people/{id}': says({ ...profile, erasesAt: null }) }),
    shows: 'main ul a',
  },
]
