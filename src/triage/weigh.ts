import { bucketOf, type Features, type Gathered, shapeValue, wordBucket } from './features.ts'
import { columnCount, columnOf, type Head, heads } from './heads.ts'
import type { RuleJudgement } from './judge-by-rules.ts'
import type { Model } from './model.ts'
import { nowhere, type Pull, sumOf } from './pull.ts'
import { signalCount, signalPulls } from './signals.ts'
import type { ReadText } from './tokenise.ts'
import { NotedRows, type Word } from './word.ts'

/** A post ready to be weighed. */
export type Weighable = {
  read: ReadText
  gathered: Gathered
  /** The same in a row; made when somebody asks. */
  readonly features: Features
  signals: Float64Array
  /** What the rules found behind each signal. */
  rules: RuleJudgement
}

/** The logits of all columns. */
export function weigh(model: Model, { gathered, signals }: Pick<Weighable, 'gathered' | 'signals'>): Float64Array {
  addRows(wordSums.fill(0), model.hashed, gathered.words)
  addRows(shapeSums.fill(0), model.hashed, gathered.shapes)
  addSpelled(model, gathered.spelled)
  const logits = new Float64Array(columnCount)
  for (let column = 0; column < columnCount; column += 1) {
    const sum =
      gathered.wordValue * (wordSums[column] as number) +
      gathered.letterValue * (letterSums[column] as number) +
      shapeValue * (shapeSums[column] as number)
    logits[column] = sum * (model.scales[column] as number) + (model.bias[column] as number)
  }
  addFindings(logits, model.signals, signals)
  return logits
}

/** Room to add up in, of no meaning between two posts: making it anew each time took longer than adding. */
const [wordSums, shapeSums, letterSums] = [
  new Int32Array(columnCount),
  new Int32Array(columnCount),
  new Int32Array(columnCount),
]

/** Rounded weights are whole numbers: they are added up as such, and multiplied once. */
function addRows(sums: Int32Array | Int16Array, hashed: Int8Array, buckets: readonly number[]): void {
  for (let i = 0; i < buckets.length; i += 1) {
    const row = (buckets[i] as number) * columnCount
    for (let column = 0; column < columnCount; column += 1)
      sums[column] = (sums[column] as number) + (hashed[row + column] as number)
  }
}

function addSpelled(model: Model, spelled: readonly Word[]): void {
  const learned = learnedOfWords(model)
  const { rows } = learned
  letterSums.fill(0)
  for (let i = 0; i < spelled.length; i += 1) {
    const from = learned.of(spelled[i] as Word)
    for (let column = 0; column < columnCount; column += 1) {
      wordSums[column] = (wordSums[column] as number) + (rows[from + column] as number)
      letterSums[column] = (letterSums[column] as number) + (rows[from + columnCount + column] as number)
    }
  }
}

const learnedNotes = new WeakMap<Model, NotedRows>()

/** What a model learned of a word by itself, and then of its letters: looked up and added up once a word. */
function learnedOfWords(model: Model): NotedRows {
  const known = learnedNotes.get(model)
  if (known) return known
  const fresh = new NotedRows(2 * columnCount, (word, into) => {
    addRows(into.subarray(0, columnCount), model.hashed, [wordBucket(word)])
    addRows(into.subarray(columnCount), model.hashed, word.letters.map(bucketOf))
  })
  learnedNotes.set(model, fresh)
  return fresh
}

/** Adds to the logits what stands in a post, by weights that are still being learned. */
export function addFeatures(logits: Float64Array, hashed: Int8Array | Float32Array, features: Features): void {
  const { buckets, values } = features
  for (let i = 0; i < buckets.length; i += 1) {
    const row = (buckets[i] as number) * columnCount
    const value = values[i] as number
    for (let column = 0; column < columnCount; column += 1)
      logits[column] = (logits[column] as number) + value * (hashed[row + column] as number)
  }
}

