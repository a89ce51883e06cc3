import type { Words } from '#domain/connector.ts'

/**
 * Why a reply did not simply go out, in words for the person who has to do something. The first group is certain that
 * nothing was posted; the second says honestly that we cannot know.
 */
export const problems = {
  account_removed: {
    en: 'The account was removed before this went out. Nothing was posted. Your text is kept as a draft.',
    nl: 'Het account is verwijderd voordat dit weg was. Er is niets geplaatst. Je tekst staat als concept klaar.',
  },
  changed: {
    en: 'The account, the post or the text is not what was approved, so it was not sent. Your text is kept as a draft.',
    nl: 'Het account, het bericht of de tekst is niet wat is goedgekeurd. Er is dus niets verstuurd. Je tekst staat als concept klaar.',
  },
  parent_deleted: {
    en: 'The post was deleted before this went out. Nothing was posted. Your text is kept as a draft.',
    nl: 'Het bericht is verwijderd voordat dit weg was. Er is niets geplaatst. Je tekst staat als concept klaar.',
  },
  not_allowed: {
    en: 'The writer may no longer answer here. Nothing was posted.',
    nl: 'De schrijver mag hier niet meer antwoorden. Er is niets geplaatst.',
  },
  stopped: {
    en: 'Sending was stopped before this went out. Nothing was posted. Read it again, then send it or let it go.',
    nl: 'Het versturen is gestopt voordat dit weg was. Er is niets geplaatst. Lees het na en verstuur het alsnog, of laat het gaan.',
  },
  held: {
    en: 'Nothing goes out for now, so this waits. Nothing was posted.',
    nl: 'Er gaat nu niets uit, dus dit wacht. Er is niets geplaatst.',
  },
  reconnect: {
    en: 'The account must be connected again. Nothing was posted. Connect it, then send again.',
    nl: 'Het account moet opnieuw worden gekoppeld. Er is niets geplaatst. Koppel het en verstuur opnieuw.',
  },
  rules: {
    en: 'A rule that holds by now stops this. Nothing was posted. Your text is kept as a draft.',
    nl: 'Een regel die intussen geldt, houdt dit tegen. Er is niets geplaatst. Je tekst staat als concept klaar.',
  },
  no_interface: {
    en: 'This network cannot be answered from here any more. Nothing was posted. Post it by hand, or let it go.',
    nl: 'Op dit netwerk kan van hieruit niet meer worden geantwoord. Er is niets geplaatst. Plaats het met de hand, of laat het gaan.',
  },
  too_often: {
    en: 'The network did not take it, several times. Nothing was posted. Send again later, or let it go.',
    nl: 'Het netwerk nam het meermaals niet aan. Er is niets geplaatst. Probeer het later opnieuw, of laat het gaan.',
  },

  no_answer: {
    en: 'The network did not say whether it took this. We look for it there before anything else happens.',
    nl: 'Het netwerk zei niet of dit is aangenomen. We zoeken het daar eerst op voordat er iets anders gebeurt.',
  },
  cannot_know: {
    en: 'It may have been posted, and we cannot find out. Open the post: is your answer there?',
    nl: 'Misschien is het geplaatst, en we kunnen het niet nagaan. Open het bericht: staat je antwoord er?',
  },
  ambiguous: {
    en: 'The same text of ours stands there already, from another answer. Open the post: is this one there too?',
    nl: 'Dezelfde tekst van ons staat er al, van een ander antwoord. Open het bericht: staat dit er ook?',
  },
  by_hand: {
    en: 'Copy your text, open the post and place it there. We see it when it stands, or paste its link.',
    nl: 'Kopieer je tekst, open het bericht en plaats het daar. We zien het zodra het er staat, of plak de link.',
  },
  overdue: {
    en: 'This is taking more than five minutes.',
    nl: 'Dit duurt al langer dan vijf minuten.',
  },
} as const satisfies Record<string, Words>

export type ProblemKind = keyof typeof problems

/** After these a person knows that nothing stands on the network. */
export const surelyNotPosted: ReadonlySet<string> = new Set<ProblemKind>([
  'account_removed',
  'changed',
  'parent_deleted',
  'not_allowed',
  'stopped',
  'held',
  'reconnect',
  'rules',
  'no_interface',
  'too_often',
])
