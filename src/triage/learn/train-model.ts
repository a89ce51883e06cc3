import { createHash } from 'node:crypto'
import { columnCount, columnOf, heads } from '#triage/heads.ts'
import { type Model, packModel } from '#triage/model.ts'
import { type Judged, shiftsFor, temperaturesFor } from './calibrate.ts'
import { companyOf } from './company-of.ts'
import { examplesOf } from './examples-of.ts'
import { numberOf } from './random.ts'
import type { Corpus } from './read-corpus.ts'
import { type Example, logitsOf, trainHeads, type Weights } from './train-heads.ts'

const folds = 3
/** Words of other subjects than the seeds' say less about the feeling than they seem to. */
const wordsTrust = 0.8
const int8Most = 127

/**
 * The model of one language from its seeds. What it says of seeds it did not learn from (in thirds, split by seed and not by
 * sentence) sets temperatures and the line for what must not be missed; then it learns from all.
 */
export function trainModel({ seeds, ...how }: Corpus): Model {
  const learned = seeds.map((seed) => ({
    fold: numberOf(seed.text) % folds,
    examples: examplesOf(seed, how),
  }))
  const judged = Array.from({ length: folds }, (_, fold) => judgeFold(learned, fold)).flat()
  const weights = trainHeads(
    learned.flatMap(({ examples }) => examples),
    folds,
  )
  for (const [column, shift] of shiftsFor(judged)) weights.bias[column] = (weights.bias[column] as number) + shift
  const model = {
    lang: how.lang,
    turning: how.turning,
    version: '',
    ...inBytes(weights),
    temperature: temperaturesFor(judged),
    company: companyOf(seeds.map(({ labels }) => labels)),
  }
  const version = createHash('sha256').update(packModel(model)).digest('hex').slice(0, 8)
  return { ...model, version }
}

type Learned = readonly { fold: number; examples: readonly Example[] }[]

function judgeFold(learned: Learned, fold: number): Judged[] {
  const weights = trainHeads(
    learned.filter((one) => one.fold !== fold).flatMap(({ examples }) => examples),
    fold,
  )
  return learned
    .filter((one) => one.fold === fold)
    .flatMap(({ examples: [first] }) =>
      first ? [{ logits: logitsOf(weights, first.features, first.signals), targets: first.targets }] : [],
    )
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
