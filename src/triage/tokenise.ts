import { foldWord } from './fold.ts'
import { emojiOf, signOf, type Word, wordOf } from './word.ts'

/** More words than this are not read: the gist of an article stands at its start, and the work stays bounded. */
export const tokensMax = 600

export type TokenKind = 'word' | 'number' | 'emoji' | 'mention' | 'url' | 'brand'

export type Token = {
  kind: TokenKind
  start: number
  end: number
  /** As it is looked up. */
  folded: string
  word: Word
  /** Which sentence it stands in, from 0. */
  sentence: number
  isCaps: boolean
  isElongated: boolean
  isTag: boolean
  /** A comma, colon, dash or bracket stands before it: the reach of a "not" ends there. */
  isAfterBreak: boolean
}

export type Sentence = { isQuestion: boolean; exclamations: number; start: number; end: number }

/** One post, read once; every judgement below works on this. */
export type ReadText = {
  text: string
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  /** Whether anybody said whose names to look for. */
  hasBrand: boolean
}

const piece = new RegExp(
  [
    String.raw`(?<url>https?:\/\/\S+|www\.\S+)`,
    String.raw`(?<mail>[\w.+-]+@[\w-]+\.[\w.]+)`,
    String.raw`(?<mention>@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\w.-]+\w)?)`,
    String.raw`(?<tag>#[\p{L}\p{N}_]+)`,
    String.raw`(?<emoticon>(?<![\p{L}\p{N}])(?:>?[:;=]['’]?-?[)(DPp|\/\\3oO]+|<\/?3|[xX]D)(?![\p{L}\p{N}]))`,
    String.raw`(?<emoji>\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod})*(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{EMod})*)*)`,
    String.raw`(?<number>[€$£]?\d+(?:[.,:]\d+)*(?:e|x|%|€|k|u|m|km|min)?(?![\p{L}\p{N}]))`,
    String.raw`(?<word>[\p{L}\p{N}\p{M}]+(?:[’'‘´-][\p{L}\p{N}\p{M}]+)*|['’][tmsnkr](?![\p{L}\p{N}]))`,
    String.raw`(?<end>[.!?…‽]+|\n+)`,
    String.raw`(?<pause>[,;:()"“”«»/|–—•]|\s-\s)`,
  ].join('|'),
  'uy',
)

/** Words, emoji, mentions and links with their place, in sentences. Pure; the same text gives the same tokens. */
export function tokenise(text: string): ReadText {
  const reader = new Reader(text)
  let at = 0
  while (at < text.length && reader.tokens.length < tokensMax) {
    const code = text.charCodeAt(at)
    if (code === space && text.charCodeAt(at + 1) !== dash) at += 1
    else at = isPlainLetter(code) ? takeWord(reader, at) : takePiece(reader, at)
  }
  return reader.finish()
}

const space = 32
const dash = 45

/** Most of a text is plain words, which need no pattern. What could be an address, a handle or an emoticon is left to it. */
function takeWord(reader: Reader, at: number): number {
  const { text } = reader
  let end = at + 1
  while (isPlainLetter(text.charCodeAt(end))) end += 1
  const next = text.charCodeAt(end)
  const ends =
    next === space || next === comma || Number.isNaN(next) || (isFullStop(next) && !isInside(text.charCodeAt(end + 1)))
  if (!ends || isEmoticonStart(text.charCodeAt(at), end - at)) return takePiece(reader, at)
  reader.word(at, end)
  return end
}

function takePiece(reader: Reader, at: number): number {
  piece.lastIndex = at
  const match = piece.exec(reader.text)
  if (!match) return at + 1
  reader.take(match)
  return at + match[0].length
}

const comma = 44

function isFullStop(code: number): boolean {
  return code === 33 || code === 46 || code === 63 || code === 10
}

/** A to Z with and without diacritics, as the languages of western Europe write them. */
function isPlainLetter(code: number): boolean {
  const lower = code | 32
  if (lower >= 97 && lower <= 122) return true
  return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7
}

/** After a full stop: what makes it part of an address. */
function isInside(code: number): boolean {
  return code > 32
}

