import type { Conversation } from '#api/contract/shapes.ts'
import { type Answers, refuses, says, vanishes, waits } from './canned-server.ts'
import { find, key, press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { assist, halfSuggested, myAssist, preview, refused, suggested, summarised, suspect } from './story/assist.ts'
import { conversation, reply } from './story/conversation.ts'
import { houseOf, unavailable } from './story/house.ts'
import { inMinutes } from './story/moments.ts'
import { type Look, noor, sessionOf } from './story/people.ts'

const path = '/settings/assisted-writing'
const route = 'GET /api/assist'
const h1 = 'main h1'
const inbox = '/inbox/all/WH-4182'
const panel = 'section[aria-busy=true] p[dir=auto]'
const own: Conversation['drafts'] = [
  {
    by: { id: noor.id, name: noor.name },
    kind: 'reply',
    text: 'Hoi Marieke, we gaan het uitzoeken hoor.',
    visibility: 'public',
    updatedAt: inMinutes(-1),
  },
]

/** With a model that helps, and what it says. */
const helped = (more: Answers = {}, change: Partial<Conversation> = {}) => ({
  path: inbox,
  answers: (look: Look): Answers => ({
    'GET /api/session': says({ ...sessionOf(look), assist: myAssist }),
    'GET /api/conversations/{id}': says({ ...conversation, ...change }),
    'POST /api/conversations/{id}/assist-preview': says({ ...preview, mustShow: false }),
    'PUT /api/me/assist': says({}),
    'POST /api/assist-uses/{id}/accept': says({}),
    ...more,
  }),
})
const open = async () => {
  const sign = await find('button[aria-haspopup=menu] svg.lucide-sparkles')
  sign.closest('button')?.click()
}
/** As somebody does whose hands stay on the keys. */
const byKey = async () => {
  await find('button[aria-haspopup=menu] svg.lucide-sparkles')
  // What is drawn hears keys from the next frame on.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  key('e', { isMod: true })
}
const choose = (place: number) => async () => {
  await open()
  await press(`[role=menuitem]:nth-of-type(${place})`)
}

/** A model that helps whoever writes: its settings, and what stands beside the answer. */
export const assistSpecimens: readonly Specimen[] = [
  { name: 'settings-assist', path, answers: () => ({ [route]: says({ assist }) }), shows: 'main ul li + li' },
  { name: 'settings-assist-never', path, answers: () => ({ [route]: says({ assist: null }) }), shows: 'main form' },
  {
    name: 'settings-assist-loading',
    path,
    answers: () => ({ [route]: waits }),
    shows: 'main [role=status][aria-label]',
  },
  { name: 'settings-assist-failed', path, answers: () => ({ [route]: unavailable }), shows: '[role=alert]' },
  {
    name: 'settings-assist-offline',
    path,
    live: 'lost',
    answers: () => ({ [route]: vanishes }),
    shows: '[role=status] p b',
  },
  {
    name: 'settings-assist-observer',
    path,
    answers: (look: Look) => ({ ...houseOf(look, 'observer'), [route]: says({ assist }) }),
    shows: h1,
  },
  {
    name: 'settings-assist-tried',
    path,
    answers: () => ({
      [route]: says({ assist: { ...assist, spent: 24.8 } }),
      'POST /api/assist/models': says({ models: ['mistral-large', 'mistral-small-3.2'] }),
      'POST /api/assist/try': refuses(400, 'bad_input', {
        en: 'The model’s server does not accept the key (401). An administrator can give another one.',
        nl: 'De server van het model aanvaardt de sleutel niet (401). Een beheerder kan een andere geven.',
      }),
    }),
    act: async () => {
      await press('main datalist ~ div button')
      await find('main datalist option')
      await press('main datalist ~ div button:nth-child(2)')
    },
    shows: 'main form [role=alert]',
  },
  { name: 'assist-menu', ...helped({}, { drafts: own }), act: byKey, shows: '[role=menuitem]' },
  {
    name: 'assist-leaves',
    ...helped({ 'POST /api/conversations/{id}/assist-preview': says(preview) }),
    act: choose(1),
    shows: '[role=dialog] pre b',
  },
  { name: 'assist-telling', ...helped(halfSuggested), act: choose(1), shows: panel },
  { name: 'assist-suggested', ...helped(suggested), act: choose(1), shows: 'section[aria-busy=false] [role=status]' },
  {
    name: 'assist-over-draft',
    ...helped(suggested, { drafts: own }),
    act: choose(1),
    shows: 'section[aria-busy=false] [role=status]',
  },
  { name: 'assist-suspect', ...helped(suspect), act: choose(1), shows: 'section[aria-busy=false] [role=status] li' },
  { name: 'assist-summary', ...helped(summarised), act: choose(6), shows: 'section[aria-busy=false] [role=status]' },
  { name: 'assist-busy', ...helped(refused), act: choose(1), shows: 'section[aria-busy=false] [role=alert]' },
  {
    name: 'assist-month-full',
    ...helped({
      'POST /api/conversations/{id}/assist-preview': refuses(429, 'too_many', {
        en: 'What a model may cost this month is used up. It goes on next month, or when an administrator raises it.',
        nl: 'Wat een model deze maand mag kosten, is op. Het gaat volgende maand verder, of als een beheerder het verhoogt.',
      }),
    }),
    act: choose(1),
    shows: 'section[aria-busy=false] [role=alert]',
  },
  {
    name: 'assist-offline',
    ...helped({ 'POST /api/conversations/{id}/assist-preview': vanishes }),
    act: choose(1),
    shows: 'section[aria-busy=false] [role=alert]',
  },
  {
    name: 'assist-helped',
    ...helped(
      {},
      { replies: [reply('sent', { isHeardBack: true, helpedBy: ['mistral-small-3.2'], createdAt: inMinutes(-4) })] },
    ),
    shows: '[data-thread] svg.lucide-sparkles',
  },
]
