import { type Answers, refuses, says } from './canned-server.ts'
import { key, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation, me, reply } from './story/conversation.ts'
import { houseOf, unavailable } from './story/house.ts'
import { gate, noShares, overridden, promotion, pushyAnswer } from './story/promotion.ts'

const path = '/settings/promotion'
const inConversation = '/inbox/all/WH-4182'
const line = 'section.bg-neg-s'
const table = 'main table'

const gated =
  (more: Answers = {}) =>
  (): Answers => ({ 'GET /api/conversations/{id}/gate': says(gate), ...more })
const pushy = () => write('textarea', pushyAnswer)
async function asking(): Promise<void> {
  await pushy()
  await press(`${line} > button`)
}
/** Their own share is counted here, and nobody saw it coming. */
const stopped = refuses(400, 'bad_input', {
  en: 'Not sent: it would be promotion 12 of 85 answers.',
  nl: 'Niet verstuurd: het zou reclame 12 op 85 antwoorden zijn.',
})
const refusal = {
  ...stopped.with.error.details,
  gate: [{ rule: 'share', promotions: 12, answers: 85, oneIn: 10, found: '' }],
}
const stops = { ...stopped, with: { ...stopped.with, error: { ...stopped.with.error, details: refusal } } }

/** The promotion gate: before sending, when it refuses, what stands beside an answer, and how much it was. */
export const promotionSpecimens: readonly Specimen[] = [
  { name: 'gate-stops', path: inConversation, answers: gated(), act: pushy, shows: line },
  { name: 'gate-reason', path: inConversation, answers: gated(), act: asking, shows: `${line} input` },
  {
    name: 'gate-member',
    path: inConversation,
    answers: (look) => ({ ...houseOf(look, 'member'), ...gated()() }),
    act: pushy,
    shows: line,
  },
  {
    name: 'gate-unknown',
    path: inConversation,
    answers: gated({ 'GET /api/conversations/{id}/gate': unavailable }),
    act: pushy,
    shows: 'textarea',
  },
  {
    name: 'gate-refused',
    path: inConversation,
    answers: () => ({ 'POST /api/conversations/{id}/replies': stops }),
    act: async () => {
      await write('textarea', 'We hebben nog een koffer voor je, kijk maar eens.')
      key('Enter', { isMod: true, isShift: true })
    },
    shows: line,
  },
  {
    name: 'gate-refused-stays',
    path: inConversation,
    answers: () => ({ 'POST /api/conversations/{id}/replies': stops }),
    act: async () => {
      await write('textarea', 'We hebben nog een koffer voor je, kijk maar eens.')
      key('Enter', { isMod: true, isShift: true })
      await press(`${line} > button`)
    },
    shows: `${line} select`,
  },
  {
    name: 'gate-set-aside',
    path: inConversation,
    answers: () => ({
      'GET /api/conversations/{id}': says({
        ...conversation,
        replies: [reply('sent', { override: overridden, by: me, text: pushyAnswer })],
      }),
    }),
    shows: '[data-thread]',
  },
  { name: 'settings-promotion-member', path, answers: (look) => houseOf(look, 'member'), shows: table },
  {
    name: 'settings-promotion-none',
    path,
    answers: () => ({
      'GET /api/promotion': says({ ...promotion, communities: [], accounts: [] }),
      'GET /api/promotion/shares': says(noShares),
    }),
    shows: 'main form',
  },
  {
    name: 'settings-promotion-shares-failed',
    path,
    answers: () => ({ 'GET /api/promotion/shares': unavailable }),
    shows: 'main [role=alert]',
  },
  {
    name: 'settings-promotion-answers',
    path,
    act: () => press(`${table} th button`),
    shows: 'main section section li',
  },
  {
    name: 'settings-promotion-community',
    path,
    act: () => press('main li button[aria-expanded=false]'),
    shows: 'main li form',
  },
  {
    name: 'settings-promotion-refused',
    path,
    answers: () => ({ 'PUT /api/promotion': unavailable }),
    act: async () => {
      await press('main form li input[type=checkbox]')
      await press('main form button[type=submit]:not([disabled])')
    },
    shows: 'main [role=alert]',
  },
]
