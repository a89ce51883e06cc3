import { joinSpans, type Span } from '#domain/span.ts'
import type { PostInput } from '#match/post-input.ts'
import type { QueryLeaf, QueryTree, TextLeaf } from '#match/query-tree.ts'

/**
 * The matching engine's judge: what a query means, written as plainly as it can be. Regular expressions for the words, the tree
 * walked for every post, no index, nothing shared with the engine but the shape of tree and post.
 */
export type ReadPost = { places: Place[]; names: { key: string; span?: Span }[] }

/** A position in a text with all the words that can be said to stand there. */
type Place = { forms: Form[]; track: number }
type Form = { word: string; span: Span }

const unspaced = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Thai}`
const after = String.raw`[\p{M}\p{Cf}]*`
const letter = String.raw`(?:\p{L}(?<![${unspaced}\p{sc=Kana}ー])${after})`
const digit = String.raw`(?:\p{Nd}${after})`
const joinedLetters = `(?<=${letter})[.'’‘·](?=${letter})`
const joinedDigits = `(?<=${digit})[.,;'’‘](?=${digit})`
const emoji = String.raw`\p{RI}\p{RI}|[\p{Emoji_Presentation}\p{Extended_Pictographic}](?<![™©®])[\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)*`
const words = new RegExp(
  `${emoji}|[${unspaced}]${after}|(?:[\\p{sc=Kana}ー]${after})+|(?:${letter}|${digit})(?:${letter}|${digit}|_+(?=${letter}|${digit})|${joinedLetters}|${joinedDigits})*`,
  'gu',
)
const inLink = String.raw`[\x21-\x7e\p{L}\p{Nd}\p{M}](?<![<>"\x60{}|\\^\[\]${unspaced}\p{sc=Kana}ー])`
const notInWord = `(?<!${letter}|${digit}|_)`
const domain = `${notInWord}(?<![@.])(?:${letter}|${digit})+(?:\\.(?:${letter}|${digit})+)+\\/`
const links = new RegExp(`(?:${notInWord}(?:https?:\\/\\/|www\\.)|${domain})(?:${inLink})*(?<![.,;:!?'*_~&)])`, 'giu')
const tags =
  /(?<![\p{L}\p{N}\p{M}_&](?<![\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]))#([\p{L}\p{N}\p{M}_]*\p{L}[\p{L}\p{N}\p{M}_]*)/gu
const handles =
  /(?<![\p{L}\p{N}_])@([\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*)(?:@([\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*))?/gu

const special: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĳ: 'ij',
  ς: 'σ',
  '’': "'",
  '‘': "'",
}

const folded = new Map<string, string>()

/** Remembered, because every leaf is folded again for every post. */
export function foldPlainly(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const fresh = foldAfresh(text)
  folded.set(text, fresh)
  return fresh
}

function foldAfresh(text: string): string {
  const chars = [...text.normalize('NFC').toLowerCase()].map((char) => {
    const known = special[char]
    if (known !== undefined) return known
    const [base = '', ...marks] = char.normalize('NFD')
    return marks.length > 0 && /[\p{sc=Latin}\p{sc=Greek}]/u.test(base) ? base : char
  })
  return chars
    .join('')
    .replace(/[\u0300-\u036f\ufe0e\ufe0f]|\p{Cf}(?<!\u200d)|(?<!\p{Extended_Pictographic})\u200d/gu, '')
}

export function readPlainly(post: PostInput): ReadPost {
  const read: ReadPost = { places: [], names: [] }
  readText(read, post.title ?? '', 0, false)
  readText(read, post.text, 10_000, true)
  const name = (namespace: string, value: string, span?: Span): void => {
    read.names.push({ key: `${namespace}:${foldPlainly(value)}`, ...(span ? { span } : {}) })
  }
  const { lang, author } = post
  if (lang) for (const one of [lang, lang.replace(/-.*/, '')]) name('lang', one)
  for (const source of [post.source, post.network]) if (source) name('source', source)
  if (author?.handle) for (const one of [author.handle, author.handle.replace(/@.*/, '')]) name('author', one)
  if (author?.name) name('author', author.name)
  for (const link of [post.url, ...(post.links ?? [])]) if (link) for (const host of hosts(link)) name('site', host)
  for (const tag of post.tags ?? []) name('tag', tag)
  for (const mention of post.mentions ?? [])
    for (const one of [mention, mention.replace(/@.*/, '')]) name('handle', one)
  return read
}

export function matchesPlainly(tree: QueryTree, post: ReadPost): boolean {
  switch (tree.kind) {
    case 'and':
      return tree.children.every((child) => matchesPlainly(child, post))
    case 'or':
      return tree.children.some((child) => matchesPlainly(child, post))
    case 'not':
      return !matchesPlainly(tree.child, post)
    default:
      return leafHits(tree, post).length > 0
  }
}

/** The marked places of a post's text for a query that matches it. */
export function spansPlainly(tree: QueryTree, post: ReadPost): Span[] {
  const spans = (node: QueryTree, isNegated: boolean): Span[] => {
    switch (node.kind) {
      case 'not':
        return spans(node.child, !isNegated)
      case 'and':
      case 'or':
        return node.children.flatMap((child) => spans(child, isNegated))
      default:
        return isNegated ? [] : leafHits(node, post).filter((hit) => hit !== 'elsewhere')
    }
  }
  return joinSpans(spans(tree, false))
}

type Hit = Span | 'elsewhere'

function leafHits(leaf: QueryLeaf, post: ReadPost): Hit[] {
  const named = (wanted: (key: string) => boolean): Hit[] =>
    post.names.filter(({ key }) => wanted(key)).map(({ span }) => span ?? 'elsewhere')
  switch (leaf.kind) {
    case 'field':
      return leaf.values.flatMap((value) => named((key) => key === `${leaf.name}:${foldPlainly(value)}`))
    case 'tag':
    case 'handle':
      return named((key) => key === `${leaf.kind}:${foldPlainly(leaf.text)}`)
    case 'tagPrefix':
      return named((key) => key.startsWith(`tag:${foldPlainly(leaf.text)}`))
    case 'prefix':
      return post.places.flatMap(({ forms, track }) =>
        forms.filter(({ word }) => word.startsWith(foldPlainly(leaf.text))).map(({ span }) => inText(span, track)),
      )
    case 'word':
    case 'phrase':
      return phraseHits(leaf, post.places)
  }
}

const splitTexts = new Map<string, string[]>()

function wordsOf(text: string): string[] {
  const known = splitTexts.get(text) ?? [...text.matchAll(words)].map(([word]) => foldPlainly(word))
  splitTexts.set(text, known)
  return known
}

function phraseHits(leaf: TextLeaf, places: Place[]): Hit[] {
  const asked = wordsOf(leaf.text)
  return places.flatMap((place, i) => {
    if (!place.forms.some((form) => form.word === asked[0])) return []
    const found = asked.map((word, k) => {
      const other = places[i + k]
      return other?.track === place.track ? other.forms.find((form) => form.word === word) : undefined
    })
    const [first, last] = [found[0], found.at(-1)]
    if (!first || !last || found.includes(undefined)) return []
    return [inText([first.span[0], last.span[1]], place.track)]
  })
}

function inText(span: Span, track: number): Hit {
  return track >= 10_000 ? span : 'elsewhere'
}

function readText(read: ReadPost, given: string, firstTrack: number, isText: boolean): void {
  const name = (key: string, span: Span): void => {
    read.names.push(isText ? { key, span } : { key })
  }
  const text = given.replaceAll(links, (link, at: number) => {
    for (const host of hosts(link)) name(`site:${host}`, hostSpan(link, at))
    return ' '.repeat(link.length)
  })
  for (const match of text.matchAll(words)) {
    const [word] = match
    const isHandle = text[match.index - 1] === '@'
    read.places.push({ forms: formsOf(word, match.index, isHandle), track: firstTrack })
    if (!isHandle && /\p{L}\p{M}*\.\p{L}/u.test(word))
      for (const host of hosts(word)) name(`site:${host}`, hostSpan(word, match.index))
  }
  let track = firstTrack
  for (const match of text.matchAll(tags)) {
    const [whole, tag = ''] = match
    name(`tag:${foldPlainly(tag)}`, [match.index, match.index + whole.length])
    track++
    for (const [start, end] of camelParts(tag)) {
      const span: Span = [match.index + 1 + start, match.index + 1 + end]
      read.places.push({ forms: [{ word: foldPlainly(tag.slice(start, end)), span }], track })
    }
  }
  for (const match of text.matchAll(handles)) {
    const [whole, user = '', host] = match
    name(`handle:${foldPlainly(user)}`, [match.index, match.index + 1 + user.length])
    if (host) name(`handle:${foldPlainly(`${user}@${host}`)}`, [match.index, match.index + whole.length])
  }
}

/** l'oréal is also oréal; coolblue.nl is also coolblue and nl; of a handle only the first part counts. */
function formsOf(word: string, at: number, isHandle: boolean): Form[] {
  const forms: Form[] = [{ word: foldPlainly(word), span: [at, at + word.length] }]
  if (!/\p{L}[\p{M}\p{Cf}]*[.'’‘]\p{L}/u.test(word)) return forms
  const parts = [...word.matchAll(/[^.'’‘]{2,}/gu)]
  for (const part of parts) {
    if (isHandle && part.index > 0) continue
    forms.push({ word: foldPlainly(part[0]), span: [at + part.index, at + part.index + part[0].length] })
  }
  return forms
}

function camelParts(tag: string): Span[] {
  const parts = [...tag.matchAll(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}_]+/gu)].map(
    (part): Span => [part.index, part.index + part[0].length],
  )
  return parts.length < 2 || parts.some(([start, end]) => end - start < 2) ? [] : parts
}

function hosts(link: string): string[] {
  const host = link
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#:].*$/u, '')
    .replace(/^www\./i, '')
    .toLowerCase()
  const labels = host.split('.')
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, i) => labels.slice(i).join('.'))
}

function hostSpan(link: string, at: number): Span {
  const host = hosts(link)[0] ?? ''
  const start = at + link.toLowerCase().indexOf(host)
  return [start, start + host.length]
}
