import { hashFinish, hashSeed, hashStep } from './hash.ts'
import { NotedRows, type Word } from './word.ts'

/** What was learned of how languages are spelled. A weight is `hashed[bucket × languages + language] × scale`. */
export type LanguageModel = {
  languages: readonly string[]
  hashed: Int8Array
  scale: number
  bias: readonly number[]
  /** Divides the logits before they become shares. */
  temperature: number
}

const bucketBits = 15
export const languageBuckets = 1 << bucketBits
const groupTo = 4
const lettersMost = 24
const lettersKind = 21
const wordKind = 22

/** Groups of one to four letters of a word, its edges included, and the word itself: the bucket of each. */
export function spellingOf(word: string): Uint16Array {
  const whole = `^${word.length > lettersMost ? word.slice(0, lettersMost) : word}$`
  const buckets: number[] = []
  for (let from = 0; from < whole.length; from += 1) {
    let hash = hashSeed(lettersKind)
    const most = Math.min(groupTo, whole.length - from)
    for (let length = 1; length <= most; length += 1) {
      hash = hashStep(hash, whole.charCodeAt(from + length - 1))
      buckets.push(hashFinish(hash) >>> (32 - bucketBits))
    }
  }
  let hash = hashSeed(wordKind)
  for (let at = 0; at < whole.length; at += 1) hash = hashStep(hash, whole.charCodeAt(at))
  buckets.push(hashFinish(hash) >>> (32 - bucketBits))
  return Uint16Array.from(buckets)
}

export class LanguageReader {
  readonly #model: LanguageModel
  /** Room to add up in. */
  readonly #sums: Float64Array
  /** What a word says of each language, and last how many groups of letters it has. */
  readonly #said: NotedRows

  constructor(model: LanguageModel) {
    this.#model = model
    this.#sums = new Float64Array(model.languages.length)
    this.#said = new NotedRows(model.languages.length + 1, ({ lower }, into) => this.#read(lower, into))
  }

  get languages(): readonly string[] {
    return this.#model.languages
  }

  /** How much these words look like each language, as logits; they hold until the next call. */
  logitsOf(words: readonly Word[]): Float64Array {
    const { scale, bias, temperature } = this.#model
    const sums = this.#sums.fill(0)
    const { rows } = this.#said
    let groups = 0
    for (let i = 0; i < words.length; i += 1) {
      const from = this.#said.of(words[i] as Word)
      for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) + (rows[from + at] as number)
      groups += rows[from + sums.length] as number
    }
    const value = groups === 0 ? 0 : scale / Math.sqrt(groups)
    for (let at = 0; at < sums.length; at += 1)
      sums[at] = ((sums[at] as number) * value + (bias[at] as number)) / temperature
    return sums
  }

  #read(word: string, into: Int16Array): void {
    const { languages, hashed } = this.#model
    const count = languages.length
    const buckets = spellingOf(word)
    for (const bucket of buckets)
      for (let at = 0; at < count; at += 1) into[at] = (into[at] as number) + (hashed[bucket * count + at] as number)
    into[count] = buckets.length
  }
}

type Header = Omit<LanguageModel, 'hashed'>

/** A line of JSON, then the weights. */
export function packLanguages({ hashed, ...header }: LanguageModel): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), Buffer.from(hashed.buffer, hashed.byteOffset)])
}

export function readLanguages(packed: Uint8Array): LanguageModel {
  const lineEnd = packed.indexOf(10)
  const header = JSON.parse(new TextDecoder().decode(packed.subarray(0, lineEnd))) as Header
  const hashed = new Int8Array(new Uint8Array(packed.subarray(lineEnd + 1)).buffer)
  if (hashed.length !== languageBuckets * header.languages.length)
    throw new Error('The weights of languages were made for another version; run npm run triage:train.')
  return { ...header, hashed }
}
