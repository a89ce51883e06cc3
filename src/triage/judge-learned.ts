import type { Intent, Sentiment, Urgency } from '#domain/assessment.ts'
import { columnOf, heads } from './heads.ts'
import type { RuleJudgement } from './judge-by-rules.ts'
import { ratingPull } from './judge-sentiment.ts'
import { judgeUrgency } from './judge-urgency.ts'
import type { Model } from './model.ts'
import { type Pull, shareOf, sumOf } from './pull.ts'
import type { ReadText } from './tokenise.ts'
import { columnFor, explain, sharesOf, type Weighable, weigh } from './weigh.ts'

export type LearnedJudgement = {
  sentiment: { class: Sentiment; score: number; p: number; pulls: readonly Pull[] }
  intent: { top: Intent; p: Partial<Record<Intent, number>>; pulls: readonly Pull[] }
  urgency: { urgency: Urgency; pulls: readonly Pull[] }
  anger: number
  sarcasm: number
  spam: number
  spamPulls: readonly Pull[]
  angerPulls: readonly Pull[]
  sarcasmPulls: readonly Pull[]
}

/** Below these shares nothing is claimed. */
const sureSentiment = 0.42
const sureIntent = 0.26
/** Both sides at least this strong is mixed. */
const mixedFrom = 0.33
/** What word lists and rules say of the feeling counts by itself too: they know words that no seed has. */
const listsTimes = 0.2
/** How much a star rating weighs against words, per pull of its own. */
const ratingTimes = 0.8
/** A rule for danger is not easily outweighed by what was learned, and the urgency it asks for not at all. */
const goesBefore = 3
const urgentFrom = 0.5

type Given = { model: Model; rules: RuleJudgement; post: Weighable; rating: number | undefined }

/** What was learned weighs words and findings of the rules together. Rules for danger and the law still raise the urgency, and nothing lowers it. */
export function judgeLearned({ model, rules, post, rating }: Given): LearnedJudgement {
  const logits = weigh(model, post)
  const added = addedTo(logits, { model, rules, rating })
  const sentiment = judgeSentiment(model, post, { logits, added })
  const intent = judgeIntent(model, post, { logits, added })
  const spamPulls = pullLearnedSpam(rules.spam, intent.p.spam ?? 0)
  const [anger = 0] = sharesOf(logits, 'anger', model.temperature.anger)
  const [sarcasm = 0] = sharesOf(logits, 'sarcasm', model.temperature.sarcasm)
  return {
    sentiment,
    intent,
    urgency: judgeLearnedUrgency({ model, rules, read: post.read, logits, intent: intent.top }),
    anger,
    sarcasm,
    spam: shareOf(sumOf(spamPulls)),
    spamPulls,
    angerPulls: toneReasons(model, post, { head: 'anger', share: anger }),
    sarcasmPulls: toneReasons(model, post, { head: 'sarcasm', share: sarcasm }),
  }
}

/** Short of certain, which no evidence is. */
const spamMost = 1 - 1e-9

/** What the rules found, and as much more as it takes to reach what was learned: the weights add up to the share that is given. */
function pullLearnedSpam(found: readonly Pull[], learned: number): readonly Pull[] {
  const more = -Math.log(1 - Math.min(learned, spamMost)) - sumOf(found)
  return more > 0 ? [...found, { code: 'intent', value: 'spam', weight: more, spans: [] }] : found
}

/** Why somebody is not angry is nobody's question. */
const toneAskedFrom = 0.2

type Tone = { head: 'anger' | 'sarcasm'; share: number }

function toneReasons(model: Model, post: Weighable, { head, share }: Tone): Pull[] {
  return share < toneAskedFrom ? [] : gathered(explain(model, post, { [columnOf[head]]: 1 }))
}

/** What is laid on top of the learned logits, by column. */
type Added = ReadonlyMap<number, readonly Pull[]>
type Weighed = { logits: Float64Array; added: Added }

