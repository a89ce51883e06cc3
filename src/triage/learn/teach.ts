import { createHash } from 'node:crypto'
import type { Intent, Sentiment } from '#domain/assessment.ts'
import { correctionsLeast, type HeadFigures, type WordWeight } from '#domain/learned.ts'
import { type Delta, openDelta, type PackedDelta } from '#triage/delta.ts'
import { type Head, headNames, heads } from '#triage/heads.ts'
import { judgeLearned, type LearnedJudgement, weighAll } from '#triage/judge-learned.ts'
import { markBrands } from '#triage/mark-brands.ts'
import type { Model } from '#triage/model.ts'
import { weighable } from '#triage/read-post.ts'
import { tokenise } from '#triage/tokenise.ts'
import { sharesOf, type Weighable } from '#triage/weigh.ts'
import { targetsOf } from './examples-of.ts'
import { type Lesson, learnDelta } from './learn-delta.ts'
import { numberOf } from './random.ts'
import type { Labels, Seed } from './read-seeds.ts'
import { wordsOf } from './words-of-delta.ts'

/** A post that people judged. */
export type TaughtPost = {
  text: string
  title?: string | undefined
  rating?: number | undefined
  /** What a person said it is. */
  says: Partial<Labels>
  /** What a person said it is not, without saying what it is. */
  never: { sentiment?: Sentiment | undefined; intent?: Intent | undefined }
  /** A person dealt with it and corrected nothing: a quiet yes to what was said. */
  isAgreed: boolean
}

export type Teaching = {
  model: Model
  brands: readonly string[]
  posts: readonly TaughtPost[]
  /** What the model was learned from, a part of it: learned along, so that it stays true. */
  anchors: readonly TaughtPost[]
  /** What must not become worse. */
  testSet: readonly Seed[]
}

export type Taught = {
  /** Undefined: nothing that was learned did better, and nothing is changed. */
  delta: PackedDelta | undefined
  version: string
  heads: readonly HeadFigures[]
  words: readonly WordWeight[]
}

const classesLeast = 2
const folds = 5
/** A quiet yes counts half as much as a word of a person. */
const agreedWeight = 0.5
/** What must stay true weighs as much as all corrections together, and no less than so many of them. */
const anchorsLeast = 100
/** By how much the macro-F1 of a head on the committed test set may fall: two points. */
export const testLossMost = 0.02

/**
 * Learns the delta head of one workspace and language. Each post is judged by what was learned from the other four fifths, split by its
 * text, so that copies stay together. A head goes live only where that is better than before and the committed test set says it costs at
 * most `testLossMost`; the others are left out, and what remains is learned and measured again.
 */
export function teach(teaching: Teaching): Taught {
  const posts = teaching.posts.map((post) => prepare(teaching, post))
  const anchors = teaching.anchors.map((post) => prepare(teaching, post))
  let wanted = headNames.filter((head) => isTaught(head, teaching.posts, posts))
  const refused: HeadFigures[] = []
  while (wanted.length > 0) {
    const { figures, packed } = tryHeads(teaching, { posts, anchors, wanted })
    const better = figures.filter((one) => one.isBetter)
    if (better.length === wanted.length) {
      const version = createHash('sha256').update(bytesOf(packed)).digest('hex').slice(0, 8)
      const delta = openDelta(packed, { lang: teaching.model.lang, version })
      const spoken = posts.filter(({ isAgreed }) => !isAgreed).map(({ post }) => post)
      return { delta: packed, version, heads: [...figures, ...refused], words: wordsOf(delta, spoken, wanted) }
    }
    refused.push(...figures.filter((one) => !one.isBetter))
    wanted = better.map(({ head }) => head)
  }
  return { delta: undefined, version: '', heads: refused, words: [] }
}

type Prepared = {
  fold: number
  post: Weighable
  rating: number | undefined
  logits: Float64Array
  targets: Targets
  isAgreed: boolean
  /** By head, the class that is right, where one is known. */
  gold: Partial<Record<Head, string>>
}

