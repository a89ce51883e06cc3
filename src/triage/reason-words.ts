import type { Reason } from '#domain/assessment.ts'
import type { Language } from '#domain/language.ts'
import { loadLanguages } from './load-languages.ts'

/** Languages of the screen in which reasons can be said. */
export type ReasonLocale = 'en' | 'nl'

const ruleById: ReadonlyMap<string, { en: string; nl: string }> = new Map(
  (await loadLanguages()).flatMap((language: Language) => language.rules.map(({ id, says }) => [id, says] as const)),
)

type Sentence = (value: string, reason: Reason) => string

const english: Record<string, Sentence> = {
  words: (lang) => `common words of ${languageName(lang, 'en')}`,
  letters: (lang) => `looks like ${languageName(lang, 'en')}`,
  network: (lang) => `the network says ${languageName(lang, 'en')}`,
  nothing: () => 'too little text to tell the language',
  word: (value) => `says “${value}”`,
  learned: (value) => `“${value}”, as in posts it learned from`,
  corrected: (value) => `“${value}”, as people here corrected before`,
  corrections: () => 'what people here corrected before',
  shape: () => 'length, signs and links of the whole',
  company: (value) => `how people mostly feel when it is ${intentWords.en[value] ?? value}`,
  level: (value) => levelWords.en[Number(value)] ?? value,
  bias: () => 'where it starts from',
  anybodys: () => 'no name of ours is known here, and people in general complain less than customers do',
  negated: (value) => `denies it: “${value}”`,
  emoji: (value) => `shows ${value}`,
  rating: (value) => `gives ${value} of 5 stars`,
  sarcasm: () => 'the praise looks like mockery',
  praise_beside_failure: () => 'praises and complains in one breath',
  aside: (value) => `it is ${intentWords.en[value] ?? value}, so feelings in it are seldom about us`,
  cap: (value) => ruleWords(value, 'en'),
  rule: (value) => ruleWords(value, 'en'),
  rest: () => 'smaller signs together',
  start: () => 'nothing points anywhere else',
  beats: () => 'this goes before everything else',
  question_mark: () => 'has a question mark',
  question_word: (value) => `opens with “${value}”`,
  dissatisfied: () => 'a complaint goes before a question',
  denial: () => 'says what is not there or did not happen',
  told_us: () => 'tells us something without asking or praising',
  wants_to_buy: () => 'a request for an offer goes before a question',
  headline: () => 'reads like a headline',
  sentiment: (_, reason) => (reason.label === 'anger' ? 'the feeling is strong' : 'the feeling fits'),
  spam: () => 'looks like advertising',
  intent: (value) => `because it is ${intentWords.en[value] ?? value}`,
  anger: () => 'the anger is rising',
  caps: () => 'is written in capitals',
  exclamation: () => 'has exclamation marks',
  tags: () => 'carries many hashtags',
  links: () => 'carries links',
}

const dutch: Record<string, Sentence> = {
  words: (lang) => `gewone woorden uit het ${languageName(lang, 'nl')}`,
  letters: (lang) => `lijkt ${languageName(lang, 'nl')}`,
  network: (lang) => `volgens het netwerk ${languageName(lang, 'nl')}`,
  nothing: () => 'te weinig tekst om de taal te herkennen',
  word: (value) => `zegt ‘${value}’`,
  learned: (value) => `‘${value}’, zoals in berichten waarvan het leerde`,
  corrected: (value) => `‘${value}’, zoals mensen hier eerder corrigeerden`,
  corrections: () => 'wat mensen hier eerder corrigeerden',
  shape: () => 'lengte, tekens en links van het geheel',
  company: (value) => `hoe men zich meestal voelt als het ${intentWords.nl[value] ?? value} is`,
  level: (value) => levelWords.nl[Number(value)] ?? value,
  bias: () => 'waar het van uitgaat',
  anybodys: () => 'hier is geen naam van ons bekend, en mensen in het algemeen klagen minder dan klanten',
  negated: (value) => `ontkent het: ‘${value}’`,
  emoji: (value) => `toont ${value}`,
  rating: (value) => `geeft ${value} van de 5 sterren`,
  sarcasm: () => 'de lof lijkt spot',
  praise_beside_failure: () => 'prijst en klaagt in één adem',
  aside: (value) => `het is ${intentWords.nl[value] ?? value}, dus gevoelens gaan zelden over ons`,
  cap: (value) => ruleWords(value, 'nl'),
  rule: (value) => ruleWords(value, 'nl'),
  rest: () => 'kleinere aanwijzingen samen',
  start: () => 'niets wijst een andere kant op',
  beats: () => 'dit gaat voor al het andere',
  question_mark: () => 'heeft een vraagteken',
  question_word: (value) => `begint met ‘${value}’`,
  dissatisfied: () => 'een klacht gaat voor een vraag',
  denial: () => 'zegt wat er niet is of niet gebeurde',
  told_us: () => 'vertelt ons iets zonder te vragen of te prijzen',
  wants_to_buy: () => 'een aanvraag gaat voor een vraag',
  headline: () => 'leest als een krantenkop',
  sentiment: (_, reason) => (reason.label === 'anger' ? 'het gevoel is sterk' : 'het gevoel past erbij'),
  spam: () => 'lijkt op reclame',
  intent: (value) => `omdat het ${intentWords.nl[value] ?? value} is`,
  anger: () => 'de boosheid loopt op',
  caps: () => 'staat in hoofdletters',
  exclamation: () => 'heeft uitroeptekens',
  tags: () => 'draagt veel hashtags',
  links: () => 'draagt links',
}

const levelWords: Record<ReasonLocale, readonly string[]> = {
  en: ['posts like this ask for no answer', 'posts like this are answered in opening hours', 'posts like this cannot wait until tomorrow', 'posts like this need a person now'],
  nl: ['zulke berichten vragen geen antwoord', 'zulke berichten krijgen antwoord in kantooruren', 'zulke berichten kunnen niet tot morgen wachten', 'bij zulke berichten is nu iemand nodig'],
} // biome-ignore format: a table is read by row

const intentWords: Record<ReasonLocale, Record<string, string>> = {
  en: {
    question: 'a question', complaint: 'a complaint', praise: 'praise', lead: 'a request for an offer', news: 'news', spam: 'advertising',
    legal_threat: 'a legal threat', job: 'about work', crisis: 'a crisis', other: 'about something else', unsure: 'unclear',
  },
  nl: {
    question: 'een vraag', complaint: 'een klacht', praise: 'lof', lead: 'een aanvraag', news: 'nieuws', spam: 'reclame',
    legal_threat: 'een juridische dreiging', job: 'iets over werk', crisis: 'een crisis', other: 'iets anders', unsure: 'onduidelijk',
  },
} // biome-ignore format: a table is read by row

/** One reason as a sentence without a full stop, for the person who asks why. A code from a later version is shown as it is. */
export function reasonWords(reason: Reason, locale: ReasonLocale): string {
  const sentence = (locale === 'nl' ? dutch : english)[reason.code]
  return sentence ? sentence(reason.value ?? '', reason) : [reason.code, reason.value].filter(Boolean).join(' ')
}

/** The codes that have words, for the test that none is forgotten. */
export const reasonCodes: Readonly<Record<ReasonLocale, readonly string[]>> = {
  en: Object.keys(english),
  nl: Object.keys(dutch),
}

function ruleWords(id: string, locale: ReasonLocale): string {
  return ruleById.get(id)?.[locale] ?? id
}

function languageName(code: string, locale: ReasonLocale): string {
  if (code === 'und' || code === '') return locale === 'nl' ? 'onbekend' : 'unknown'
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
}
