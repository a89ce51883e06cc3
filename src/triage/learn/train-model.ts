import { createHash } from 'node:crypto'
import { columnCount, columnOf, heads } from '#triage/heads.ts'
import { type Model, packModel } from '#triage/model.ts'
import { readPost } from '#triage/read-post.ts'
import type { Weighable } from '#triage/weigh.ts'
import { type Judged, linesFor, shiftsFor, temperaturesFor } from './calibrate.ts'
import { companyOf } from './company-of.ts'
import { examplesOf } from './examples-of.ts'
import { numberOf } from './random.ts'
import type { Corpus } from './read-corpus.ts'
import type { Seed } from './read-seeds.ts'
import { type Example, logitsOf, type Prior, trainHeads, type Weights } from './train-heads.ts'

const folds = 3
/** Words of other subjects than the seeds' say less about the feeling than they seem to. */
const wordsTrust = 0.8
const int8Most = 127

/**
 * The model of one language from its seeds and whole messages. What it says of those it did not learn from (in thirds, split by seed
 * and not by sentence) sets the line for what must not be missed, and what it says of whole messages sets the temperatures; then it
 * learns from all.
 */
export function trainModel({ seeds, whole, ...how }: Corpus): Model {
  const all = [...seeds, ...whole]
  const balance = balanceOf(all)
  const learned = all.map((seed) => learnedFrom(seed, { ...how, balance }, whole.includes(seed)))
  const judged = judgeUnseen(learned, how.prior)
  const weights = trainHeads(
    learned.flatMap(({ examples }) => examples),
    { seed: folds, prior: how.prior },
  )
  for (const [column, shift] of shiftsFor(judged)) {
    weights.bias[column] = (weights.bias[column] as number) + shift
    for (const { logits } of judged) logits[column] = (logits[column] as number) + shift
  }
  const company = companyOf(learned.map(({ seed }) => seed.labels))
  const temperature = temperaturesFor(judged, company)
  const model = {
    lang: how.lang,
    turning: how.turning,
    version: '',
    ...inBytes(weights),
    temperature,
    line: linesFor(judged, temperature),
    company,
  }
  const version = createHash('sha256').update(packModel(model)).digest('hex').slice(0, 8)
  return { ...model, version }
}

/** Seeds of a rare intent count more, of a frequent one less, within these bounds: complaints are many, and would be heard everywhere. */
const balanceBounds = { least: 0.5, most: 2 } as const

function balanceOf(seeds: readonly Seed[]): (intent: Seed['labels']['intent']) => number {
  const counts = new Map<string, number>()
  for (const { labels } of seeds) counts.set(labels.intent, (counts.get(labels.intent) ?? 0) + 1)
  const even = seeds.length / counts.size
  return (intent) => {
    const factor = Math.sqrt(even / (counts.get(intent) ?? even))
    return Math.min(balanceBounds.most, Math.max(balanceBounds.least, factor))
  }
}

type How = Omit<Corpus, 'seeds' | 'whole'> & { balance: ReturnType<typeof balanceOf> }
type Learned = { seed: Seed; fold: number; examples: readonly Example[]; post: Weighable | undefined }

/** A whole message is also kept as it is, to be judged as it will be. */
function learnedFrom(seed: Seed, how: How, isWhole: boolean): Learned {
  return {
    seed,
    fold: numberOf(seed.text) % folds,
    examples: examplesOf(seed, how).map((one) => ({ ...one, weight: one.weight * how.balance(seed.labels.intent) })),
    post: isWhole ? readPost(seed.text, seed.brand ? [seed.brand] : [], how) : undefined,
  }
}

function judgeUnseen(learned: readonly Learned[], prior: Prior | undefined): Judged[] {
  return Array.from({ length: folds }, (_, fold) => judgeFold(learned, fold, prior)).flat()
}

function judgeFold(learned: readonly Learned[], fold: number, prior: Prior | undefined): Judged[] {
  const weights = trainHeads(
    learned.filter((one) => one.fold !== fold).flatMap(({ examples }) => examples),
    { seed: fold, prior },
  )
  trustWordsLess(weights.hashed)
  return learned
    .filter((one) => one.fold === fold)
    .flatMap(({ examples: [first], post }) => {
      if (!first) return []
      const seen = post ?? first
      return [{ logits: logitsOf(weights, seen.features, seen.signals), targets: first.targets, post }]
    })
}

function trustWordsLess(hashed: Float32Array): void {
  for (let row = columnOf.sentiment; row < hashed.length; row += columnCount)
    for (let at = row; at < row + heads.sentiment.length; at += 1) hashed[at] = (hashed[at] as number) * wordsTrust
}

/** Of a hundred thousand weights most are tiny: one byte each, with a scale for each column. */
function inBytes({ hashed, signals, bias }: Weights): Pick<Model, 'hashed' | 'scales' | 'signals' | 'bias'> {
  const scales = new Float32Array(columnCount)
  hashed.forEach((weight, at) => {
    const column = at % columnCount
    scales[column] = Math.max(scales[column] as number, Math.abs(weight) / int8Most)
  })
  const rounded = Int8Array.from(hashed, (weight, at) =>
    Math.round(weight / ((scales[at % columnCount] as number) || 1)),
  )
  heads.sentiment.forEach((_, at) => {
    const column = columnOf.sentiment + at
    scales[column] = (scales[column] as number) * wordsTrust
  })
  return { hashed: rounded, scales, signals, bias: Float32Array.from(bias) }
}
