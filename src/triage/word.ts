import { foldWord, isElongated } from './fold.ts'
import { hashFinish, hashOf, hashSeed, hashStep } from './hash.ts'
import { Memory } from './memory.ts'

/** Words remembered: a few thousand make up nearly everything that is written. */
const wordsMost = 16_000
/** Letters of a word that are read. */
const lettersMost = 24
const groupFrom = 2
const groupTo = 4
const lettersKind = 3

/** A word as it was written, read once: whatever its spelling alone says. */
export type Word = {
  /** As it is looked up. */
  readonly folded: string
  /** As it is spelled, whatever its capitals. */
  readonly lower: string
  readonly isCaps: boolean
  readonly isElongated: boolean
  readonly hash: number
  /** The hashes of its groups of two to four letters, its edges included. */
  readonly letters: readonly number[]
  /** Its place in what others note about words; two words may have one number. */
  readonly number: number
}

const words = new Memory<string, Word>(wordsMost, (raw) => ({
  folded: foldWord(raw),
  lower: raw.toLowerCase(),
  isCaps: raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
  isElongated: isElongated(raw),
  hash: hashOf(foldWord(raw)),
  letters: lettersOf(foldWord(raw)),
  number: nextNumber(),
}))

const emojis = new Memory<string, Word>(wordsMost, (raw) => signOf(raw.replace(/\uFE0F|\p{EMod}/gu, '')))

/** The word of these characters; the same object for the same characters, as long as it is remembered. */
export function wordOf(raw: string): Word {
  return words.of(raw)
}

export function emojiOf(raw: string): Word {
  return emojis.of(raw)
}

/** What has no spelling of its own: an emoji, a number, an address. */
export function signOf(folded: string): Word {
  return {
    folded,
    lower: folded,
    isCaps: false,
    isElongated: false,
    hash: hashOf(folded),
    letters: noLetters,
    number: nextNumber(),
  }
}

/** So many words are noted at once: as many as are remembered. */
const numbersMost = 2 * wordsMost
let numbersGiven = 0

function nextNumber(): number {
  numbersGiven = (numbersGiven + 1) % numbersMost
  return numbersGiven
}

/** What one reader makes of words, worked out once. Of two words of one number the one that was read last is noted. */
export class Notes<Value> {
  readonly #workOut: (word: Word) => Value
  readonly #words: (Word | undefined)[] = []
  readonly #values: Value[] = []

  constructor(workOut: (word: Word) => Value) {
    this.#workOut = workOut
  }

  of(word: Word): Value {
    const { number } = word
    if (this.#words[number] !== word) {
      this.#words[number] = word
      this.#values[number] = this.#workOut(word)
    }
    return this.#values[number] as Value
  }
}

/** Notes that are a row of whole numbers each, side by side in one table. */
export class NotedRows {
  readonly width: number
  readonly rows: Int16Array
  readonly #workOut: (word: Word, into: Int16Array) => void
  readonly #words: (Word | undefined)[] = []

  constructor(width: number, workOut: (word: Word, into: Int16Array) => void) {
    this.width = width
    this.rows = new Int16Array(numbersMost * width)
    this.#workOut = workOut
  }

  /** Where the row of a word begins in `rows`; it holds until the next question. */
  of(word: Word): number {
    const from = word.number * this.width
    if (this.#words[word.number] !== word) {
      this.#words[word.number] = word
      this.#workOut(word, this.rows.subarray(from, from + this.width).fill(0))
    }
    return from
  }
}

const noLetters: readonly number[] = []

function lettersOf(folded: string): number[] {
  const whole = `^${folded.length > lettersMost ? folded.slice(0, lettersMost) : folded}$`
  const hashes: number[] = []
  for (let from = 0; from < whole.length - 1; from += 1) {
    let hash = hashSeed(lettersKind)
    const most = Math.min(groupTo, whole.length - from)
    for (let length = 1; length <= most; length += 1) {
      hash = hashStep(hash, whole.charCodeAt(from + length - 1))
      if (length >= groupFrom) hashes.push(hashFinish(hash))
    }
  }
  return hashes
}
