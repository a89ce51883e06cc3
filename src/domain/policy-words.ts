import type { PolicyFound, PolicyStep } from './ask-policy.ts'
import { isFigureTest, isFlag } from './ask-policy.ts'
import type {
  PolicyAbout,
  PolicyAnswer,
  PolicyApproval,
  PolicyPlace,
  PolicySignal,
  PolicyStrategy,
  PolicyTest,
} from './policy.ts'

export type PolicyLang = 'en' | 'nl'
type Words = Record<PolicyLang, string>
const w = (en: string, nl: string): Words => ({ en, nl })

/** What a policy names by an id, with the names that people know. */
export type PolicyNames = { topic: Named[]; source: Named[]; department: Named[] }
type Named = { id: string; name: string }
export const noNames: PolicyNames = { topic: [], source: [], department: [] }

/** How the text form writes what is asked: one word each, so that a line reads without quotes. */
export const aboutWords: Record<PolicyAbout, Words> = {
  intent: w('intent', 'bedoeling'),
  sentiment: w('sentiment', 'toon'),
  kind: w('kind', 'soort'),
  network: w('network', 'netwerk'),
  lang: w('language', 'taal'),
  source: w('source', 'bron'),
  topic: w('search', 'zoekopdracht'),
  signal: w('signal', 'signaal'),
  urgency: w('urgency', 'spoed'),
  risk: w('risk', 'risico'),
  anger: w('anger', 'boosheid'),
  rating: w('stars', 'sterren'),
  followers: w('followers', 'volgers'),
  spread: w('spread', 'verspreiding'),
  alike: w('same-story', 'zelfde-verhaal'),
  messages: w('messages', 'berichten'),
  answers: w('our-answers', 'onze-antwoorden'),
  complaints: w('complaints-before', 'eerdere-klachten'),
  addressed: w('addressed-to-us', 'aan-ons-gericht'),
  returning: w('known-to-us', 'bekend-bij-ons'),
}

/** Values that have a word of their own. Networks and languages are written as they are. */
export const valueWords: Record<string, Words> = {
  ...{ question: w('question', 'vraag'), complaint: w('complaint', 'klacht'), praise: w('praise', 'lof') },
  ...{ lead: w('lead', 'aanvraag'), news: w('news', 'nieuws'), spam: w('spam', 'spam'), job: w('job', 'vacature') },
  ...{ legal_threat: w('legal-threat', 'juridische-dreiging'), crisis: w('crisis', 'crisis') },
  ...{ other: w('other', 'anders'), unsure: w('unsure', 'onzeker') },
  ...{ negative: w('negative', 'negatief'), neutral: w('neutral', 'neutraal'), positive: w('positive', 'positief') },
  ...{ mixed: w('mixed', 'gemengd'), post: w('post', 'bericht'), reply: w('reply', 'reactie') },
  ...{ comment: w('comment', 'opmerking'), review: w('review', 'recensie'), article: w('article', 'artikel') },
  message: w('private-message', 'privébericht'),
  ...({
    danger: w('danger', 'gevaar'),
    selfharm: w('self-harm', 'zelfbeschadiging'),
    child: w('child', 'kind'),
    elderly: w('elderly', 'ouderen'),
    medical: w('medical', 'medisch'),
    legal: w('legal', 'juridisch'),
    press: w('press', 'pers'),
    vip: w('special-care', 'extra-zorg'),
    crisis: w('crisis', 'crisis'),
  } satisfies Record<PolicySignal, Words>),
}

export const strategyWords: Record<PolicyStrategy, Words> = {
  apologise: w('apologise-and-repair', 'excuus-en-herstel'),
  explain: w('explain', 'uitleg'),
  empathise: w('empathise', 'meeleven'),
  correct: w('correct', 'rechtzetten'),
  thank: w('thank', 'bedanken'),
  concur: w('concur', 'beamen'),
  invite: w('invite', 'uitnodigen'),
  private: w('move-to-private', 'verder-in-privé'),
  let_stand: w('let-stand', 'laten-staan'),
  monitor: w('monitor', 'volgen'),
  escalate: w('escalate', 'opschalen'),
  legal: w('legal', 'juridisch'),
}
export const placeWords: Record<PolicyPlace, Words> = {
  public: w('public', 'openbaar'),
  public_then_private: w('public-then-private', 'openbaar-dan-privé'),
  private: w('private', 'privé'),
  nowhere: w('nowhere', 'nergens'),
}
export const approvalWords: Record<PolicyApproval, Words> = {
  none: w('none', 'geen'),
  colleague: w('colleague', 'collega'),
  lead: w('lead', 'teamleider'),
}
export const answerWords: Record<PolicyAnswer, Words> = {
  yes: w('yes', 'ja'),
  no: w('no', 'nee'),
  unknown: w('unknown', 'onbekend'),
}

