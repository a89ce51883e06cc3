import type { InterfaceLanguage } from '#domain/member.ts'
import type { ToldLine } from './read-told.ts'

/** What is told, in one sentence of ours: nothing of what the public said is in it. */
export function sentenceOf({ kind, by, name }: ToldLine, lang: InterfaceLanguage): string {
  const who = by ?? 'Wederhoor'
  const [en, nl] = both[kind](who, name ?? '')
  return lang === 'nl' ? nl : en
}

const both: Record<ToldLine['kind'], (who: string, name: string) => readonly [en: string, nl: string]> = {
  promise_flagged: () => [
    'A promise is broken, and there is risk in it',
    'Een afspraak is verbroken, en er zit risico in',
  ],
  promises_stand: () => ['Nobody looks at the deadlines of promises', 'Niemand bewaakt de termijnen van afspraken'],
  promise_broken: () => ['A promise is broken', 'Een afspraak is verbroken'],
  promise_near: () => ['A promise is near its end', 'Een afspraak loopt bijna af'],
  mentioned: (who) => [`${who} calls you by name in a note`, `${who} roept je bij naam in een notitie`],
  asked: (who) => [`${who} asks for your advice`, `${who} vraagt je advies`],
  informed: (who) => [`${who} keeps you informed`, `${who} houdt je op de hoogte`],
  handed_over: (who) => [`${who} gave you a conversation`, `${who} gaf je een gesprek`],
  queued: (who, name) => [`${who} handed a conversation to ${name}`, `${who} droeg een gesprek over aan ${name}`],
  silence_due: () => [
    'It is time to look again: there was deliberately no answer',
    'Het is tijd om opnieuw te kijken: er kwam bewust geen antwoord',
  ],
  pledge_due: () => ['It is time for what was pledged to them', 'Het is tijd voor wat aan hen is toegezegd'],
  reopened: () => ['They wrote again in a conversation of yours', 'Er is opnieuw geschreven in een gesprek van jou'],
  reply_failed: () => [
    'An answer of yours does not stand on the network',
    'Een antwoord van jou staat niet op het netwerk',
  ],
  held_back: () => ['An answer of yours was held back', 'Een antwoord van jou is tegengehouden'],
  ends_soon: (_who, name) => [`“${name}” holds for less than a week`, `“${name}” geldt nog minder dan een week`],
  ended: (_who, name) => [
    `“${name}” is past its date and is not offered any more`,
    `“${name}” is over de datum en wordt niet meer aangeboden`,
  ],
  approval_asked: (who) => [`${who} asks for your approval of an answer`, `${who} vraagt je akkoord op een antwoord`],
  approval_late: () => [
    'An answer has been waiting for approval for a while',
    'Een antwoord wacht al een tijd op akkoord',
  ],
  approved: (who) => [`${who} approved your answer`, `${who} gaf akkoord op je antwoord`],
  changes_asked: (who) => [`${who} asks for changes in your answer`, `${who} vraagt je je antwoord aan te passen`],
  rejected: (who) => [`${who} rejected your answer`, `${who} keurde je antwoord af`],
  incident_joined: (who, name) => [
    `${who} needs you in incident ${name}`,
    `${who} heeft je nodig bij incident ${name}`,
  ],
  incident_due: (_who, name) => [
    `The next update of incident ${name} is due`,
    `De volgende update van incident ${name} moet er nu zijn`,
  ],
  alert_raised: (_who, name) => [
    `Something unusual is being said${about(name, ' about')}`,
    `Er wordt iets ongewoons gezegd${about(name, ' over')}`,
  ],
  alert_again: (_who, name) => [
    `It flares up again: something unusual is being said${about(name, ' about')}`,
    `Het laait weer op: er wordt iets ongewoons gezegd${about(name, ' over')}`,
  ],
  alert_grave: (_who, name) => [
    `Much that is bad is being said${about(name, ' about')}, and it spreads`,
    `Er wordt veel slechts gezegd${about(name, ' over')}, en het verspreidt zich`,
  ],
  listening_deaf: (_who, name) => [
    `“${name}” does not answer: nobody hears what is said there`,
    `“${name}” antwoordt niet: niemand hoort wat daar gezegd wordt`,
  ],
  hook_stopped: (_who, name) => [
    `The webhook “${name}” failed too often and was turned off`,
    `De webhook “${name}” mislukte te vaak en is uitgezet`,
  ],
  sending_stopped: (who, name) =>
    name
      ? [`${who} stopped sending as ${name}`, `${who} heeft het versturen als ${name} gestopt`]
      : [`${who} stopped sending: nothing goes out`, `${who} heeft het versturen gestopt: er gaat niets uit`],
  sending_resumed: (who, name) =>
    name
      ? [`${who} let answers go out as ${name} again`, `${who} laat weer antwoorden gaan als ${name}`]
      : [`${who} let answers go out again`, `${who} laat weer antwoorden gaan`],
}

const about = (name: string, before: string): string => (name ? `${before} “${name}”` : '')

/** The same for a channel, where nobody is “you”. */
export function sentenceForAll(line: ToldLine, lang: InterfaceLanguage): string {
  const who = line.by ?? 'Wederhoor'
  const [en, nl] = forAll[line.kind]?.(who) ?? [sentenceOf(line, 'en'), sentenceOf(line, 'nl')]
  return lang === 'nl' ? nl : en
}

const forAll: Partial<Record<ToldLine['kind'], (who: string) => readonly [en: string, nl: string]>> = {
  incident_joined: (who) => [
    `${who} needs a colleague in an incident`,
    `${who} heeft een collega nodig bij een incident`,
  ],
  mentioned: (who) => [
    `${who} calls a colleague by name in a note`,
    `${who} roept een collega bij naam in een notitie`,
  ],
  asked: (who) => [`${who} asks a colleague for advice`, `${who} vraagt een collega om advies`],
  informed: (who) => [`${who} keeps a colleague informed`, `${who} houdt een collega op de hoogte`],
  handed_over: (who) => [`${who} gave a conversation to a colleague`, `${who} gaf een gesprek aan een collega`],
  approval_asked: (who) => [`${who} asks for approval of an answer`, `${who} vraagt akkoord op een antwoord`],
  approved: (who) => [`${who} approved an answer`, `${who} gaf akkoord op een antwoord`],
  changes_asked: (who) => [`${who} asks for changes in an answer`, `${who} vraagt om een aanpassing van een antwoord`],
  rejected: (who) => [`${who} rejected an answer`, `${who} keurde een antwoord af`],
  reopened: () => ['They wrote again in a conversation', 'Er is opnieuw geschreven in een gesprek'],
  held_back: () => ['An answer was held back', 'Een antwoord is tegengehouden'],
  reply_failed: () => ['An answer does not stand on the network', 'Een antwoord staat niet op het netwerk'],
}

/** Several things as one: how many, and the first by name. */
export function headlineOf(lines: readonly ToldLine[], lang: InterfaceLanguage): string {
  const [first] = lines
  if (!first) return 'Wederhoor'
  if (lines.length === 1) return sentenceOf(first, lang)
  return lang === 'nl' ? `${lines.length} nieuwe meldingen` : `${lines.length} new notices`
}
