import { type Intent, intents } from '#domain/assessment.ts'
import type { CompiledLanguage } from './compile-language.ts'
import { type Evidence, placesOf, standingOf, strengthOf } from './gather-evidence.ts'
import { classFrom } from './judge-sentiment.ts'
import { nowhere, type Pull, sumOf } from './pull.ts'
import type { ReadText } from './tokenise.ts'

type SureIntent = Exclude<Intent, 'unsure'>
export type IntentPulls = Readonly<Record<SureIntent, readonly Pull[]>>

/** What "other" weighs before anything is said: an intent needs more than this. */
const otherWeight = 1.2
/** A question mark, and an opening word such as "how" or "does anyone". */
const questionMark = 1.6
const questionOpener = 1.1
/** How much of the sentiment sum counts for complaint or praise, up to where, and a step where it is a class of its own. */
const sentimentShare = 0.45
const sentimentMax = 6
const sentimentStep = 0.9
/** Stated dissatisfaction from here on beats a question. */
const dissatisfiedFrom = 2
/** Somebody who looks for an offer asks a question too; the offer is what matters. */
const leadFrom = 3
/** Legal threats and crises beat all: their rules are made for recall, and nothing lowers them. */
const overrides: Partial<Record<SureIntent, number>> = { crisis: 12, legal_threat: 6 }

export type IntentInput = { read: ReadText; language: CompiledLanguage | undefined; evidence: Evidence }

/** What pulls to each intent before the sentiment is known. */
export function pullIntents({ read, language, evidence }: IntentInput): Record<SureIntent, Pull[]> {
  const pulls: Record<SureIntent, Pull[]> = {
    question: pullQuestion(read, language),
    complaint: [],
    praise: [],
    lead: [],
    news: [],
    spam: [],
    legal_threat: [],
    job: [],
    crisis: [],
    other: [{ code: 'start', weight: otherWeight, places: nowhere }],
  }
  for (const fired of evidence.rules) {
    const { intent, weight = 4 } = fired.rule.effect
    if (!intent) continue
    const pull = {
      code: 'rule',
      value: fired.rule.id,
      weight: weight * strengthOf(fired) * (language ? standingOf(fired, read, language) : 1),
      places: placesOf(fired),
    }
    pulls[intent].push(pull)
    const first = overrides[intent]
    if (first !== undefined && !pulls[intent].some((one) => one.code === 'beats'))
      pulls[intent].push({ code: 'beats', weight: first, places: nowhere })
  }
  const isExperience = (['complaint', 'praise', 'lead', 'job', 'spam'] as const).some((one) => pulls[one].length > 0)
  if (language && !isExperience) pulls.news.push(...pullHeadline(read, language))
  return pulls
}

function pullQuestion(read: ReadText, language: CompiledLanguage | undefined): Pull[] {
  const asked = read.sentences.flatMap((one, index) => (one.isQuestion ? [index] : []))
  const pulls: Pull[] = []
  if (asked.length > 0) pulls.push({ code: 'question_mark', weight: questionMark, places: nowhere, ends: asked })
  const opener = read.tokens.findIndex(
    (token, at) =>
      token.kind === 'word' &&
      language?.questionOpeners.has(token.folded) &&
      isOpening(read, at, language) &&
      (asked.length === 0 || asked.includes(token.sentence)),
  )
  const value = read.tokens[opener]?.folded
  if (value !== undefined) pulls.push({ code: 'question_word', value, weight: questionOpener, places: [opener] })
  return pulls
}

/** The first word of a sentence, or the first after a comma, greeting or @mention. */
function isOpening(read: ReadText, at: number, language: CompiledLanguage | undefined): boolean {
  const [token, before] = [read.tokens[at], read.tokens[at - 1]]
  if (before && language?.greetings.has(before.folded)) return true
  return !before || before.sentence !== token?.sentence || before.kind !== 'word' || token?.isAfterBreak === true
}

/** A post without "I" and "you", without questions or shouting, of some length, reads like a headline. */
function pullHeadline(read: ReadText, language: CompiledLanguage): Pull[] {
  const isPersonal = read.tokens.some((token) => language.persons.has(token.folded) || token.kind === 'emoji')
  if (language.diaryOpeners.has(read.tokens[0]?.folded ?? '')) return []
  const isLively = read.sentences.some((one) => one.isQuestion || one.exclamations > 0)
  if (isPersonal || isLively || read.tokens.length < 5) return []
  const hasLink = read.tokens.some((token) => token.kind === 'url')
  return [{ code: 'headline', weight: hasLink ? 1.6 : 0.9, places: nowhere }]
}

