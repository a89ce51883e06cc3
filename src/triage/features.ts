import type { ReadText, Token } from './tokenise.ts'

/** Buckets of hashed features. Two features may share one; with so many buckets that costs nearly nothing. */
export const bucketBits = 16
export const bucketCount = 1 << bucketBits

/**
 * What stands in a post, as numbers: `buckets[i]` with `values[i]`, and the token each comes from (`tokens[i]`, −1 for the shape
 * of the whole), so that every weight can be led back to words. Words have length 1 together and letters a
 * little less, however long the post is.
 */
export type Features = { buckets: readonly number[]; values: readonly number[]; tokens: readonly number[] }

/** Words of a language that turn what follows, and words that end the reach of a turn; folded. */
export type TurningWords = { negators: ReadonlySet<string>; contrasts: ReadonlySet<string> }

const lettersFrom = 2
const lettersTo = 4
const wordsRead = 160
const negatedWithin = 3
const nearBrand = 3
const shapeValue = 0.35
const lettersLength = 0.7

/** Kinds of features; each has a number of its own in the hash. */
const word = 1
const pair = 2
const letters = 3
const negated = 4
const beside = 5
const opening = 6
const asked = 7
const shape = 8
const closing = 9

/** Words, pairs, letters within words, words under a "not", words beside the brand, openings, and the shape of the whole. */
export function featuresOf(read: ReadText, words: TurningWords): Features {
  const gathered = new Gathered()
  const { tokens } = read
  const count = Math.min(tokens.length, wordsRead)
  let negatedUntil = -1
  let brandAt = -99
  for (let at = 0; at < count; at += 1) {
    const token = tokens[at] as Token
    const hash = gatherName(gathered, read, at)
    if (token.kind === 'brand') brandAt = at
    if (at - brandAt <= nearBrand || isBrandAhead(tokens, at, count)) gathered.word(mix(beside, hash), at)
    if (token.kind !== 'word') continue
    if (token.isAfterBreak || words.contrasts.has(token.folded)) negatedUntil = -1
    if (at <= negatedUntil) gathered.word(mix(negated, hash), at)
    if (words.negators.has(token.folded)) negatedUntil = at + negatedWithin
    gatherLetters(gathered, token.folded, at)
  }
  gatherShape(gathered, read, count)
  return gathered.finish()
}

/** A word by itself, with the one before it in its sentence, and as the first or the last. */
function gatherName(gathered: Gathered, { tokens, sentences }: ReadText, at: number): number {
  const token = tokens[at] as Token
  const last = tokens[at - 1]
  const hash = hashOf(nameOf(token))
  const before = last?.sentence === token.sentence ? hashOf(nameOf(last)) : 0
  gathered.word(mix(word, hash), at)
  gathered.word(mix(pair, hash, before), at)
  if (before === 0) gathered.word(mix(sentences[token.sentence]?.isQuestion ? asked : opening, hash), at)
  if (at === tokens.length - 1) gathered.word(mix(closing, hash), at)
  return hash
}

class Gathered {
  readonly #buckets: number[] = []
  readonly #values: number[] = []
  readonly #tokens: number[] = []
  readonly #isLetters: boolean[] = []
  #words = 0
  #letters = 0

  word(hash: number, token: number): void {
    this.#words += 1
    this.#push(hash, token, false)
  }

  letters(hash: number, token: number): void {
    this.#letters += 1
    this.#push(hash, token, true)
  }

  shape(hash: number): void {
    this.#push(hash, -1, false)
  }

  finish(): Features {
    const wordValue = 1 / Math.sqrt(Math.max(1, this.#words))
    const letterValue = lettersLength / Math.sqrt(Math.max(1, this.#letters))
    for (let i = 0; i < this.#tokens.length; i += 1)
      this.#values.push(this.#tokens[i] === -1 ? shapeValue : this.#isLetters[i] ? letterValue : wordValue)
    return { buckets: this.#buckets, values: this.#values, tokens: this.#tokens }
  }

  #push(hash: number, token: number, isLetters: boolean): void {
    this.#buckets.push(hash >>> (32 - bucketBits))
    this.#tokens.push(token)
    this.#isLetters.push(isLetters)
  }
}

/** Names, numbers and addresses are one of their kind: nothing is learned about a brand or a link. */
function nameOf(token: Token): string {
  switch (token.kind) {
    case 'word':
    case 'emoji':
      return token.folded
    default:
      return `\u0001${token.kind}`
  }
}

function isBrandAhead(tokens: readonly Token[], at: number, count: number): boolean {
  for (let next = at + 1; next <= at + nearBrand && next < count; next += 1)
    if (tokens[next]?.kind === 'brand') return true
  return false
}

function gatherLetters(gathered: Gathered, folded: string, token: number): void {
  const whole = `^${folded.length > 24 ? folded.slice(0, 24) : folded}$`
  for (let start = 0; start < whole.length - 1; start += 1) {
    let hash = seedOf(letters)
    const most = Math.min(lettersTo, whole.length - start)
    for (let length = 1; length <= most; length += 1) {
      hash = step(hash, whole.charCodeAt(start + length - 1))
      if (length >= lettersFrom) gathered.letters(finish(hash), token)
    }
  }
}

function gatherShape(gathered: Gathered, { tokens, sentences }: ReadText, count: number): void {
  const say = (name: string): void => gathered.shape(mix(shape, hashOf(name)))
  say(`length ${Math.min(7, Math.floor(Math.log2(count + 1)))}`)
  if (sentences.some((one) => one.isQuestion)) say('question')
  if (sentences.at(-1)?.isQuestion) say('ends as a question')
  const exclamations = sentences.reduce((sum, one) => sum + one.exclamations, 0)
  if (exclamations > 0) say(exclamations > 2 ? 'many exclamations' : 'exclamation')
  const caps = tokens.filter((token) => token.isCaps).length
  if (caps > 2 && caps > 0.3 * count) say('capitals')
  if (tokens.some((token) => token.isElongated)) say('drawn out')
  const tags = tokens.filter((token) => token.isTag).length
  if (tags > 0) say(tags > 2 ? 'many tags' : 'tag')
  for (const kind of ['url', 'mention', 'brand', 'emoji', 'number'] as const)
    if (tokens.some((token) => token.kind === kind)) say(kind)
}

/** FNV-1a over UTF-16 units, finished with the mixer of MurmurHash3: the highest bits choose the bucket. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i += 1) hash = step(hash, name.charCodeAt(i))
  return hash
}

function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

function seedOf(kind: number): number {
  return step(0x811c9dc5, kind)
}

function mix(kind: number, hash: number, other = 0): number {
  return finish(Math.imul(seedOf(kind) ^ hash, 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35))
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
