import { type Answers, refuses, says } from './canned-server.ts'
import { press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { account } from './story/conversation.ts'
import { houseOf } from './story/house.ts'
import { inMinutes } from './story/moments.ts'
import { type Look, noor, sanne } from './story/people.ts'

const path = '/inbox/all'
const band = '[data-stop]'
const dialog = '[role=dialog]'
const of = ({ id, name }: { id: string; name: string }) => ({ id, name })

const all = {
  ...{ id: 'stop-all', account: null, by: of(noor), at: inMinutes(-12), waiting: 7 },
  reason: 'Verkeerde prijzen in de antwoorden over bagage',
}
const one = {
  ...{ id: 'stop-one', by: null, at: inMinutes(-3), waiting: 2, reason: 'Wachtwoord gelekt' },
  account: { id: account.id, handle: account.handle, name: account.name, network: account.network },
}
const stopped = (...stops: (typeof all | typeof one)[]): Answers => ({ 'GET /api/stops': says(stops) })
const onBand = async () => press(`${band} button`)
const resumedBySomebody = refuses(409, 'taken', {
  en: 'Sending goes on already.',
  nl: 'Het versturen gaat alweer door.',
})
const settings = '/settings/accounts'
const stopAll = '[data-stop-all] button + button'

/** Nothing goes out: the band that says so, and how one stops and resumes. */
export const stopSpecimens: readonly Specimen[] = [
  { name: 'stop-band', path, answers: () => stopped(all), shows: `${band} button` },
  {
    name: 'stop-band-member',
    path,
    answers: (look: Look) => ({ ...houseOf(look, 'member'), ...stopped(all) }),
    shows: band,
  },
  { name: 'stop-band-account', path, answers: () => stopped(one), shows: `${band} button` },
  { name: 'stop-band-both', path, answers: () => stopped({ ...all, by: of(sanne) }, one), shows: `${band} ~ ${band}` },
  { name: 'stop-composer', path: '/inbox/all/WH-4182', answers: () => stopped(all), shows: '[data-held-until]' },
  { name: 'stop-accounts', path: settings, answers: () => stopped(one), shows: `main li button` },
  { name: 'stop-dialog', path: settings, act: () => press(stopAll), shows: `${dialog} form` },
  {
    name: 'stop-refused',
    path: settings,
    answers: () => ({ 'POST /api/stops': refuses(403, 'not_allowed') }),
    act: async () => {
      await press(stopAll)
      await write(`${dialog} input`, 'Verkeerde prijzen')
      await press(`${dialog} [type=submit]:enabled`)
    },
    shows: `${dialog} [role=alert]`,
  },
  { name: 'stop-resume', path, answers: () => stopped(all), act: onBand, shows: `${dialog} [type=radio]` },
  {
    name: 'stop-resume-send',
    path,
    answers: () => stopped(all),
    act: async () => {
      await onBand()
      await press(`${dialog} [type=radio][value=send]`)
    },
    shows: `${dialog} [type=number]`,
  },
  {
    name: 'stop-resume-none',
    path,
    answers: () => stopped({ ...one, waiting: 0 }),
    act: onBand,
    shows: `${dialog} form`,
  },
  {
    name: 'stop-resume-taken',
    path,
    answers: () => ({ ...stopped(all, one), 'POST /api/stops/{id}/resume': resumedBySomebody }),
    act: async () => {
      await onBand()
      await press(`${dialog} [type=submit]`)
    },
    shows: `${dialog} [role=alert]`,
  },
]
