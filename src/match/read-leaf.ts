import type { Span } from '#domain/span.ts'
import { hostOfLink } from './link-text.ts'
import { wordsOf } from './literal-keys.ts'
import { prefixUnitsMax, prefixUnitsMin } from './prefixes.ts'
import { queryLimits } from './query-limits.ts'
import type { ErrorCode, ProblemWords } from './query-problem.ts'
import { type FieldName, fieldNames, type QueryLeaf, type TextLeaf } from './query-tree.ts'

/** What is wrong with a leaf, and what could stand in its place. */
export type LeafProblem = { code: ErrorCode; says: ProblemWords; what: string; instead?: string }
export type LeafResult = { leaf: QueryLeaf } | { problem: LeafProblem }

/** Fields and signs of the full language that this version does not answer. */
const laterFields = 'to url title has is country network kind followers rating set raw'.split(' ')
const laterSigns = /^(?:[=~!]|\$(?=\p{L}))[\p{L}\p{N}]|^O?NEAR(?:\/\d*f?)?$|^<<</u

const aliases: Record<string, FieldName | 'tag' | 'handle'> = {
  from: 'author',
  mention: 'handle',
  hashtag: 'tag',
  tag: 'tag',
}

export function fieldOf(name: string): FieldName | 'tag' | 'handle' | undefined {
  const lower = name.toLowerCase()
  return fieldNames.find((field) => field === lower) ?? (Object.hasOwn(aliases, lower) ? aliases[lower] : undefined)
}