function prepare({ model, brands }: Teaching, taught: TaughtPost): Prepared {
  const text = taught.title ? `${taught.title}\n${taught.text}` : taught.text
  const post = weighable(markBrands(tokenise(text), brands), model)
  const { rating } = taught
  const given = { model, post, rating }
  const { logits } = weighAll(given)
  const gold = taught.isAgreed ? classesSaid(judgeLearned(given)) : goldOf(taught.says)
  const targets = taught.isAgreed ? agreedTargets(gold) : spokenTargets(taught, { model, logits })
  return {
    fold: numberOf(text.toLowerCase()) % folds,
    ...{ post, rating, logits, targets, gold, isAgreed: taught.isAgreed },
  }
}

/** The class each head comes out at, as people are shown it. */
function classesSaid(judged: LearnedJudgement): Record<Head, string> {
  return {
    sentiment: judged.sentiment.class,
    intent: judged.intent.top,
    urgency: String(judged.urgency.urgency),
    anger: yes(judged.anger >= 0.5),
    sarcasm: yes(judged.sarcasm >= 0.5),
  }
}

const yes = (isSo: boolean): string => (isSo ? 'yes' : 'no')

function goldOf({ sentiment, intent, urgency, isAngry, isSarcastic }: Partial<Labels>): Prepared['gold'] {
  return {
    ...(sentiment && { sentiment }),
    ...(intent && { intent }),
    ...(urgency !== undefined && { urgency: String(urgency) }),
    ...(isAngry !== undefined && { anger: yes(isAngry) }),
    ...(isSarcastic !== undefined && { sarcasm: yes(isSarcastic) }),
  }
}

type Targets = Partial<Record<Head, readonly number[]>>

/** "Unsure" is agreed to by nobody. Urgency comes from rules too, so what stands there is not what the head said. */
function agreedTargets({ sentiment, intent, anger, sarcasm }: Prepared['gold']): Targets {
  const all = targetsOf({
    sentiment: (sentiment ?? 'neutral') as Labels['sentiment'],
    intent: (intent ?? 'other') as Labels['intent'],
    urgency: 0,
    isAngry: anger === 'yes',
    isSarcastic: sarcasm === 'yes',
  })
  return {
    ...(sentiment !== 'unsure' && { sentiment: all.sentiment }),
    ...(intent !== 'unsure' && { intent: all.intent }),
    ...{ anger: all.anger, sarcasm: all.sarcasm },
  }
}

function spokenTargets(
  { says, never }: TaughtPost,
  { model, logits }: { model: Model; logits: Float64Array },
): Targets {
  const all = targetsOf({
    sentiment: says.sentiment ?? 'neutral',
    intent: says.intent ?? 'other',
    urgency: says.urgency ?? 0,
    isAngry: says.isAngry ?? false,
    isSarcastic: says.isSarcastic ?? false,
  })
  const targets: Targets = {}
  for (const head of Object.keys(goldOf(says)) as Head[]) targets[head] = all[head]
  for (const head of ['sentiment', 'intent'] as const) {
    const not = never[head]
    if (not && !targets[head]) targets[head] = without(sharesOf(logits, head, model.temperature[head]), head, not)
  }
  return targets
}

/** What is left when one class is ruled out: the others, as likely among each other as before. */
function without(shares: readonly number[], head: Head, not: string): number[] {
  const left = shares.map((share, at) => (heads[head][at] === not ? 0 : share))
  const sum = left.reduce((all, share) => all + share, 0)
  return left.map((share) => share / (sum || 1))
}

function isTaught(head: Head, taught: readonly TaughtPost[], posts: readonly Prepared[]): boolean {
  const spoken = posts.filter(({ targets, isAgreed }) => !isAgreed && targets[head])
  const classes = new Set(posts.map(({ gold, targets }) => targets[head] && gold[head]).filter(Boolean))
  return taught.length > 0 && spoken.length >= correctionsLeast && classes.size >= classesLeast
}

type Trial = { posts: readonly Prepared[]; anchors: readonly Prepared[]; wanted: readonly Head[] }

