import type { Intent } from '#domain/assessment.ts'
import type { CompiledLanguage } from './compile-language.ts'
import type { Evidence } from './gather-evidence.ts'
import { type Pull, sumOf } from './pull.ts'
import { type ReadText, spanOf, spansOf } from './tokenise.ts'

type SureIntent = Exclude<Intent, 'unsure'>
export type IntentPulls = Readonly<Record<SureIntent, readonly Pull[]>>

/** What "other" weighs before anything is said: an intent needs more than this. */
const otherWeight = 1.2
/** A question mark, and an opening word such as "how" or "does anyone". */
const questionMark = 1.6
const questionOpener = 1.1
/** How much of the sentiment sum counts for complaint or praise, and up to where. */
const sentimentShare = 0.55
const sentimentMax = 5
/** Stated dissatisfaction from here on beats a question. */
const dissatisfiedFrom = 2
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
    other: [{ code: 'start', weight: otherWeight, spans: [] }],
  }
  for (const { rule, occurrences } of evidence.rules) {
    const { intent, weight = 4 } = rule.effect
    if (!intent) continue
    const pull = { code: 'rule', value: rule.id, weight, spans: spansOf(read, occurrences.flat()) }
    pulls[intent].push(pull)
    const first = overrides[intent]
    if (first !== undefined && !pulls[intent].some((one) => one.code === 'beats'))
      pulls[intent].push({ code: 'beats', weight: first, spans: [] })
  }
  if (language) pulls.news.push(...pullHeadline(read, language))
  return pulls
}

function pullQuestion(read: ReadText, language: CompiledLanguage | undefined): Pull[] {
  const asked = read.sentences.flatMap((one, index) => (one.isQuestion ? [index] : []))
  const pulls: Pull[] = []
  if (asked.length > 0) {
    const ends = asked.map((index): [number, number] => {
      const end = read.sentences[index]?.end ?? 0
      return [end - 1, end]
    })
    pulls.push({ code: 'question_mark', weight: questionMark, spans: ends })
  }
  const opener = read.tokens.find(
    (token, at) =>
      token.kind === 'word' &&
      isOpening(read, at) &&
      language?.questionOpeners.has(token.folded) &&
      (asked.length === 0 || asked.includes(token.sentence)),
  )
  if (opener)
    pulls.push({ code: 'question_word', value: opener.folded, weight: questionOpener, spans: [spanOf(opener)] })
  return pulls
}

/** The first word of a sentence, or the first after a comma, greeting or @mention. */
function isOpening(read: ReadText, at: number): boolean {
  const [token, before] = [read.tokens[at], read.tokens[at - 1]]
  return !before || before.sentence !== token?.sentence || before.kind !== 'word' || token?.isAfterBreak === true
}

/** A post without "I" and "you", without questions or shouting, of some length, reads like a headline. */
function pullHeadline(read: ReadText, language: CompiledLanguage): Pull[] {
  const isPersonal = read.tokens.some((token) => language.persons.has(token.folded) || token.kind === 'emoji')
  const isLively = read.sentences.some((one) => one.isQuestion || one.exclamations > 0)
  if (isPersonal || isLively || read.tokens.length < 5) return []
  const hasLink = read.tokens.some((token) => token.kind === 'url')
  return [{ code: 'headline', weight: hasLink ? 0.9 : 0.5, spans: [] }]
}

/** The intents that speak of something else than our service: sentiment words in them are seldom about us. */
const aside: readonly SureIntent[] = ['spam', 'lead', 'job', 'news', 'question']

/** Which of these intents the words point at before the sentiment is known, if one clearly does. */
export function asideIntent(pulls: IntentPulls): SureIntent | undefined {
  const strongest = aside.toSorted((a, b) => sumOf(pulls[b]) - sumOf(pulls[a]))[0]
  if (!strongest || sumOf(pulls[strongest]) < 2) return undefined
  const toUs = Math.max(...(['complaint', 'praise', 'legal_threat', 'crisis'] as const).map((one) => sumOf(pulls[one])))
  return sumOf(pulls[strongest]) > toUs ? strongest : undefined
}

export type JudgedIntent = { top: Intent; p: Partial<Record<Intent, number>>; pulls: readonly Pull[] }

/** Adds what the sentiment says and takes the winner; the shares are a softmax over the sums. */
export function settleIntent(before: IntentPulls, sentimentSum: number): JudgedIntent {
  const pulls = { ...before }
  const strength = Math.min(Math.abs(sentimentSum), sentimentMax) * sentimentShare
  const side = sentimentSum < 0 ? 'complaint' : 'praise'
  if (strength > 0.2) pulls[side] = [...pulls[side], { code: 'sentiment', weight: strength, spans: [] }]
  if (sumOf(pulls.complaint) >= dissatisfiedFrom && pulls.question.length > 0)
    pulls.question = [...pulls.question, { code: 'dissatisfied', weight: -1.2, spans: [] }]
  const names = Object.keys(pulls) as SureIntent[] // The keys of a Record of exactly these names.
  const sums = names.map((name) => sumOf(pulls[name]))
  const highest = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - highest))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const top = names[sums.indexOf(highest)] ?? 'other'
  const p = Object.fromEntries(names.map((name, i) => [name, (shares[i] ?? 0) / whole]))
  return { top, p, pulls: pulls[top] }
}
