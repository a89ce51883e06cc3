import { says, waits } from './canned-server.ts'
import { find, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { houseOf, unavailable } from './story/house.ts'

const inConversation = '/inbox/all/WH-4182'
const path = '/settings/house-style'
const route = 'GET /api/own-words'
const list = '[data-own-words] ul'

/** The card stands below all others. */
const to = (part: string) => async () => {
  const found = await find(`[data-own-words] ${part}`)
  found.scrollIntoView({ block: 'center' })
}

/** Words that no dictionary knows: in an answer, and those that are ours. */
export const spellingSpecimens: readonly Specimen[] = [
  {
    name: 'coach-spelling',
    path: inConversation,
    answers: () => ({
      'POST /api/spelling': says({
        isTold: true,
        unknown: [
          { word: 'vervelent', suggestions: ['vervelend', 'vervelen', 'verveent'] },
          { word: 'zweeftas', suggestions: [] },
        ],
      }),
    }),
    act: async () => {
      await write('textarea', 'Hoi Marieke, wat vervelent. We brengen je zweeftas vanmiddag naar je toe.')
      await press('[aria-busy=false] section .num[aria-expanded]')
    },
    shows: '[aria-label*="zweeftas"]',
  },
  { name: 'own-words', path, act: to('ul'), shows: list },
  { name: 'own-words-loading', path, answers: () => ({ [route]: waits }), act: to('[role=status]'), shows: 'h1' },
  { name: 'own-words-none', path, answers: () => ({ [route]: says({ items: [] }) }), act: to('p'), shows: 'h1' },
  { name: 'own-words-failed', path, answers: () => ({ [route]: unavailable }), act: to('[role=alert]'), shows: 'h1' },
  { name: 'own-words-observer', path, answers: (look) => houseOf(look, 'observer'), act: to('ul'), shows: list },
]
