/**
 * Sentiment toward the brand: words, phrases, emoji, rules and stars pull it down or up, the sum is squashed to −1..1.
 * The reach of negation, of intensifiers and of "but" follows C.J. Hutto & E. Gilbert, VADER (ICWSM 2014), with our figures.
 */
import type { Sentiment } from '#domain/assessment.ts'
import type { CompiledLanguage } from './compile-language.ts'
import { emojiWeight } from './emoji-weights.ts'
import { type Evidence, negatorBefore, standingOf } from './gather-evidence.ts'
import { nowhere, type Pull, sumOf } from './pull.ts'
import type { ReadText, Token } from './tokenise.ts'

/** A sum of this much is a score of tanh(1) ≈ 0.76. */
const scale = 4
/** From here on the sum is called negative or positive. */
export const classFrom = 1
/** Both sides at least this strong, and neither winning, is called mixed; half as strong, unsure. */
const mixedFrom = 3.5
const negatedPositive = -0.8
const negatedNegative = -0.45
const beforeContrast = 0.55
const afterContrast = 1.25
const inQuestion = 0.5
const inCaps = 1.3
const drawnOut = 1.2
const exclaimed = 1.1
/** Words a post may have before each of them begins to count for less. */
const wordsUndamped = 45
const intensifierWithin = 2

export type SentimentInput = {
  read: ReadText
  language: CompiledLanguage | undefined
  evidence: Evidence
  rating?: number | undefined
}

/** Everything that pulls on the sentiment, rules' pulls included. Caps of rules come later, in `settleSentiment`. */
export function pullSentiment({ read, language, evidence, rating }: SentimentInput): Pull[] {
  const covered = new Set<number>()
  const pulls = language ? pullPhrases({ read, language, evidence, covered }) : []
  for (let place = 0; place < read.tokens.length; place += 1) {
    const pull = covered.has(place) ? undefined : pullToken({ read, language, place })
    if (pull) pulls.push(pull)
  }
  const words = read.tokens.length
  const damp = words > wordsUndamped ? Math.sqrt(wordsUndamped / words) : 1
  const damped = damp === 1 ? pulls : pulls.map((pull) => ({ ...pull, weight: pull.weight * damp }))
  return rating === undefined
    ? damped
    : [...damped, { code: 'rating', value: String(rating), weight: ratingPull(rating), places: nowhere }]
}

/** One star −7, three −0.8 (few give three for joy), five +6. */
export function ratingPull(rating: number): number {
  const table = [-7, -4, -0.8, 3.5, 6]
  const low = Math.min(Math.max(Math.floor(rating), 1), 5)
  const from = table[low - 1] ?? 0
  const to = table[low] ?? from
  return from + (to - from) * (rating - low)
}

type PhraseInput = { read: ReadText; language: CompiledLanguage; evidence: Evidence; covered: Set<number> }

/** Rules with a pull and sentiment phrases; the longest first, and no word counts twice. */
function pullPhrases({ read, language, evidence, covered }: PhraseInput): Pull[] {
  const phrases = evidence.phrases.map(({ weight, places }) => ({ weight, places, rule: undefined }))
  const rules = evidence.rules.flatMap((fired) => {
    const { rule, occurrences } = fired
    if (rule.effect.sentiment === undefined) return []
    const weight = rule.effect.sentiment * standingOf(fired, read, language)
    return occurrences.map((places, nth) => ({ weight: nth === 0 ? weight : 0, places, rule }))
  })
  const pulls: Pull[] = []
  for (const { weight, places, rule } of [...rules, ...phrases].toSorted((a, b) => b.places.length - a.places.length)) {
    if (places.every((place) => covered.has(place)) && !rule) continue
    for (const place of places) covered.add(place)
    if (weight === 0) continue
    const factor = contrastFactor({ read, language, place: places[0] ?? 0 })
    if (rule) pulls.push({ code: 'rule', value: rule.id, weight: weight * factor, places })
    else pulls.push(turned({ read, language, places, weight: weight * factor }))
  }
  return pulls
}

type TokenInput = { read: ReadText; language: CompiledLanguage | undefined; place: number }

function pullToken({ read, language, place }: TokenInput): Pull | undefined {
  const token = read.tokens[place]
  if (token?.kind === 'emoji') {
    const weight = emojiWeight(token.folded) * repeated(read, place)
    return weight === 0 ? undefined : { code: 'emoji', value: token.folded, weight, places: [place] }
  }
  if (token?.kind !== 'word' || !language) return undefined
  const own = language.sentimentOf.of(token.word)
  if (own === 0) return undefined
  const weight = own * shapeFactor(read, token) * contrastFactor({ read, language, place })
  return turned({ read, language, places: [place], weight: weight * intensity({ read, language, place }) })
}

