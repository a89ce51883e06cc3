import { type LanguageModel, languageBuckets, spellingOf } from '#triage/language-model.ts'
import { tokenise } from '#triage/tokenise.ts'
import { type LanguageTexts, readLanguageTexts, toldApart } from './language-texts.ts'
import { numberOf, type Random, randomFrom } from './random.ts'

/** Snippets of each source per language, and how many words they have: posts are short. */
const snippetsOf = { declaration: 900, words: 300, lines: 1_000 } as const
/** Lines that are learned whole; of Dutch there are thousands, and they must not drown the others. */
const linesMost = 1_200
const wordsInSnippet = [1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 12, 16] as const
const wordsInList = 3

const epochs = 5
const learningRate = 0.25
const errorLeast = 0.003
const int8Most = 127
/** Shares that are a little less sure than what was learned by heart. */
const temperature = 1

type Snippet = { language: number; buckets: Uint16Array }

/** Which language is spelled how: a softmax over all of them, learned as the heads of triage are. The same texts give the same bytes. */
export function trainLanguages(languages: readonly string[] = toldApart): LanguageModel {
  const snippets = languages.flatMap((lang, language) =>
    snippetsFrom(readLanguageTexts(lang)).map((words) => ({ language, buckets: bucketsOf(words) })),
  )
  const trainer = new Trainer(languages.length)
  const order = Uint32Array.from(snippets, (_, at) => at)
  const random = randomFrom(snippets.length)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    random.shuffle(order)
    for (const at of order) trainer.learn(snippets[at] as Snippet)
  }
  return { languages, ...trainer.inBytes(), temperature }
}

function snippetsFrom({ lang, declaration, lines, words }: LanguageTexts): string[][] {
  const random = randomFrom(numberOf(lang))
  const read = wordsOf(declaration)
  const said = lines.map(wordsOf).filter((one) => one.length > 0)
  const times = (count: number, make: () => string[]): string[][] => Array.from({ length: count }, make)
  return [
    ...times(read.length === 0 ? 0 : snippetsOf.declaration, () => windowOf(read, random)),
    ...times(words.length === 0 ? 0 : snippetsOf.words, () => {
      const count = 1 + Math.floor(random.next() * wordsInList)
      return Array.from({ length: count }, () => random.pick(words)).flatMap(wordsOf)
    }),
    ...said.slice(0, linesMost),
    ...times(said.length === 0 ? 0 : snippetsOf.lines, () => windowOf(random.pick(said), random)),
  ]
}

/** Words as a post has them: in lower case, without numbers, names of people and addresses. */
function wordsOf(text: string): string[] {
  const parts = text.match(/[\s\S]{1,4000}/gu) ?? []
  return parts.flatMap((part) =>
    tokenise(part).tokens.flatMap(({ kind, word }) => (kind === 'word' ? [word.lower] : [])),
  )
}

function windowOf(words: readonly string[], random: Random): string[] {
  const count = random.pick(wordsInSnippet)
  const from = Math.floor(random.next() * Math.max(1, words.length - count + 1))
  return words.slice(from, from + count)
}

function bucketsOf(words: readonly string[]): Uint16Array {
  return Uint16Array.from(words.flatMap((word) => [...spellingOf(word)]))
}

class Trainer {
  readonly #count: number
  readonly #weights: Float32Array
  readonly #seen: Float32Array
  readonly #bias: Float64Array
  readonly #shares: Float64Array

  constructor(count: number) {
    this.#count = count
    this.#weights = new Float32Array(languageBuckets * count)
    this.#seen = new Float32Array(languageBuckets * count)
    this.#bias = new Float64Array(count)
    this.#shares = new Float64Array(count)
  }

  learn({ language, buckets }: Snippet): void {
    const shares = this.#shares
    const value = 1 / Math.sqrt(Math.max(1, buckets.length))
    this.#share(buckets, value)
    shares[language] = (shares[language] as number) - 1
    for (let at = 0; at < this.#count; at += 1) {
      const error = shares[at] as number
      if (Math.abs(error) < errorLeast) continue
      this.#bias[at] = (this.#bias[at] as number) - 0.01 * error
      for (let i = 0; i < buckets.length; i += 1)
        this.#descend((buckets[i] as number) * this.#count + at, error * value)
    }
  }

  /** Leaves in `#shares` how likely each language is, by what was learned so far. */
  #share(buckets: Uint16Array, value: number): void {
    const [shares, weights, count] = [this.#shares, this.#weights, this.#count]
    shares.fill(0)
    for (let i = 0; i < buckets.length; i += 1) {
      const row = (buckets[i] as number) * count
      for (let at = 0; at < count; at += 1) shares[at] = (shares[at] as number) + (weights[row + at] as number)
    }
    let total = 0
    for (let at = 0; at < count; at += 1) {
      const share = Math.exp((shares[at] as number) * value + (this.#bias[at] as number))
      shares[at] = share
      total += share
    }
    for (let at = 0; at < count; at += 1) shares[at] = (shares[at] as number) / total
  }

  #descend(at: number, slope: number): void {
    const sum = (this.#seen[at] as number) + slope * slope
    this.#seen[at] = sum
    this.#weights[at] = (this.#weights[at] as number) - (learningRate * slope) / (Math.sqrt(sum) + 1e-6)
  }

  /** One byte each; a few weights beyond the range are cut off. */
  inBytes(): Pick<LanguageModel, 'hashed' | 'scale' | 'bias'> {
    const most = this.#weights.reduce((highest, weight) => Math.max(highest, Math.abs(weight)), 0)
    const scale = most / int8Most
    const hashed = Int8Array.from(this.#weights, (weight) => Math.round(weight / scale))
    return { hashed, scale, bias: Array.from(this.#bias, (one) => Math.round(one * 1e4) / 1e4) }
  }
}
