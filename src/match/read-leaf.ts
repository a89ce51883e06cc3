import { type FieldName, fieldNames } from '#domain/query-fields.ts'
import type { Span } from '#domain/span.ts'
import { hostOfLink } from './link-text.ts'
import { wordsOf } from './literal-keys.ts'
import { tagJoins } from './name-text.ts'
import { nearMax } from './places.ts'
import { prefixUnitsMax, prefixUnitsMin } from './prefixes.ts'
import { queryLimits } from './query-limits.ts'
import type { ErrorCode, ProblemWords } from './query-problem.ts'
import type { QueryLeaf, TextLeaf } from './query-tree.ts'
import { formsOf } from './word-forms.ts'

/** What is wrong with a leaf, and what could stand in its place. */
export type LeafProblem = { code: ErrorCode; says: ProblemWords; what: string; instead?: string }
export type LeafResult = { leaf: QueryLeaf } | { problem: LeafProblem }

/** A chunk that is no field: word, prefix*, #tag, @handle. */
export function readChunk(text: string, at: Span): LeafResult {
  if (/^[|&]+$/.test(text)) return wrong('E_OPERATOR', 'strangeOperator', text, text.startsWith('|') ? 'OR' : 'AND')
  if (/^[#＃]./u.test(text)) return readTag(text.slice(1), at)
  if (/^[@＠]./u.test(text)) return readHandle(text.slice(1), at)
  if (/^\$\p{L}/u.test(text)) return readCash(text, at)
  if (/^(?:[=!]|\+\+)[^*]/u.test(text)) return readExact(text.replace(/^(?:[=!]|\+\+)/, ''), at)
  if (/^~\p{L}/u.test(text)) return readForms(text.slice(1), at)
  if (text.includes('*')) return readPrefix(text, at)
  return readWords('word', text, text, at)
}

export function readPhrase(text: string, at: Span): LeafResult {
  if (/\p{L}\*|\*\p{L}/u.test(text)) return wrong('E_WILDCARD_PLACE', 'wildcardPlace', `"${text}"`)
  return readWords('phrase', text, `"${text}"`, at)
}

/** All words in any order, with at most so many others between the first and the last. */
export function readWindow(text: string, distance: number, at: Span): LeafResult {
  const read = readPhrase(text, at)
  if ('problem' in read) return read
  if (distance < 1 || distance > nearMax)
    return wrong('E_NEAR_RANGE', 'nearRange', `~${distance}`, `"${text}"~${nearMax}`)
  return { leaf: { kind: 'window', text: text.normalize('NFC'), distance, at } }
}

/** =ING, ="Action": capitals and accents count. */
export function readExact(text: string, at: Span): LeafResult {
  if (/\*/.test(text)) return wrong('E_WILDCARD_PLACE', 'wildcardPlace', `=${text}`)
  return readWords('exact', text, `=${text}`, at)
}

/** The name closest to what was typed, when it is close. */
export function nearestField(name: string): FieldName | undefined {
  return fieldNames.find((field) => isOneEditAway(field, name.toLowerCase()))
}

const tagName = new RegExp(`^[\\p{L}\\p{M}\\p{N}_]+(?:[${tagJoins}]\\p{L}[\\p{L}\\p{M}\\p{N}_]*)*$`, 'u')

export function readTag(name: string, at: Span): LeafResult {
  const isPrefix = name.endsWith('*')
  const text = isPrefix ? name.slice(0, -1) : name
  if (!tagName.test(text) || !/\p{L}/u.test(text)) {
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

function readCash(text: string, at: Span): LeafResult {
  const name = text.slice(1)
  return /^[\p{L}\p{N}_]+$/u.test(name)
    ? { leaf: { kind: 'cash', text: name, at } }
    : wrong('E_VALUE', 'cash', text, `$${name.replace(/[^\p{L}\p{N}_].*$/u, '')}`)
}

/** ~lopen: the word with the other forms that its stem has. */
function readForms(text: string, at: Span): LeafResult {
  const isWord = /^[\p{L}\p{M}]+$/u.test(text) && wordsOf(text).length === 1
  if (!isWord) return wrong('E_VALUE', 'formsOfWord', `~${text}`, `"${text}"`)
  return { leaf: { kind: 'forms', text, forms: formsOf(text), at } }
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

/** Whether one letter more, less or other, or two that changed places, makes one of the other. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.length - start - end, b.length - start - end]
  const isSwap = restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
  return isSwap || Math.max(restA, restB) <= 1
}

export function wrong(code: ErrorCode, says: ProblemWords, what: string, instead?: string): { problem: LeafProblem } {
  return { problem: { code, says, what, ...(instead === undefined ? {} : { instead }) } }
}