function addedTo(logits: Float64Array, { model, rules, rating }: Omit<Given, 'post'>): Added {
  const added = new Map<number, Pull[]>()
  const add = (column: number, pull: Pull): void => {
    added.set(column, [...(added.get(column) ?? []), pull])
    logits[column] = (logits[column] as number) + pull.weight
  }
  if (rules.intent.all.crisis.some((pull) => pull.code === 'beats'))
    add(columnFor('intent', 'crisis'), { code: 'beats', weight: goesBefore, spans: [] })
  const shares = sharesOf(logits, 'intent', model.temperature.intent)
  const top = heads.intent[shares.indexOf(Math.max(...shares))] ?? 'other'
  heads.sentiment.forEach((sentiment, at) => {
    const goesWith = shares.reduce((sum, share, intent) => sum + share * (model.company[at]?.[intent] ?? 0), 0)
    const weight = goesWith * model.temperature.sentiment
    add(columnFor('sentiment', sentiment), { code: 'company', value: top, weight, spans: [] })
  })
  for (const pull of rules.sentiment.pulls) {
    add(columnFor('sentiment', 'positive'), { ...pull, weight: listsTimes * pull.weight })
    add(columnFor('sentiment', 'negative'), { ...pull, weight: -listsTimes * pull.weight })
  }
  if (rating !== undefined) {
    const weight = ratingPull(rating) * ratingTimes
    const pull = { code: 'rating', value: String(rating), spans: [] }
    add(columnFor('sentiment', weight > 0 ? 'positive' : 'negative'), { ...pull, weight: Math.abs(weight) })
  }
  return added
}

function judgeSentiment(model: Model, post: Weighable, { logits, added }: Weighed): LearnedJudgement['sentiment'] {
  const shares = sharesOf(logits, 'sentiment', model.temperature.sentiment)
  const [negative = 0, neutral = 0, positive = 0] = shares
  const p = Math.max(negative, neutral, positive)
  const [up, down] = [columnFor('sentiment', 'positive'), columnFor('sentiment', 'negative')]
  const pulls = gathered([
    ...explain(model, post, { [up]: 1, [down]: -1 }),
    ...(added.get(up) ?? []),
    ...(added.get(down) ?? []).map((pull) => ({ ...pull, weight: -pull.weight })),
  ])
  const score = positive - negative
  if (Math.min(negative, positive) >= mixedFrom) return { class: 'mixed', score, p: negative + positive, pulls }
  return { class: p < sureSentiment ? 'unsure' : (heads.sentiment[shares.indexOf(p)] ?? 'unsure'), score, p, pulls }
}

function judgeIntent(model: Model, post: Weighable, { logits, added }: Weighed): LearnedJudgement['intent'] {
  const shares = sharesOf(logits, 'intent', model.temperature.intent)
  const highest = Math.max(...shares)
  const first = heads.intent[shares.indexOf(highest)] ?? 'other'
  const column = columnFor('intent', first)
  return {
    top: highest < sureIntent ? 'unsure' : first,
    p: Object.fromEntries(heads.intent.map((intent, at) => [intent, shares[at] ?? 0])),
    pulls: gathered([...explain(model, post, { [column]: 1 }), ...(added.get(column) ?? [])]),
  }
}

type UrgencyInput = { model: Model; rules: RuleJudgement; read: ReadText; logits: Float64Array; intent: Intent }

/** The highest that anything asks for: what was learned, the intent where it is grave, and rules, which only raise. */
function judgeLearnedUrgency({ model, rules, read, logits, intent }: UrgencyInput): LearnedJudgement['urgency'] {
  const shares = sharesOf(logits, 'urgency', model.temperature.urgency)
  const atLeast = (from: number): number => shares.slice(from).reduce((sum, share) => sum + share, 0)
  const learned = ([3, 2, 1] as const).find((from) => atLeast(from) > urgentFrom) ?? 0
  return judgeUrgency({ read, evidence: rules.evidence, intent, from: { learned } })
}

/** One finding speaks once, however many ways it counts. A word that was learned stands in one place only. */
function gathered(pulls: readonly Pull[]): Pull[] {
  const byName = new Map<string, number>()
  const all: Pull[] = []
  for (const pull of pulls) {
    const name = `${pull.code} ${pull.value ?? ''} ${pull.spans[0]?.[0] ?? ''}`
    const at = pull.code === 'learned' ? undefined : byName.get(name)
    const before = at === undefined ? undefined : all[at]
    if (at !== undefined && before) all[at] = { ...before, weight: before.weight + pull.weight }
    else byName.set(name, all.push(pull) - 1)
  }
  return all
}
