import { says, vanishes, waits } from './canned-server.ts'
import { press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { houseOf, notFound, unavailable } from './story/house.ts'
import { leaving, pileOf } from './story/pile.ts'
import { rows } from './story/rows.ts'

const path = '/pile/WH-4182'
const route = 'GET /api/conversations/{id}/pile'
const words = 'Dag {name}, band 14 staat stil. Je koffer komt vandaag nog; we laten het je hier weten.'
const written = async () => {
  await write('form textarea', words)
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
        'De band op Schiphol is stuk, {name}. Excuses; hier hoor je meer.',
      )
    },
    shows: 'main form > div:nth-of-type(2) textarea',
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
