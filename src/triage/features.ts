import { hashMix, hashOf } from './hash.ts'
import type { ReadText, Token, TokenKind } from './tokenise.ts'
import type { Word } from './word.ts'

/** Buckets of hashed features. Two features may share one; with so many buckets that costs nearly nothing. */
const bucketBits = 16
export const bucketCount = 1 << bucketBits

/** Where a feature of this hash is counted. */
export function bucketOf(hash: number): number {
  return hash >>> (32 - bucketBits)
}

/**
 * What stands in a post, gathered by how much each counts. Words have length 1 together and letters a little less, however long
 * the post is. Letters are kept as words: what a model learned of a word and its letters it has to add up only once.
 */
export type Gathered = {
  /** Buckets of pairs, of words in their place, and of what is no word but stands among them; and the token each comes from. */
  words: readonly number[]
  wordTokens: readonly number[]
  wordValue: number
  /** Words, each by itself and by its letters. */
  spelled: readonly Word[]
  spelledTokens: readonly number[]
  letterValue: number
  /** Buckets of the shape of the whole. */
  shapes: readonly number[]
}

export const shapeValue = 0.35

/** Words of a language that turn what follows, and words that end the reach of a turn; folded. */
export type TurningWords = { negators: ReadonlySet<string>; contrasts: ReadonlySet<string> }

const wordsRead = 160
const negatedWithin = 3
const nearBrand = 3
const lettersLength = 0.7

/** Kinds of features; each has a number of its own in the hash. Letters are 3. */
const word = 1
const pair = 2
const negated = 4
const beside = 5
const opening = 6
const asked = 7
const shape = 8
const closing = 9
const lastly = 10
const turnedTo = 11

/** Words, pairs, letters within words, words under a "not", words beside the brand, openings, and the shape of the whole. */
export function gatherFeatures(read: ReadText, turning: TurningWords): Gathered {
  const gatherer = new Gatherer(read)
  const { tokens } = read
  let negatedUntil = -1
  for (let at = 0; at < gatherer.count; at += 1) {
    const token = tokens[at] as Token
    const hash = gatherer.name(token, at)
    if (token.kind !== 'word') continue
    const { folded } = token
    if (token.isAfterBreak || turning.contrasts.has(folded)) negatedUntil = -1
    if (at <= negatedUntil) gatherer.word(negated, hash, at)
    gatherer.place(token, turning.contrasts.has(folded), at)
    if (turning.negators.has(folded)) negatedUntil = at + negatedWithin
    gatherer.spell(token.word, at)
  }
  return gatherer.finish()
}

/** Where a word by itself is counted. */
export function wordBucket({ hash }: Word): number {
  return bucketOf(hashMix(word, hash))
}

class Gatherer {
  readonly count: number
  readonly #read: ReadText
  readonly #words: number[] = []
  readonly #wordTokens: number[] = []
  readonly #spelled: Word[] = []
  readonly #spelledTokens: number[] = []
  #letterCount = 0
  #before = 0
  #brandAt = -99
  #nextBrandAt = -1
  #turnedIn = -1
  readonly #lastSentence: number

  constructor(read: ReadText) {
    this.#read = read
    this.count = Math.min(read.tokens.length, wordsRead)
    this.#lastSentence = read.tokens.at(-1)?.sentence ?? 0
  }

