import type { Span } from '#domain/span.ts'
import type { PostInput } from '#match/post-input.ts'

/** A post as the judge of the matching engine reads it: regular expressions for the words, and nothing shared with the engine. */
export type ReadPost = { places: Place[]; names: Name[]; followers?: number; rating?: number }

/** A position in a text with all the words that can be said to stand there. */
export type Place = { forms: Form[]; track: number; position: number }
/** `raw` is the word as it was written. */
export type Form = { word: string; raw: string; span: Span }
/** In a text it has the position of the word that follows. */
export type Name = { key: string; span?: Span; track?: number; position?: number }

const unspaced = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Thai}`
const after = String.raw`[\p{M}\p{Cf}]*`
const letter = String.raw`(?:\p{L}(?<![${unspaced}\p{sc=Kana}ー])${after})`
const digit = String.raw`(?:\p{Nd}${after})`
const joinedLetters = `(?<=${letter})[.'’‘·](?=${letter})`
const joinedDigits = `(?<=${digit})[.,;'’‘](?=${digit})`
const emoji = String.raw`\p{RI}\p{RI}|[\p{Emoji_Presentation}\p{Extended_Pictographic}](?<![™©®])[\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)*`
const run = `(?:[\\p{sc=Kana}ー]${after})+|(?:${letter}|${digit})(?:${letter}|${digit}|${joinedLetters}|${joinedDigits})*`
export const words = new RegExp(
  `${emoji}|[${unspaced}]${after}|(?:${run})(?:_[_\\u0300-\\u036f\\p{Cf}]*(?:${run}))*`,
  'gu',
)
const inLink = String.raw`[\x21-\x7e\p{L}\p{Nd}\p{M}](?<![<>"\x60{}|\\^\[\]${unspaced}\p{sc=Kana}ー])`
const notInWord = `(?<!${letter}|${digit}|_)`
// What an apostrophe joins to a word before it is part of that word, and begins no link.
const label = `(?:${letter}|${digit})+(?:_+(?:${letter}|${digit})+)*`
const domain = `${notInWord}(?<![@.])(?<!${letter}['’‘])${label}(?:\\.${label})+\\/`
const links = new RegExp(`(?:${notInWord}(?:https?:\\/\\/|www\\.)|${domain})(?:${inLink})*(?<![.,;:!?'*_~&)])`, 'giu')
const tags =
  /(?<![\p{L}\p{N}\p{M}_&](?<![\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]))([#$])(?!https?:\/\/|www\.)([\p{L}\p{N}\p{M}_]*\p{L}[\p{L}\p{N}\p{M}_]*(?:[·～〜׳״־]\p{L}[\p{L}\p{N}\p{M}_]*)*)/giu
const handles =
  /(?<![\p{L}\p{N}_@#$%&*])@(?!https?:\/\/|www\.)([\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*)(?:@([\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*))?/giu

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
  if (post.author?.followers !== undefined) read.followers = post.author.followers
  if (post.rating !== undefined) read.rating = post.rating
  readText(read, post.title ?? '', 0, false)
  readText(read, post.text, 10_000, true)
  const name = (namespace: string, value: string, span?: Span): void => {
    read.names.push({ key: `${namespace}:${foldPlainly(value)}`, ...(span ? { span } : {}) })
  }
  for (const [key, value] of namesOf(post)) name(key, value)
  if (post.links?.length || read.names.some(({ key, track }) => track !== undefined && key.startsWith('site:')))
    name('has', 'link')
  return read
}

/** What is known of a post beside its text, by field. */
function namesOf(post: PostInput): [key: string, value: string][] {
  const { lang = '', author = {}, network = '', source = '', kind = '', country = '', url = '', links = [] } = post
  const withShort = (name: string, separator: RegExp): string[] => [name, name.replace(separator, '')]
  const linked = [url, ...links].filter(Boolean)
  const values: Record<string, readonly string[]> = {
    lang: withShort(lang, /-.*/),
    source: [source, network],
    network: [network],
    kind: [kind],
    country: [country],
    has: [...(post.has ?? []), post.tags?.length ? 'tags' : '', post.mentions?.length ? 'mentions' : ''],
    is: post.is ?? [],
    author: [...withShort(author.handle ?? '', /@.*/), author.name ?? ''],
    site: linked.flatMap(hosts),
    url: linked.flatMap(urls),
    tag: post.tags ?? [],
    handle: (post.mentions ?? []).flatMap((mention) => withShort(mention, /@.*/)),
  }
  return Object.entries(values).flatMap(([key, list]) =>
    list.filter(Boolean).map((value): [string, string] => [key, value]),
  )
}

function readText(read: ReadPost, given: string, firstTrack: number, isText: boolean): void {
  const positionAt = (at: number): number =>
    read.places.filter(({ track, forms }) => track === firstTrack && (forms[0]?.span[0] ?? 0) < at).length
  const late: (() => void)[] = []
  const name = (key: string, span: Span, at = span[0]): void => {
    // Its position is known when all words are.
    late.push(() => read.names.push({ key, position: positionAt(at), track: firstTrack, ...(isText ? { span } : {}) }))
  }
  const text = given.replaceAll(links, (link, at: number) => {
    for (const host of hosts(link)) name(`site:${host}`, hostSpan(link, at))
    for (const url of urls(link)) name(`url:${foldPlainly(url)}`, urlSpan(link, at, url))
    return ' '.repeat(link.length)
  })
  let position = 0
  for (const match of text.matchAll(words)) {
    const [word] = match
    const isHandle = text[match.index - 1] === '@'
    read.places.push({ forms: formsOf(word, match.index, isHandle), track: firstTrack, position: position++ })
    if (!isHandle && text[match.index + word.length] !== '@' && /\p{L}\p{M}*\.\p{L}/u.test(word)) {
      for (const host of hosts(word)) name(`site:${host}`, hostSpan(word, match.index))
      for (const url of urls(word)) name(`url:${foldPlainly(url)}`, hostSpan(word, match.index))
    }
  }
  readTags(read, text, firstTrack, name)
  for (const match of text.matchAll(handles)) {
    const [whole, user = '', host] = match
    name(`handle:${foldPlainly(user)}`, [match.index, match.index + 1 + user.length])
    if (host) name(`handle:${foldPlainly(`${user}@${host}`)}`, [match.index, match.index + whole.length])
  }
  for (const add of late) add()
}

function readTags(read: ReadPost, text: string, firstTrack: number, name: (key: string, span: Span) => void): void {
  let track = firstTrack
  for (const match of text.matchAll(tags)) {
    const [whole, sign = '', tag = ''] = match
    name(`${sign === '#' ? 'tag' : 'cash'}:${foldPlainly(tag)}`, [match.index, match.index + whole.length])
    if (sign !== '#') continue
    track++
    let position = 0
    for (const [start, end] of camelParts(tag)) {
      const span: Span = [match.index + 1 + start, match.index + 1 + end]
      const raw = tag.slice(start, end)
      read.places.push({ forms: [{ word: foldPlainly(raw), raw, span }], track, position: position++ })
    }
  }
}

/** l'oréal is also oréal; coolblue.nl is also coolblue and nl; of a handle only the first part counts. */
function formsOf(word: string, at: number, isHandle: boolean): Form[] {
  const formAt = (raw: string, start: number): Form => ({
    word: foldPlainly(raw),
    raw,
    span: [start, start + raw.length],
  })
  const forms: Form[] = [formAt(word, at)]
  if (!/\p{L}[\p{M}\p{Cf}]*[.'’‘]\p{L}/u.test(word)) return forms
  const parts = [...word.matchAll(/[^.'’‘]{2,}/gu)]
  for (const part of parts) {
    if (isHandle && part.index > 0) continue
    forms.push(formAt(part[0], at + part.index))
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

/** Every host of a link, alone and with one, two, three … segments of its path. */
function urls(link: string): string[] {
  const [path = ''] = /(?<![/:])\/[^?#]*/u.exec(link) ?? []
  const segments = path.split('/').filter(Boolean).slice(0, 8)
  return hosts(link).flatMap((host) =>
    [0, ...segments.keys().map((i) => i + 1)].map((count) => [host, ...segments.slice(0, count)].join('/')),
  )
}

/** A link is marked from its host on. */
function urlSpan(link: string, at: number, url: string): Span {
  const [start, end] = hostSpan(link, at)
  const path = url.includes('/') ? url.slice(url.indexOf('/')) : ''
  return [start, end + path.length]
}

function hostSpan(link: string, at: number): Span {
  const host = hosts(link)[0] ?? ''
  const start = at + link.toLowerCase().indexOf(host)
  return [start, start + host.length]
}