/** "xD". */
function isEmoticonStart(code: number, length: number): boolean {
  return length === 2 && (code | 32) === 120
}

class Reader {
  readonly text: string
  readonly tokens: Token[] = []
  readonly #sentences: Sentence[] = []
  #isAfterBreak = false
  #start = 0

  constructor(text: string) {
    this.text = text
  }

  take(match: RegExpExecArray): void {
    const groups = match.groups ?? {}
    const at = match.index
    const raw = match[0]
    if (groups.word !== undefined) this.#words(raw, at)
    else if (groups.end !== undefined) this.#end(raw, at)
    else if (groups.pause !== undefined) this.#isAfterBreak = true
    else if (groups.tag !== undefined) this.#tag(raw, at)
    else if (groups.number !== undefined) this.#sign('number', at, raw.length, raw.toLowerCase())
    else if (groups.mention !== undefined) this.#sign('mention', at, raw.length, foldWord(raw.slice(1)))
    else if (groups.emoticon !== undefined || groups.emoji !== undefined)
      this.#push('emoji', at, at + raw.length, emojiOf(raw))
    else this.#sign('url', at, raw.length, raw.toLowerCase())
  }

  /** The characters from `start` to `end`, which are one word. */
  word(start: number, end: number): void {
    this.#push('word', start, end, wordOf(this.text.slice(start, end)))
  }

  finish(): ReadText {
    this.#sentences.push({ isQuestion: false, exclamations: 0, start: this.#start, end: this.text.length })
    return { text: this.text, tokens: this.tokens, sentences: this.#sentences, hasBrand: false }
  }

  /** A hyphen joins what a dictionary knows apart : "top-service" is two words here. */
  #words(raw: string, at: number): void {
    let offset = 0
    for (const part of raw.split('-')) {
      this.word(at + offset, at + offset + part.length)
      offset += part.length + 1
    }
  }

  /** #SlechteService is two words, #faal is one. */
  #tag(raw: string, at: number): void {
    const parts = raw.slice(1).match(/\p{Lu}?[\p{Ll}\p{N}]+|\p{Lu}+(?!\p{Ll})|\p{L}+|\p{N}+/gu) ?? []
    let offset = 1
    for (const part of parts) {
      const start = at + raw.indexOf(part, offset)
      offset = start - at + part.length
      this.#push('word', start, start + part.length, wordOf(part), true)
    }
  }

  /** What is looked up as it stands, but is read as one of its kind. */
  #sign(kind: TokenKind, start: number, length: number, folded: string): void {
    this.#push(kind, start, start + length, signOf(folded))
  }

  #push(kind: TokenKind, start: number, end: number, word: Word, isTag = false): void {
    this.tokens.push({
      kind,
      start,
      end,
      folded: word.folded,
      word,
      sentence: this.#sentences.length,
      isCaps: word.isCaps,
      isElongated: word.isElongated,
      isTag,
      isAfterBreak: this.#isAfterBreak,
    })
    this.#isAfterBreak = false
  }

  /** A sentence ends where words went before; "?!" right after a line break still belongs to the sentence before it. */
  #end(raw: string, at: number): void {
    const isQuestion = raw.includes('?')
    const exclamations = raw.split('!').length - 1
    const last = this.#sentences.at(-1)
    const hasWords = this.tokens.at(-1)?.sentence === this.#sentences.length
    if (hasWords) {
      this.#sentences.push({ isQuestion, exclamations, start: this.#start, end: at + raw.length })
    } else if (last) {
      last.isQuestion ||= isQuestion
      last.exclamations += exclamations
      last.end = at + raw.length
    }
    this.#start = at + raw.length
    this.#isAfterBreak = true
  }
}

/** The spans of tokens at these places, neighbours joined into one. */
export function spansOf(read: ReadText, places: readonly number[]): [number, number][] {
  const spans: [number, number][] = []
  let before = -2
  for (const place of places) {
    const token = read.tokens[place]
    if (!token) continue
    const last = spans.at(-1)
    if (last && place === before + 1) last[1] = token.end
    else spans.push([token.start, token.end])
    before = place
  }
  return spans
}
