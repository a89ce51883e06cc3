import type { Intent, Sentiment, Urgency } from '#domain/assessment.ts'
import { addDelta, type Delta } from './delta.ts'
import { heads, type RecallFirst, recallFirst } from './heads.ts'
import { ratingPull } from './judge-sentiment.ts'
import { judgeUrgency } from './judge-urgency.ts'
import type { Model } from './model.ts'
import { nowhere, type Pull, shareOf, sumOf } from './pull.ts'
import { columnFor, sharesOf, type Weighable, weigh } from './weigh.ts'

export type LearnedJudgement = {
  sentiment: { class: Sentiment; score: number; p: number }
  intent: { top: Intent; p: Partial<Record<Intent, number>> }
  urgency: { urgency: Urgency; pulls: readonly Pull[] }
  anger: number
  sarcasm: number
  spam: number
  spamPulls: readonly Pull[]
  /** What it rests on, for whoever asks why. */
  added: Added
}

/** Below these shares nothing is claimed. */
const sureSentiment = 0.42
const sureIntent = 0.26
/** Both sides at least this strong is mixed. */
const mixedFrom = 0.33
/**
 * What word lists and rules say of the feeling counts by itself too: they know words that no seed has. Where nobody said which brand is
 * meant, a post may be of any kind: lists count for more, and what goes together with the intent for nothing.
 */
const listsTimes = { ours: 0.2, anybodys: 0.4 }
/**
 * Whoever writes to a firm complains more often than whoever writes at all. By column of the sentiment; chosen by what is right of
 * sentences of GoEmotions and VADER.
 */
const anybodysTone = [-0.5, 0, 0.6]
const companyTimes = { ours: 1, anybodys: 0 }
/** How much a star rating weighs against words, per pull of its own. */
const ratingTimes = 0.8
const urgentFrom = 0.5

const [down, neither, up] = (['negative', 'neutral', 'positive'] as const).map((one) =>
  columnFor('sentiment', one),
) as [number, number, number]

type Given = {
  model: Model
  post: Weighable
  rating: number | undefined
  /** What the workspace taught by correcting, in this language. */
  delta?: Delta | undefined
}

/** What was learned weighs words and findings of the rules together. Rules for danger and the law still raise the urgency, and nothing lowers it. */
export function judgeLearned(given: Given): LearnedJudgement {
  const { model, post } = given
  const { logits, added } = weighAll(given)
  const intent = judgeIntent(sharesOf(logits, 'intent', model.temperature.intent), { line: model.line, post })
  const spamPulls = pullLearnedSpam(post.rules.spam, intent.p.spam ?? 0)
  return {
    sentiment: judgeSentiment(sharesOf(logits, 'sentiment', model.temperature.sentiment)),
    intent,
    urgency: judgeLearnedUrgency({ model, post, logits, intent: intent.top }),
    anger: toneOf('anger', logits, model),
    sarcasm: toneOf('sarcasm', logits, model),
    spam: shareOf(sumOf(spamPulls)),
    spamPulls,
    added,
  }
}

/** The logits of all columns with everything that counts, and what was laid on top of what the model learned. */
export function weighAll(given: Given): { logits: Float64Array; added: Added } {
  const { model, post, delta } = given
  const logits = weigh(model, post)
  if (delta) addDelta(logits, delta, post.features)
  return { logits, added: addedTo(logits, given) }
}

/** Short of certain, which no evidence is. */
const spamMost = 1 - 1e-9

/** What the rules found, and as much more as it takes to reach what was learned: the weights add up to the share that is given. */
function pullLearnedSpam(found: readonly Pull[], learned: number): readonly Pull[] {
  const more = -Math.log(1 - Math.min(learned, spamMost)) - sumOf(found)
  return more > 0 ? [...found, { code: 'intent', value: 'spam', weight: more, places: nowhere }] : found
}

function toneOf(head: 'anger' | 'sarcasm', logits: Float64Array, model: Model): number {
  return sharesOf(logits, head, model.temperature[head])[0] ?? 0
}

/** What is laid on top of the learned logits, by column. */
export type Added = readonly { column: number; pull: Pull }[]

function addedTo(logits: Float64Array, { model, post, rating }: Given): Added {
  return [
    ...addToSentiment(logits, { ...model, post }),
    ...(rating === undefined ? [] : [addTo(logits, ...ratingOf(rating))]),
  ]
}

