import type { Span } from '#domain/span.ts'
import { foldWord, isElongated } from './fold.ts'

/** More words than this are not read: the gist of an article stands at its start, and the work stays bounded. */
export const tokensMax = 600

export type TokenKind = 'word' | 'number' | 'emoji' | 'mention' | 'url' | 'brand'

export type Token = {
  kind: TokenKind
  start: number
  end: number
  /** As it is looked up. */
  folded: string
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
export type ReadText = { text: string; tokens: readonly Token[]; sentences: readonly Sentence[] }

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
  'gu',
)

/** Words, emoji, mentions and links with their place, in sentences. Pure; the same text gives the same tokens. */
export function tokenise(text: string): ReadText {
  const reader = new Reader(text)
  for (const match of text.matchAll(piece)) {
    if (reader.tokens.length >= tokensMax) break
    reader.take(match)
  }
  return reader.finish()
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

  take(match: RegExpExecArray | RegExpMatchArray): void {
    const groups = match.groups ?? {}
    const at = match.index ?? 0
    const raw = match[0]
    if (groups.word !== undefined) this.#words(raw, at)
    else if (groups.end !== undefined) this.#end(raw, at)
    else if (groups.pause !== undefined) this.#isAfterBreak = true
    else if (groups.tag !== undefined) this.#tag(raw, at)
    else if (groups.number !== undefined) this.#push('number', at, at + raw.length, raw.toLowerCase())
    else if (groups.mention !== undefined) this.#push('mention', at, at + raw.length, foldWord(raw.slice(1)))
    else if (groups.emoticon !== undefined || groups.emoji !== undefined)
      this.#push('emoji', at, at + raw.length, raw.replace(/\uFE0F|\p{EMod}/gu, ''))
    else this.#push('url', at, at + raw.length, raw.toLowerCase())
  }

  finish(): ReadText {
    this.#sentences.push({ isQuestion: false, exclamations: 0, start: this.#start, end: this.text.length })
    return { text: this.text, tokens: this.tokens, sentences: this.#sentences }
  }

  /** A hyphen joins what a dictionary knows apart : "top-service" is two words here. */
  #words(raw: string, at: number): void {
    let offset = 0
    for (const part of raw.split('-')) {
      this.#push('word', at + offset, at + offset + part.length, foldWord(part))
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
      this.#push('word', start, start + part.length, foldWord(part), true)
    }
  }

  #push(kind: TokenKind, start: number, end: number, folded: string, isTag = false): void {
    const raw = this.text.slice(start, end)
    this.tokens.push({
      kind,
      start,
      end,
      folded,
      sentence: this.#sentences.length,
      isCaps: kind === 'word' && raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
      isElongated: kind === 'word' && isElongated(raw),
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

export function spanOf(token: Token): [number, number] {
  return [token.start, token.end]
}

/** The spans of tokens at these places, neighbours joined into one. */
export function spansOf(read: ReadText, places: readonly number[]): Span[] {
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
