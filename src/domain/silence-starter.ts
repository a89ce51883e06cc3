import type { InterfaceLanguage } from './member.ts'
import type { SilenceReason } from './silence.ts'

type Starter = Pick<SilenceReason, 'id' | 'reviewDays' | 'isReviewNeeded' | 'strategy'> &
  Record<InterfaceLanguage, { name: string; says: string }>

/** What a workspace begins with, from the strategies of the response policy; the first fits most often. */
const starters: readonly Starter[] = [
  {
    ...{ id: 'let-stand', reviewDays: null, isReviewNeeded: false, strategy: 'let_stand' },
    en: { name: 'Let it stand', says: 'An opinion that may be there; an answer adds nothing.' },
    nl: { name: 'Laten staan', says: 'Een mening die er mag zijn; een antwoord voegt niets toe.' },
  },
  {
    ...{ id: 'not-about-us', reviewDays: null, isReviewNeeded: false, strategy: null },
    en: { name: 'Not about us', says: 'It came in by a word, and is about something else.' },
    nl: { name: 'Gaat niet over ons', says: 'Het kwam binnen op een woord, en gaat over iets anders.' },
  },
  {
    ...{ id: 'praise-among-peers', reviewDays: null, isReviewNeeded: false, strategy: 'concur' },
    en: { name: 'Praise among peers', says: 'People are pleased among themselves; our thanks would be in the way.' },
    nl: { name: 'Lof onder elkaar', says: 'Mensen zijn onder elkaar tevreden; een bedankje van ons zit in de weg.' },
  },
  {
    ...{ id: 'would-intrude', reviewDays: null, isReviewNeeded: false, strategy: 'empathise' },
    en: { name: 'Would intrude', says: 'They talk about us, not to us; unasked we would be a guest nobody invited.' },
    nl: { name: 'We zouden storen', says: 'Ze praten over ons, niet met ons; ongevraagd mengen we ons erin.' },
  },
  {
    ...{ id: 'wait-for-facts', reviewDays: 1, isReviewNeeded: true, strategy: 'monitor' },
    en: { name: 'Waiting for facts', says: 'We do not know enough yet to say anything that holds.' },
    nl: { name: 'Wachten op feiten', says: 'We weten nog niet genoeg om iets te zeggen dat klopt.' },
  },
  {
    ...{ id: 'legal-says-no', reviewDays: 14, isReviewNeeded: true, strategy: 'legal' },
    en: { name: 'Legal says no', says: 'Legal asked us to say nothing here in public.' },
    nl: { name: 'Juridische zaken zegt nee', says: 'Juridische zaken vroeg ons hier in het openbaar niets te zeggen.' },
  },
  {
    ...{ id: 'baiting', reviewDays: 7, isReviewNeeded: false, strategy: null },
    en: { name: 'Out for a fight', says: 'Whoever wrote this wants a quarrel; an answer feeds it.' },
    nl: { name: 'Uit op ruzie', says: 'Wie dit schreef wil ruzie; een antwoord voedt dat.' },
  },
  {
    ...{ id: 'answered-already', reviewDays: null, isReviewNeeded: false, strategy: null },
    en: { name: 'Said already', says: 'Our answer to the same thing stands where they can see it.' },
    nl: { name: 'Al gezegd', says: 'Ons antwoord op hetzelfde staat er al, waar ze het zien.' },
  },
  {
    ...{ id: 'promotional', reviewDays: null, isReviewNeeded: false, strategy: null },
    en: { name: 'Promotional', says: 'Advertising, spam or a machine: nobody waits for an answer.' },
    nl: { name: 'Reclame', says: 'Reclame, spam of een machine: niemand wacht op antwoord.' },
  },
]

/** In the language of whoever reads, until somebody here changes them. */
export function starterReasons(lang: InterfaceLanguage): SilenceReason[] {
  return starters.map(({ id, reviewDays, isReviewNeeded, strategy, ...words }) => ({
    ...{ id, ...words[lang], reviewDays, isReviewNeeded, strategy, isRetired: false },
  }))
}
