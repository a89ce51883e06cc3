import { bucketCount, type Features } from './features.ts'
import { columnCount } from './heads.ts'
import { nowhere, type Pull } from './pull.ts'
import type { ReadText } from './tokenise.ts'
import type { Direction } from './weigh.ts'

/**
 * What one workspace taught by correcting, for one language: weights over the same hashed features as the model's, added to its
 * logits. Most buckets have none: `rowOf[bucket]` is −1, or the row of `columnCount` weights in `weights`.
 */
export type Delta = {
  lang: string
  /** Names the version, so that an assessment can say which corrections had a part in it. */
  version: string
  rowOf: Int32Array
  weights: Float32Array
  bias: Float32Array
}

/** As it is kept: the buckets that have weights, ascending, and a row of weights for each. */
export type PackedDelta = { buckets: Uint16Array; weights: Float32Array; bias: Float32Array }

export function openDelta({ buckets, weights, bias }: PackedDelta, name: { lang: string; version: string }): Delta {
  const rowOf = new Int32Array(bucketCount).fill(-1)
  buckets.forEach((bucket, row) => {
    rowOf[bucket] = row
  })
  return { ...name, rowOf, weights, bias }
}

/** Adds to the logits of a model what the corrections changed. */
export function addDelta(logits: Float64Array, delta: Delta, features: Features): void {
  addRows(logits, features, delta)
}

/** Without `rowOf` every bucket has its row, as while it is learned. */
type Rows = { rowOf: Int32Array | undefined; weights: Float32Array; bias: Float32Array }

export function addRows(logits: Float64Array, { buckets, values }: Features, { rowOf, weights, bias }: Rows): void {
  for (let column = 0; column < columnCount; column += 1)
    logits[column] = (logits[column] as number) + (bias[column] as number)
  for (let i = 0; i < buckets.length; i += 1) {
    const bucket = buckets[i] as number
    const row = rowOf ? (rowOf[bucket] as number) : bucket
    if (row < 0) continue
    const value = values[i] as number
    for (let column = 0; column < columnCount; column += 1)
      logits[column] = (logits[column] as number) + value * (weights[row * columnCount + column] as number)
  }
}

type Post = { read: ReadText; features: Features }

/** Where that comes from, by word: the weights add up to what `addDelta` adds in this direction. */
export function explainDelta(delta: Delta, { read, features }: Post, direction: Direction): Pull[] {
  const { sums, whole } = wordSums(delta, features, { direction, wordCount: read.tokens.length })
  const pulls: Pull[] = []
  sums.forEach((weight, at) => {
    if (weight !== 0) pulls.push({ code: 'corrected', weight, places: [at] })
  })
  if (whole !== 0) pulls.push({ code: 'corrections', weight: whole, places: nowhere })
  return pulls
}

/** What each word adds, and what the shape of the whole and the bias add together. */
function wordSums(
  { rowOf, weights, bias }: Delta,
  { buckets, values, tokens }: Features,
  { direction, wordCount }: { direction: Direction; wordCount: number },
): { sums: Float64Array; whole: number } {
  const sums = new Float64Array(wordCount)
  let whole = 0
  for (const [name, times = 0] of Object.entries(direction)) {
    const column = Number(name)
    whole += times * (bias[column] as number)
    for (let i = 0; i < buckets.length; i += 1) {
      const row = rowOf[buckets[i] as number] as number
      if (row < 0) continue
      const weight = times * (values[i] as number) * (weights[row * columnCount + column] as number)
      const at = tokens[i] as number
      if (at < 0) whole += weight
      else sums[at] = (sums[at] as number) + weight
    }
  }
  return { sums, whole }
}

/** As bytes: how many buckets, the bias, the rows, the buckets; little-endian as every machine is that runs this. */
export function packDelta({ buckets, weights, bias }: PackedDelta): Uint8Array {
  const parts = [Uint32Array.of(buckets.length), bias, weights, buckets]
  return Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)))
}

/** @throws where the bytes are of another version of the program: its columns mean something else. */
export function readDelta(packed: Uint8Array): PackedDelta {
  // A copy begins at a place that numbers of four bytes can be read from.
  const whole = new Uint8Array(packed).buffer
  const [count = 0] = new Uint32Array(whole, 0, 1)
  const rowsAt = 4 + 4 * columnCount
  const bucketsAt = rowsAt + 4 * columnCount * count
  if (whole.byteLength !== bucketsAt + 2 * count) throw new Error('These weights were made for another version.')
  return {
    bias: new Float32Array(whole, 4, columnCount),
    weights: new Float32Array(whole, rowsAt, columnCount * count),
    buckets: new Uint16Array(whole, bucketsAt, count),
  }
}