type Laid = Added[number]

function addTo(logits: Float64Array, column: number, pull: Pull): Laid {
  logits[column] = (logits[column] as number) + pull.weight
  return { column, pull }
}

type Leaning = Pick<Model, 'company' | 'temperature'> & { post: Weighable }

/** What goes together with the intent, and what word lists and rules say of the feeling. */
export function addToSentiment(logits: Float64Array, { company, temperature, post }: Leaning): Laid[] {
  const kind = post.read.hasBrand ? 'ours' : 'anybodys'
  const laid: Laid[] = []
  if (companyTimes[kind] > 0) {
    const shares = sharesOf(logits, 'intent', temperature.intent)
    const value = heads.intent[shares.indexOf(Math.max(...shares))] ?? 'other'
    for (const [at, column] of [down, neither, up].entries()) {
      const goesWith = shares.reduce((sum, share, intent) => sum + share * (company[at]?.[intent] ?? 0), 0)
      laid.push(
        addTo(logits, column, { code: 'company', value, weight: companyTimes[kind] * goesWith, places: nowhere }),
      )
    }
  }
  if (kind === 'anybodys')
    for (const [at, column] of [down, neither, up].entries())
      laid.push(addTo(logits, column, { code: 'anybodys', weight: anybodysTone[at] ?? 0, places: nowhere }))
  for (const pull of post.rules.sentiment.pulls) {
    const weight = listsTimes[kind] * pull.weight
    laid.push(addTo(logits, up, { ...pull, weight }), addTo(logits, down, { ...pull, weight: -weight }))
  }
  return laid
}

function ratingOf(rating: number): [number, Pull] {
  const weight = ratingPull(rating) * ratingTimes
  return [weight > 0 ? up : down, { code: 'rating', value: String(rating), weight: Math.abs(weight), places: nowhere }]
}

function judgeSentiment(shares: readonly number[]): LearnedJudgement['sentiment'] {
  const [negative = 0, neutral = 0, positive = 0] = shares
  const p = Math.max(negative, neutral, positive)
  const score = positive - negative
  if (Math.min(negative, positive) >= mixedFrom) return { class: 'mixed', score, p }
  return { class: p < sureSentiment ? 'unsure' : (heads.sentiment[shares.indexOf(p)] ?? 'unsure'), score, p }
}

/** What must not be missed has a line of its own; of the rest the likeliest is said. */
function judgeIntent(
  shares: readonly number[],
  { line, post }: { line: Model['line']; post: Weighable },
): LearnedJudgement['intent'] {
  const p: Partial<Record<Intent, number>> = {}
  let [top, highest]: [Intent, number] = ['unsure', sureIntent]
  for (let at = 0; at < shares.length; at += 1) {
    const [name, share] = [heads.intent[at] ?? 'other', shares[at] as number]
    p[name] = share
    if (share >= highest && !(name in line)) [top, highest] = [name, share]
  }
  const grave = recallFirst.find((one) => weightInLine(p[one] ?? 0, one, post) >= line[one])
  return { top: grave ?? top, p }
}

/** Where a rule for it found something as well, two thirds of the share are enough: praise beside it does not talk an alarm away. */
const ruledTimes = 1.5

/** What is held against the line of an intent that must not be missed. */
export function weightInLine(share: number, intent: RecallFirst, post: Weighable): number {
  return post.rules.intent.all[intent].some(({ code }) => code === 'rule') ? ruledTimes * share : share
}

type UrgencyInput = { model: Model; post: Weighable; logits: Float64Array; intent: Intent }

/** The highest that anything asks for: what was learned, the intent where it is grave, and rules, which only raise. */
function judgeLearnedUrgency({ model, post, logits, intent }: UrgencyInput): LearnedJudgement['urgency'] {
  const shares = sharesOf(logits, 'urgency', model.temperature.urgency)
  let learned: Urgency = 0
  let atLeast = 0
  for (const level of [3, 2, 1] as const) {
    atLeast += shares[level] ?? 0
    if (learned === 0 && atLeast > urgentFrom) learned = level
  }
  return judgeUrgency({ evidence: post.rules.evidence, intent, from: { learned } })
}