function tryHeads(
  teaching: Teaching,
  { posts, anchors, wanted }: Trial,
): { figures: HeadFigures[]; packed: PackedDelta } {
  const { model } = teaching
  const anchorWeight = Math.max(posts.length, anchorsLeast) / Math.max(1, anchors.length)
  const learn = (from: readonly Prepared[]): PackedDelta =>
    learnDelta([...lessonsFrom(from, wanted, 1), ...lessonsFrom(anchors, wanted, anchorWeight)], model.temperature)
  const open = (packed: PackedDelta): Delta => openDelta(packed, { lang: model.lang, version: '' })
  const after = new Map<Prepared, Record<Head, string>>()
  for (let fold = 0; fold < folds; fold += 1) {
    const delta = open(learn(posts.filter((one) => one.fold !== fold)))
    for (const one of posts) if (one.fold === fold) after.set(one, classesSaid(judgeLearned({ model, ...one, delta })))
  }
  const packed = learn(posts)
  const before = new Map(posts.map((one) => [one, classesSaid(judgeLearned({ model, ...one }))]))
  const tested = testPosts(teaching)
  const delta = open(packed)
  const testBefore = new Map(tested.map((one) => [one, classesSaid(judgeLearned({ model, ...one }))]))
  const testAfter = new Map(tested.map((one) => [one, classesSaid(judgeLearned({ model, ...one, delta }))]))
  const figures = wanted.map((head): HeadFigures => {
    const asked = posts.filter(({ targets, gold }) => targets[head] && gold[head])
    const scores = {
      before: macroF1(head, asked, before),
      after: macroF1(head, asked, after),
      testBefore: macroF1(head, tested, testBefore),
      testAfter: macroF1(head, tested, testAfter),
    }
    const agreed = asked.filter(({ isAgreed }) => isAgreed).length
    const isBetter = scores.after > scores.before && scores.testAfter >= scores.testBefore - testLossMost
    return { head, corrections: asked.length - agreed, agreed, ...scores, isBetter }
  })
  return { figures, packed }
}

/** Only the wanted heads; a class that is rare counts a little more, by the root of how rare it is. */
function lessonsFrom(posts: readonly Prepared[], wanted: readonly Head[], times: number): Lesson[] {
  const evens = new Map(wanted.map((head) => [head, evenly(head, posts)]))
  return posts.map(({ post, logits, targets, gold, isAgreed }) => ({
    features: post.features,
    logits,
    targets: Object.fromEntries(
      wanted.flatMap((head) => {
        const shares = targets[head]
        const rarity = evens.get(head)?.(gold[head]) ?? 1
        return shares ? [[head, { shares, weight: (isAgreed ? agreedWeight : 1) * rarity * times }]] : []
      }),
    ),
  }))
}

function evenly(head: Head, posts: readonly Prepared[]): (gold: string | undefined) => number {
  const counts = new Map<string | undefined, number>()
  const asked = posts.filter(({ targets }) => targets[head])
  for (const { gold } of asked) counts.set(gold[head], (counts.get(gold[head]) ?? 0) + 1)
  return (gold) => Math.sqrt(asked.length / counts.size / (counts.get(gold) ?? 1))
}

function testPosts({ model, testSet }: Teaching): Pick<Prepared, 'post' | 'rating' | 'gold'>[] {
  return testSet.map(({ text, brand, labels }) => {
    const post = weighable(markBrands(tokenise(text), brand ? [brand] : []), model)
    // One of two strong feelings is right too often by chance: `triage:eval` leaves those out as well.
    const { sentiment, ...rest } = goldOf(labels)
    return { post, rating: undefined, gold: sentiment === 'mixed' ? rest : { ...rest, sentiment } }
  })
}

/** The mean of the F1 of the classes there are. */
function macroF1<One extends Pick<Prepared, 'gold'>>(
  head: Head,
  posts: readonly One[],
  said: ReadonlyMap<One, Record<Head, string>>,
): number {
  const pairs = posts
    .filter(({ gold }) => gold[head])
    .map((one) => ({ gold: one.gold[head], said: said.get(one)?.[head] }))
  const classes = [...new Set(pairs.map(({ gold }) => gold))]
  const f1 = (one: string | undefined): number => {
    const both = pairs.filter((pair) => pair.gold === one && pair.said === one).length
    const either = pairs.filter((pair) => pair.gold === one).length + pairs.filter((pair) => pair.said === one).length
    return either === 0 ? 0 : (2 * both) / either
  }
  return classes.length === 0 ? 0 : classes.reduce((sum, one) => sum + f1(one), 0) / classes.length
}

function bytesOf({ buckets, weights, bias }: PackedDelta): Buffer {
  const parts = [buckets, weights, bias].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))
  return Buffer.concat(parts)
}