/** Adds to the logits what the rules found. */
export function addFindings(logits: Float64Array, weights: Float32Array, signals: Float64Array): void {
  for (let signal = 0; signal < signalCount; signal += 1) {
    const value = signals[signal] as number
    if (value === 0) continue
    for (let column = 0; column < columnCount; column += 1)
      logits[column] = (logits[column] as number) + value * (weights[signal * columnCount + column] as number)
  }
}

/** How much each column counts in what is explained: one logit, or one minus another. */
export type Direction = Readonly<Partial<Record<number, number>>>

/**
 * Where a logit, or a difference of two, comes from: for every word the sum of all that was learned about it in its place, for every
 * finding of the rules its share, the shape of the whole, and where it starts. The weights add up to the logit itself. What two
 * signals say with one finding stands there twice.
 */
export function explain(model: Model, post: Weighable, direction: Direction): Pull[] {
  const columns = Object.keys(direction).map(Number)
  const times = columns.map((column) => direction[column] ?? 0)
  let bias = 0
  for (let i = 0; i < columns.length; i += 1)
    bias += (times[i] as number) * (model.bias[columns[i] as number] as number)
  const pulls: Pull[] = [{ code: 'bias', weight: bias, places: nowhere }]
  addWords(pulls, model, post, { columns, times })
  addSignals(pulls, model, post, { columns, times })
  return pulls
}

type Columns = { columns: readonly number[]; times: readonly number[] }

function addWords(
  pulls: Pull[],
  { hashed, scales }: Model,
  { read, features }: Weighable,
  { columns, times }: Columns,
) {
  const { buckets, values, tokens } = features
  // The last place is that of the whole.
  const sums = new Float64Array(read.tokens.length + 1)
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as number
    const scale = (times[at] as number) * (scales[column] as number)
    for (let i = 0; i < buckets.length; i += 1) {
      const token = tokens[i] as number
      const place = token < 0 ? sums.length - 1 : token
      const weight = hashed[(buckets[i] as number) * columnCount + column] as number
      if (weight !== 0) sums[place] = (sums[place] as number) + weight * (values[i] as number) * scale
    }
  }
  for (let place = 0; place < sums.length; place += 1) {
    const weight = sums[place] as number
    const token = read.tokens[place]
    if (weight === 0) continue
    pulls.push(token ? { code: 'learned', weight, places: [place] } : { code: 'shape', weight, places: nowhere })
  }
}

function addSignals(into: Pull[], model: Model, { signals, rules }: Weighable, { columns, times }: Columns) {
  const pulls = signalPulls(rules)
  for (let signal = 0; signal < signalCount; signal += 1) {
    const value = signals[signal] as number
    if (value === 0) continue
    let whole = 0
    for (let i = 0; i < columns.length; i += 1)
      whole += (times[i] as number) * (model.signals[signal * columnCount + (columns[i] as number)] as number)
    const of = pulls[signal] ?? []
    const share = (value * whole) / sumOf(of)
    for (const pull of of) into.push({ ...pull, weight: pull.weight * share })
  }
}

/** One class of a head. */
export function columnFor(head: Head, one: string): number {
  const at = (heads[head] as readonly string[]).indexOf(one)
  if (at < 0) throw new Error(`“${one}” is no class of ${head}.`)
  return columnOf[head] + at
}

/** Shares of the classes of one head: they add up to 1, except where a head has one class only. */
export function sharesOf(logits: Float64Array, head: Head, temperature = 1): number[] {
  const first = columnOf[head]
  const count = heads[head].length
  if (count === 1) return [1 / (1 + Math.exp(-(logits[first] as number) / temperature))]
  let highest = Number.NEGATIVE_INFINITY
  for (let at = 0; at < count; at += 1) highest = Math.max(highest, logits[first + at] as number)
  const raised: number[] = []
  let total = 0
  for (let at = 0; at < count; at += 1) {
    const share = Math.exp(((logits[first + at] as number) - highest) / temperature)
    raised.push(share)
    total += share
  }
  return raised.map((share) => share / total)
}
