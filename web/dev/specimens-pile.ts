import { says, vanishes, waits } from './canned-server.ts'
import { press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { houseOf, notFound, unavailable } from './story/house.ts'
import { free, leaving, pileGateOf, pileOf, pileStopped } from './story/pile.ts'
import { gate, pushyAnswer } from './story/promotion.ts'
import { rows } from './story/rows.ts'

const path = '/pile/WH-4182'
const route = 'GET /api/conversations/{id}/pile'
const options = '[role=listbox] [role=option]'
const words = 'Dag {voornaam}, band 14 staat stil. Je koffer komt vandaag nog; we laten het je hier weten.'
const written = async () => {
  await write('form textarea', words)
}

/** Sent, and held back by the promotion gate. */
const stopped = async () => {
  await written()
  await press('form button[type=submit]:not([aria-disabled])')
}

/** Many who say the same. */
export const pileSpecimens: readonly Specimen[] = [
  { name: 'pile', path, shows: 'main form' },
  { name: 'pile-written', path, act: written, shows: 'main form' },
  {
    name: 'pile-two-wordings',
    path,
    act: async () => {
      await written()
      await press('form > button[type=button]')
      await write(
        'form > div:nth-of-type(2) textarea',
        'De band op Schiphol is stuk, {voornaam}. Excuses; hier hoor je meer.',
      )
    },
    shows: 'main form > div:nth-of-type(2) textarea',
  },
  { name: 'pile-snippets', path, act: () => press('form [data-sign=";"]'), shows: `main ${options}` },
  {
    name: 'pile-unsaid',
    path,
    answers: () => {
      const pile = pileOf(rows, free)
      const conversationIds = pile.rows.slice(0, 2).map(({ id }) => id)
      return {
        [route]: says({ ...pile, incidents: [{ key: 'INC-27', notToSay: ['kleine verstoring'], conversationIds }] }),
      }
    },
    act: () => write('form textarea', 'Dag {voornaam}, het was een kleine verstoring. Je koffer komt vandaag nog.'),
    shows: '[data-unsaid]',
  },
  {
    name: 'pile-snippet-open-slot',
    path,
    act: async () => {
      await press('form [data-sign=";"]')
      await press(`main ${options}`)
    },
    shows: 'main form ul li:nth-child(2)',
  },
  {
    name: 'pile-would-stop',
    path,
    answers: () => ({
      [route]: says(pileOf(rows, free)),
      'GET /api/conversations/{id}/pile/gate': says(pileGateOf(rows, gate)),
    }),
    act: () => write('form textarea', `{voornaam}, onze excuses. ${pushyAnswer}`),
    shows: 'main form section.bg-neg-s',
  },
  {
    name: 'pile-stopped',
    path,
    answers: () => ({ [route]: says(pileOf(rows, free)), 'POST /api/piles': says(pileStopped(rows, true)) }),
    act: async () => {
      await stopped()
      await press('form section.bg-neg-s > button')
    },
    shows: 'main form section.bg-neg-s input',
  },
  {
    name: 'pile-stopped-member',
    path,
    answers: (look) => ({
      ...houseOf(look, 'member'),
      [route]: says(pileOf(rows, free)),
      'POST /api/piles': says(pileStopped(rows, false)),
    }),
    act: stopped,
    shows: 'main form section.bg-neg-s',
  },
  {
    name: 'pile-leaving',
    path,
    answers: () => ({ [route]: says(pileOf(rows, leaving)) }),
    shows: 'main form',
  },
  {
    name: 'pile-no-account',
    path,
    answers: () => ({ 'GET /api/accounts': says([]) }),
    shows: 'main form [role=alert]',
  },
  {
    name: 'pile-accounts-failed',
    path,
    answers: () => ({ 'GET /api/accounts': unavailable }),
    shows: 'main [role=alert]',
  },
  { name: 'pile-observer', path, answers: (look) => houseOf(look, 'observer'), shows: 'main ul a' },
  { name: 'pile-loading', path, answers: () => ({ [route]: waits }), shows: 'main [role=status]' },
  { name: 'pile-gone', path, answers: () => ({ [route]: notFound }), shows: 'main h1' },
  { name: 'pile-failed', path, answers: () => ({ [route]: unavailable }), shows: 'main [role=alert]' },
  { name: 'pile-offline', path, answers: () => ({ [route]: vanishes }), shows: 'main [role=alert]' },
]