/** The words that make up the text form. */
export const keywords = {
  policy: w('policy', 'beleid'),
  question: w('question', 'vraag'),
  if: w('if', 'als'),
  else: w('else', 'anders'),
  ask: w('ask', 'vraag-na'),
  leaf: w('advice', 'advies'),
  and: w('and', 'en'),
  is: w('is', 'is'),
  not: w('not', 'niet'),
  from: w('from', 'vanaf'),
  to: w('to', 'tot-en-met'),
  answer: w('answer', 'antwoorden'),
  strategy: w('strategy', 'strategie'),
  place: w('place', 'plaats'),
  tone: w('tone', 'klank'),
  why: w('why', 'waarom'),
  basis: w('based-on', 'gebaseerd-op'),
  department: w('department', 'afdeling'),
  approval: w('approval', 'akkoord'),
  promise: w('promise-minutes', 'belofte-minuten'),
} as const satisfies Record<string, Words>

/** One test as the text form writes it. */
export function testText(test: PolicyTest, lang: PolicyLang, names: PolicyNames): string {
  const about = aboutWords[test.about][lang]
  if (isFigureTest(test)) {
    const from = test.from === null ? '' : ` ${keywords.from[lang]} ${test.from}`
    const to = test.to === null ? '' : ` ${keywords.to[lang]} ${test.to}`
    return `${about}${from}${to}`
  }
  if (isFlag(test)) return test.is ? about : `${keywords.not[lang]} ${about}`
  const { about: field, is } = test
  return `${about} ${keywords.is[lang]} ${is.map((one) => valueText(field, one, { lang, names })).join(', ')}`
}

type Saying = { lang: PolicyLang; names: PolicyNames }

function valueText(about: PolicyAbout, value: string, { lang, names }: Saying): string {
  if (about === 'topic' || about === 'source') return JSON.stringify(nameOf(names[about], value))
  if (about === 'network' || about === 'lang') return /^[\p{L}\p{N}._:-]+$/u.test(value) ? value : JSON.stringify(value)
  return valueWords[value]?.[lang] ?? value
}

/** A name that two share would not lead back: those are written by their ids. */
export function nameOf(named: readonly Named[], id: string): string {
  const name = named.find((one) => one.id === id)?.name
  return name !== undefined && named.filter((one) => one.name === name).length === 1 ? name : id
}

/** A step of a path, for people: `bedoeling is klacht · ja`. What was found stands with it where it is not what was asked. */
export function stepText(step: PolicyStep, lang: PolicyLang, names: PolicyNames): { asked: string; answer: string } {
  if (step.kind === 'ask') return { asked: step.question.text, answer: spacedText(answerWords[step.answer][lang]) }
  const asked = spacedText(step.of.map(({ test }) => testText(test, lang, names)).join(` ${keywords.and[lang]} `))
  const yes = answerWords[step.holds ? 'yes' : 'no'][lang]
  const found = step.of.flatMap((one) => foundText(one, { lang, names }))
  return { asked, answer: found.length > 0 ? `${yes} (${found.join(', ')})` : yes }
}

function foundText({ test, holds, found }: PolicyFound, saying: Saying): string[] {
  if (isFlag(test)) return []
  if (isFigureTest(test)) return found.length > 0 ? found : [saying.lang === 'nl' ? 'niet bekend' : 'not known']
  if (holds && test.is.length === 1) return []
  return found.map((value) => spacedText(valueText(test.about, value, saying)))
}

export function spacedText(text: string): string {
  return text.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ').replaceAll('"', '')
}
