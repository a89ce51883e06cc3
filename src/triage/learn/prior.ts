import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bucketCount } from '#triage/features.ts'
import { columnCount, columnOf } from '#triage/heads.ts'
import { type Reading, readPost } from '#triage/read-post.ts'
import { signalCount } from '#triage/signals.ts'
import type { OpenLine } from './read-open-sets.ts'
import { type Prior, trainOnce } from './train-heads.ts'

/** Of these heads only: the sets know nothing of what customers want. */
const columns = [columnOf.sentiment, columnOf.sentiment + 1, columnOf.sentiment + 2, columnOf.anger]
/**
 * How much of it we begin with. What films and forums say of a word is not quite what customers mean by it: chosen by what the models
 * say of whole messages of ours that they were not learned from, and of such sentences.
 */
const trust = 0.5
const int8Most = 127

const folder = join(import.meta.dirname, '..', '..', '..', 'corpus', 'prior')
export const priorPath = (lang: string): string => join(folder, `${lang}.prior`)

/** What words say of feelings wherever they stand, before a seed was read: learned from sentences that others labelled. The same lines give the same bytes. */
export function trainPrior(lines: readonly OpenLine[], reading: Reading): Uint8Array {
  const examples = lines.map(({ text, targets }) => {
    const { features, signals } = readPost(text, [], reading)
    return { features, signals, targets, weight: 1 }
  })
  // Once: of ninety thousand sentences the last ones move little.
  return pack(trainOnce(examples, { seed: 1 }))
}

/** Scales, then a row of bytes for each column, then one for each column's signals. */
function pack({ hashed, signals }: Prior): Uint8Array {
  const rows = columns.flatMap((column) => [
    columnIn(hashed, column, bucketCount),
    columnIn(signals, column, signalCount),
  ])
  const scales = Float32Array.from(
    rows,
    (row) => row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / int8Most,
  )
  const bytes = rows.map((row, at) => Int8Array.from(row, (weight) => Math.round(weight / (scales[at] || 1))))
  return Buffer.concat([scales, ...bytes].map((part) => new Uint8Array(part.buffer)))
}

function columnIn(weights: Float32Array, column: number, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, row) => weights[row * columnCount + column] as number)
}

/** Undefined for a language that begins at zero. */
export function readPrior(lang: string): Prior | undefined {
  return existsSync(priorPath(lang)) ? unpackPrior(readFileSync(priorPath(lang))) : undefined
}

/** @throws where the bytes are of another version of the program: their rows mean something else. */
export function unpackPrior(bytesOfPrior: Uint8Array): Prior {
  const packed = new Uint8Array(bytesOfPrior)
  if (packed.length !== columns.length * (8 + bucketCount + signalCount))
    throw new Error('This prior was made for another version; run npm run triage:train -- --priors.')
  const scales = new Float32Array(packed.buffer, 0, 2 * columns.length)
  const bytes = new Int8Array(packed.buffer, scales.byteLength)
  const prior: Prior = {
    hashed: new Float32Array(bucketCount * columnCount),
    signals: new Float32Array(signalCount * columnCount),
  }
  let at = 0
  for (const [nth, column] of columns.entries()) {
    for (const [part, weights, count] of [
      [0, prior.hashed, bucketCount],
      [1, prior.signals, signalCount],
    ] as const) {
      const scale = trust * (scales[2 * nth + part] as number)
      for (let row = 0; row < count; row += 1) weights[row * columnCount + column] = scale * (bytes[at++] as number)
    }
  }
  return prior
}