/** The second and later of one emoji weigh a third. */
function repeated(read: ReadText, place: number): number {
  const folded = read.tokens[place]?.folded
  for (let at = Math.max(0, place - 10); at < place; at += 1) if (read.tokens[at]?.folded === folded) return 0.3
  return 1
}

function shapeFactor(read: ReadText, token: Token): number {
  const sentence = read.sentences[token.sentence]
  const caps = token.isCaps ? inCaps : 1
  const drawn = token.isElongated ? drawnOut : 1
  const loud = (sentence?.exclamations ?? 0) > 0 ? exclaimed : 1
  return caps * drawn * loud * (sentence?.isQuestion ? inQuestion : 1)
}

function intensity({ read, language, place }: { read: ReadText; language: CompiledLanguage; place: number }): number {
  let factor = 1
  for (let at = place; at > place - intensifierWithin; at -= 1) {
    if (read.tokens[at]?.isAfterBreak) break
    const before = read.tokens[at - 1]
    if (before?.sentence !== read.tokens[place]?.sentence) break
    factor *= language.intensifiers.get(before?.folded ?? '') ?? 1
  }
  return factor
}

/** "Duur maar top": what stands after "but" in its sentence weighs more, what stands before it less. */
function contrastFactor(input: { read: ReadText; language: CompiledLanguage; place: number }): number {
  const { read, language, place } = input
  const sentence = read.tokens[place]?.sentence
  const isContrast = (at: number): boolean => {
    const token = read.tokens[at]
    return token?.kind === 'word' && language.contrasts.has(token.folded)
  }
  for (let at = place - 1; read.tokens[at]?.sentence === sentence; at -= 1) if (isContrast(at)) return afterContrast
  for (let at = place + 1; read.tokens[at]?.sentence === sentence; at += 1) if (isContrast(at)) return beforeContrast
  return 1
}

type Turn = { read: ReadText; language: CompiledLanguage; places: readonly number[]; weight: number }

function turned({ read, language, places, weight }: Turn): Pull {
  const negator = negatorBefore({ read, language, places })
  if (negator === undefined) return { code: 'word', weight, places }
  const turns = weight > 0 ? negatedPositive : negatedNegative
  return { code: 'negated', weight: weight * turns, places: [negator, ...places] }
}

export type JudgedSentiment = { class: Sentiment; score: number; p: number; pulls: readonly Pull[] }

/** The class, the score and how sure. Rules may cap the score; the cap is a pull of its own, so the sum stays exact. */
export function settleSentiment(pulls: readonly Pull[], evidence: Evidence): JudgedSentiment {
  const capped = [...pulls]
  for (const { rule } of evidence.rules) {
    const { sentimentAtMost, sentimentAtLeast } = rule.effect
    const sum = sumOf(capped)
    const most = sentimentAtMost === undefined ? sum : Math.min(sum, Math.atanh(sentimentAtMost) * scale)
    const bound = sentimentAtLeast === undefined ? most : Math.max(most, Math.atanh(sentimentAtLeast) * scale)
    if (bound !== sum) capped.push({ code: 'cap', value: rule.id, weight: bound - sum, places: nowhere })
  }
  const sum = sumOf(capped)
  return { ...classOf(sum, capped), score: Math.tanh(sum / scale), pulls: capped }
}

function classOf(sum: number, pulls: readonly Pull[]): { class: Sentiment; p: number } {
  if (pulls.some((pull) => pull.code === 'aside' || pull.code === 'sarcasm')) return plainClassOf(sum)
  const up = sumOf(pulls.filter((pull) => pull.weight > 0))
  const down = -sumOf(pulls.filter((pull) => pull.weight < 0))
  const isBalanced = Math.abs(sum) < 0.25 * (up + down)
  if (isBalanced && Math.min(up, down) >= mixedFrom) return { class: 'mixed', p: 0.6 }
  const plain = plainClassOf(sum)
  const isTorn = isBalanced && Math.min(up, down) >= mixedFrom / 2 && Math.abs(sum) < classFrom / 2
  return isTorn ? { ...plain, class: 'unsure' } : plain
}

function plainClassOf(sum: number): { class: Sentiment; p: number } {
  const p = shareOfThree(sum)
  if (sum <= -classFrom) return { class: 'negative', p }
  if (sum >= classFrom) return { class: 'positive', p }
  return { class: 'neutral', p }
}

/** Probability of the winner among negative, neutral and positive, where neutral pulls with `classFrom`. */
function shareOfThree(sum: number): number {
  const [low, middle, high] = [Math.exp(-sum), Math.exp(classFrom), Math.exp(sum)]
  return Math.max(low, middle, high) / (low + middle + high)
}