/** The intents that speak of something else than our service: sentiment words in them are seldom about us. */
const aside: readonly SureIntent[] = ['spam', 'lead', 'job', 'news', 'question']

/** Which of these intents the words point at before the sentiment is known, if one clearly does. */
export function asideIntent(pulls: IntentPulls): SureIntent | undefined {
  const strongest = strongestOf(aside, pulls)
  const { [strongest]: found } = pulls
  return sumOf(found) >= 2 && sumOf(found) > sumOf(pulls[strongestOf(toUs, pulls)]) ? strongest : undefined
}

const toUs: readonly SureIntent[] = ['complaint', 'praise', 'legal_threat', 'crisis']

/** The first of the strongest. */
function strongestOf(intents: readonly SureIntent[], pulls: IntentPulls): SureIntent {
  let best = intents[0] ?? 'other'
  for (const one of intents) if (sumOf(pulls[one]) > sumOf(pulls[best])) best = one
  return best
}

/** What a plain "not", "nobody" or "nothing" weighs where somebody tells us what happened and nothing else speaks. */
const denial = -1.15
/** Praise of at least this leaves no room for it. */
const praiseFrom = 1.5

type DenialInput = {
  read: ReadText
  language: CompiledLanguage
  intents: IntentPulls
  sentiment: readonly Pull[]
}

/**
 * "Hier ligt niks", "nobody will tell us": a complaint without one word of feeling. Only where a person speaks, asks
 * nothing and praises nothing, and where no rule already heard it.
 */
export function pullDenial({ read, language, intents, sentiment }: DenialInput): Pull[] {
  const hasRule = (['complaint', 'legal_threat', 'crisis', 'lead', 'job', 'spam', 'praise'] as const).some(
    (intent) => intents[intent].length > 0,
  )
  const praise = sumOf(sentiment.filter((pull) => pull.weight > 0))
  if (hasRule || praise >= praiseFrom || sumOf(intents.question) >= 1) return []
  const places = read.tokens.flatMap((token, at) =>
    token.kind === 'word' && language.negators.has(token.folded) && !rests(sentiment, at) ? [at] : [],
  )
  if (places.length > 0) return [{ code: 'denial', weight: denial, places }]
  const isPersonal = read.tokens.some(({ folded }) => language.persons.has(folded))
  const addressed = read.tokens.flatMap(({ folded }, at) =>
    language.addresses.has(folded) || (isPersonal && language.serviceWords.has(folded)) ? [at] : [],
  )
  const isSilent = Math.abs(sumOf(sentiment)) < 0.6
  return addressed.length > 0 && isSilent ? [{ code: 'told_us', weight: denial, places: addressed }] : []
}

function rests(pulls: readonly Pull[], place: number): boolean {
  return pulls.some((pull) => pull.places.includes(place))
}

export type JudgedIntent = { top: Intent; p: Partial<Record<Intent, number>>; pulls: readonly Pull[]; all: IntentPulls }

/** Adds what the sentiment says and takes the winner; the shares are a softmax over the sums. */
export function settleIntent(before: IntentPulls, sentimentSum: number): JudgedIntent {
  const pulls = { ...before }
  const step = Math.abs(sentimentSum) >= classFrom ? sentimentStep : 0
  const strength = Math.min(Math.abs(sentimentSum), sentimentMax) * sentimentShare + step
  const side = sentimentSum < 0 ? 'complaint' : 'praise'
  if (strength > 0.2) pulls[side] = [...pulls[side], { code: 'sentiment', weight: strength, places: nowhere }]
  if (sumOf(pulls.complaint) >= dissatisfiedFrom && pulls.question.length > 0)
    pulls.question = [...pulls.question, { code: 'dissatisfied', weight: -1.2, places: nowhere }]
  if (sumOf(pulls.lead) >= leadFrom && pulls.question.length > 0)
    pulls.question = [...pulls.question, { code: 'wants_to_buy', weight: -2.2, places: nowhere }]
  const top = strongestOf(sureIntents, pulls)
  return { top, p: sharesOf(pulls, sumOf(pulls[top])), pulls: pulls[top], all: pulls }
}

const sureIntents = intents.filter((intent) => intent !== 'unsure')

function sharesOf(pulls: IntentPulls, highest: number): Partial<Record<Intent, number>> {
  const shares: Partial<Record<Intent, number>> = {}
  let whole = 0
  for (const intent of sureIntents) {
    const share = Math.exp(sumOf(pulls[intent]) - highest)
    shares[intent] = share
    whole += share
  }
  for (const intent of sureIntents) shares[intent] = (shares[intent] ?? 0) / whole
  return shares
}