  /** A word by itself, with the one before it in its sentence, as the first or the last, and beside the brand. */
  name(token: Token, at: number): number {
    const hash = nameHash(token)
    const { tokens, sentences } = this.#read
    const before = tokens[at - 1]?.sentence === token.sentence ? this.#before : 0
    if (token.kind !== 'word') this.word(word, hash, at)
    this.#push(hashMix(pair, hash, before), at)
    if (before === 0) this.word(sentences[token.sentence]?.isQuestion ? asked : opening, hash, at)
    if (at === tokens.length - 1) this.word(closing, hash, at)
    if (this.#isBesideBrand(token, at)) this.word(beside, hash, at)
    this.#before = hash
    return hash
  }

  word(kind: number, hash: number, token: number): void {
    this.#push(hashMix(kind, hash), token)
  }

  /** What a post ends with, and what stands after a "but", is what it comes to. */
  place({ sentence, word: { hash } }: Token, isContrast: boolean, at: number): void {
    if (sentence === this.#lastSentence && sentence > 0) this.word(lastly, hash, at)
    if (sentence === this.#turnedIn) this.word(turnedTo, hash, at)
    if (isContrast) this.#turnedIn = sentence
  }

  spell(spelled: Word, token: number): void {
    this.#spelled.push(spelled)
    this.#spelledTokens.push(token)
    this.#letterCount += spelled.letters.length
  }

  finish(): Gathered {
    return {
      words: this.#words,
      wordTokens: this.#wordTokens,
      wordValue: 1 / Math.sqrt(Math.max(1, this.#words.length + this.#spelled.length)),
      spelled: this.#spelled,
      spelledTokens: this.#spelledTokens,
      letterValue: lettersLength / Math.sqrt(Math.max(1, this.#letterCount)),
      shapes: shapesOf(this.#read, this.count),
    }
  }

  #push(hash: number, token: number): void {
    this.#words.push(bucketOf(hash))
    this.#wordTokens.push(token)
  }

  #isBesideBrand({ kind }: Token, at: number): boolean {
    if (kind === 'brand') this.#brandAt = at
    if (this.#nextBrandAt <= at) this.#nextBrandAt = this.#brandAfter(at)
    return at - this.#brandAt <= nearBrand || this.#nextBrandAt - at <= nearBrand
  }

  #brandAfter(at: number): number {
    for (let next = at + 1; next < this.count; next += 1) if (this.#read.tokens[next]?.kind === 'brand') return next
    return Number.POSITIVE_INFINITY
  }
}

const kindHashes: Readonly<Record<Exclude<TokenKind, 'word' | 'emoji'>, number>> = {
  number: hashOf('\u0001number'),
  mention: hashOf('\u0001mention'),
  url: hashOf('\u0001url'),
  brand: hashOf('\u0001brand'),
}

/** Names, numbers and addresses are one of their kind: nothing is learned about a brand or a link. */
function nameHash({ kind, word: { hash } }: Token): number {
  return kind === 'word' || kind === 'emoji' ? hash : kindHashes[kind]
}

const shapeNames = [
  ...(['question', 'ends as a question', 'exclamation', 'many exclamations', 'capitals', 'drawn out'] as const),
  ...(['tag', 'many tags', 'url', 'mention', 'brand', 'emoji', 'number'] as const),
] as const
type Shape = (typeof shapeNames)[number]

const shapeBuckets = Object.fromEntries(
  shapeNames.map((name) => [name, bucketOf(hashMix(shape, hashOf(name)))]),
) as Record<Shape, number>
const lengthBuckets = Array.from({ length: 8 }, (_, at) => bucketOf(hashMix(shape, hashOf(`length ${at}`))))

function shapesOf(read: ReadText, count: number): number[] {
  const { sentences } = read
  const seen = countShapes(read)
  const found: number[] = [lengthBuckets[Math.min(7, Math.floor(Math.log2(count + 1)))] as number]
  const say = (name: Shape): void => void found.push(shapeBuckets[name])
  if (seen.questions > 0) say('question')
  if (sentences.at(-1)?.isQuestion) say('ends as a question')
  if (seen.exclamations > 0) say(seen.exclamations > 2 ? 'many exclamations' : 'exclamation')
  if (seen.caps > 2 && seen.caps > 0.3 * count) say('capitals')
  if (seen.drawnOut > 0) say('drawn out')
  if (seen.tags > 0) say(seen.tags > 2 ? 'many tags' : 'tag')
  for (const kind of ['url', 'mention', 'brand', 'emoji', 'number'] as const) if (seen[kind] > 0) say(kind)
  return found
}

type Seen = Record<TokenKind | 'questions' | 'exclamations' | 'caps' | 'drawnOut' | 'tags', number>

function countShapes({ tokens, sentences }: ReadText): Seen {
  const seen: Seen = {
    ...{ word: 0, number: 0, emoji: 0, mention: 0, url: 0, brand: 0 },
    ...{ questions: 0, exclamations: 0, caps: 0, drawnOut: 0, tags: 0 },
  }
  for (const { kind, isCaps, isElongated, isTag } of tokens) {
    seen[kind] += 1
    if (isCaps) seen.caps += 1
    if (isElongated) seen.drawnOut += 1
    if (isTag) seen.tags += 1
  }
  for (const { isQuestion, exclamations } of sentences) {
    if (isQuestion) seen.questions += 1
    seen.exclamations += exclamations
  }
  return seen
}

/** The same as a row of numbers: `buckets[i]` with `values[i]`, and the token each comes from (`tokens[i]`, −1 for the shape of the whole). */
export type Features = { buckets: Uint16Array; values: Float64Array; tokens: Int16Array }

export function inARow(gathered: Gathered): Features {
  const { words, wordTokens, wordValue, spelled, spelledTokens, letterValue, shapes } = gathered
  const spelledCount = spelled.reduce((sum, { letters }) => sum + 1 + letters.length, 0)
  const row = new Row(words.length + spelledCount + shapes.length)
  for (const [at, bucket] of words.entries()) row.add(bucket, wordValue, wordTokens[at] as number)
  for (const [at, one] of spelled.entries()) {
    const token = spelledTokens[at] as number
    row.add(wordBucket(one), wordValue, token)
    for (const hash of one.letters) row.add(bucketOf(hash), letterValue, token)
  }
  for (const bucket of shapes) row.add(bucket, shapeValue, -1)
  return row
}

class Row implements Features {
  readonly buckets: Uint16Array
  readonly values: Float64Array
  readonly tokens: Int16Array
  #length = 0

  constructor(length: number) {
    this.buckets = new Uint16Array(length)
    this.values = new Float64Array(length)
    this.tokens = new Int16Array(length)
  }

  add(bucket: number, value: number, token: number): void {
    this.buckets[this.#length] = bucket
    this.values[this.#length] = value
    this.tokens[this.#length] = token
    this.#length += 1
  }
}