/** A chunk that is no field: word, prefix*, #tag, @handle. */
export function readChunk(text: string, at: Span): LeafResult {
  if (laterSigns.test(text)) return wrong('E_NOT_YET', 'notYet', text)
  if (/^[|&]+$/.test(text)) return wrong('E_OPERATOR', 'strangeOperator', text, text.startsWith('|') ? 'OR' : 'AND')
  if (/^[#＃]./u.test(text)) return readTag(text.slice(1), at)
  if (/^[@＠]./u.test(text)) return readHandle(text.slice(1), at)
  if (text.includes('*')) return readPrefix(text, at)
  return readWords('word', text, text, at)
}

export function readPhrase(text: string, at: Span): LeafResult {
  if (/\p{L}\*|\*\p{L}/u.test(text)) return wrong('E_WILDCARD_PLACE', 'wildcardPlace', `"${text}"`)
  return readWords('phrase', text, `"${text}"`, at)
}

/** The value of a field, canonical: a language code in lower case, a host without https and path. */
export function readValue(field: FieldName, text: string): { value: string } | { problem: LeafProblem } {
  switch (field) {
    case 'lang':
      return readLanguage(text)
    case 'site':
      return readSite(text)
    case 'source':
    case 'author': {
      const value = text.trim().replace(/^@/, '').replace(/\s+/gu, ' ')
      return /[\p{L}\p{N}]/u.test(value) && !/["()*]/.test(value)
        ? { value }
        : wrong('E_VALUE', 'value', `${field}:${text}`)
    }
  }
}

/** The name closest to what was typed, when it is close. */
export function nearestField(name: string): FieldName | undefined {
  return fieldNames.find((field) => isOneEditAway(field, name.toLowerCase()))
}

export function isLaterField(name: string): boolean {
  return laterFields.includes(name.toLowerCase())
}

export function readTag(name: string, at: Span): LeafResult {
  const isPrefix = name.endsWith('*')
  const text = isPrefix ? name.slice(0, -1) : name
  if (!/^[\p{L}\p{M}\p{N}_]+$/u.test(text) || !/\p{L}/u.test(text)) {
    const letters = text.replace(/[^\p{L}\p{M}\p{N}_]/gu, '')
    return wrong('E_VALUE', 'tag', `#${name}`, /\p{L}/u.test(letters) ? `#${letters}` : undefined)
  }
  if (isPrefix && [...text].length < prefixUnitsMin) return wrong('E_PREFIX_SHORT', 'prefixShort', `#${name}`)
  if (isPrefix && text.length > prefixUnitsMax / 2) return wrong('E_LIMIT', 'limit', `#${name} > ${prefixUnitsMax / 2}`)
  return { leaf: { kind: isPrefix ? 'tagPrefix' : 'tag', text, at } }
}

export function readHandle(text: string, at: Span): LeafResult {
  const part = String.raw`[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*`
  if (!new RegExp(`^${part}(?:@${part})?$`, 'u').test(text)) return wrong('E_VALUE', 'handle', `@${text}`)
  return { leaf: { kind: 'handle', text, at } }
}

function readPrefix(text: string, at: Span): LeafResult {
  const [letters = ''] = text.split('*')
  const words = wordsOf(letters)
  const isAtEnd = text.endsWith('*') && text.indexOf('*') === text.length - 1 && letters !== ''
  const isOneWord = words.length === 1 && /^[\p{L}\p{M}\p{N}_]+$/u.test(letters)
  // A star at the end of Japanese says nothing: a term in it is found inside any longer one already.
  const isUnspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u.test(letters)
  if (isAtEnd && isUnspaced) return wrong('E_WILDCARD_PLACE', 'wildcardPlace', text, letters)
  if (!isAtEnd || !isOneWord) return wrong('E_WILDCARD_PLACE', 'wildcardPlace', text, expansionOf(text))
  if ([...letters].length < prefixUnitsMin) return wrong('E_PREFIX_SHORT', 'prefixShort', text)
  if ((words[0] ?? '').length > prefixUnitsMax - 2) return wrong('E_LIMIT', 'limit', `${text} > ${prefixUnitsMax - 2}`)
  return { leaf: { kind: 'prefix', text: letters, at } }
}

/** a*b → ("ab" OR "a b"): what the writer most often means. */
function expansionOf(text: string): string | undefined {
  const parts = text.split('*').filter((part) => /^[\p{L}\p{N}]+$/u.test(part))
  return parts.length === 2 ? `(${parts.join('')} OR "${parts.join(' ')}")` : undefined
}

function readWords(kind: TextLeaf['kind'], text: string, what: string, at: Span): LeafResult {
  const count = wordsOf(text).length
  if (count > queryLimits.phraseWords) return wrong('E_LIMIT', 'limit', `${count} > ${queryLimits.phraseWords}`)
  if (count > 0) return { leaf: { kind, text: text.normalize('NFC'), at } }
  const host = /^\S+\.\S+$/.test(text) ? hostOfLink(text) : undefined
  return host === undefined
    ? wrong('E_EMPTY_TERM', 'emptyTerm', what)
    : wrong('E_EMPTY_TERM', 'linkTerm', text, `site:${host}`)
}

function readSite(text: string): { value: string } | { problem: LeafProblem } {
  const host = hostOfLink(text.trim())
  if (host !== undefined && (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}_-]+)+$/u.test(host) || host === 'localhost'))
    return { value: host }
  const isName = host !== undefined && /^[\p{L}\p{N}-]+$/u.test(host)
  return wrong('E_VALUE', 'site', `site:${text}`, isName ? `site:${host}.nl` : undefined)
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const commonCodes = 'nl en de fr es pt it pl tr ar zh ja ko ru uk da sv no fi fy'.split(' ')

function readLanguage(text: string): { value: string } | { problem: LeafProblem } {
  const value = text.trim().toLowerCase()
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(value) && languageNames.of(value.split('-')[0] ?? '') !== undefined)
    return { value }
  const code = commonCodes.find((one) => isNameOf(one, value))
  return wrong('E_VALUE', 'language', `lang:${text}`, code && `lang:${code}`)
}

/** Whether a language is called so in English, in Dutch, or in itself. */
function isNameOf(code: string, name: string): boolean {
  return ['en', 'nl', code].some(
    (of) => new Intl.DisplayNames(of, { type: 'language' }).of(code)?.toLowerCase() === name,
  )
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.length - start - end, b.length - start - end]
  const isSwap = restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
  return isSwap || Math.max(restA, restB) <= 1
}

function wrong(code: ErrorCode, says: ProblemWords, what: string, instead?: string): { problem: LeafProblem } {
  return { problem: { code, says, what, ...(instead === undefined ? {} : { instead }) } }
}
