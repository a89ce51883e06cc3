import type { FieldName } from '#domain/query-fields.ts'
import { entryKind, rowShift } from './entries.ts'
import { type Namespace, namespaceLetters, namespaces } from './namespaces.ts'
import { exactForm } from './narrowings.ts'
import type { FieldLeaf, FormsLeaf, SetLeaf, TextLeaf } from './query-tree.ts'
import { Scanner } from './scanner.ts'

/**
 * What a leaf asks for, as the keys of literals. A key says by its first sign what it is:
 *
 *     zilvermeeuw      a word, folded           #:klm @:jan d:nrc.nl l:nl …  a name in its namespace
 *     "albert heijn    a phrase of words        f:>=1000                     a number that is at least so much
 *     duurza*  #:duur* what begins with it      =ING Bank                    exactly these words
 *                                               ^albert heijn                these words in the title
 */

/** Queries are read by a scanner of their own, so that a topic may be added while the entries of a post are still in use. */
const scanner = new Scanner()

/** A query is read by its parser, asked for its warnings and filed: each time the same few texts are cut into words. */
const knownWords = new Map<string, readonly string[]>()
const knownMax = 2_000
const knownUnitsMax = 100

/** The words of a text, folded, as the engine sees them. */
export function wordsOf(text: string): readonly string[] {
  const known = knownWords.get(text)
  if (known) return known
  const words = cutWords(text)
  if (text.length > knownUnitsMax) return words
  if (knownWords.size >= knownMax) knownWords.clear()
  knownWords.set(text, words)
  return words
}

function cutWords(text: string): string[] {
  const { entries } = scanner
  entries.clear()
  scanner.read(text)
  const words: string[] = []
  for (let i = 0; i < entries.count; i++) if (isWord(i)) words.push(entries.keyOf(i))
  return words
}

/** The literals of which any one makes the leaf true. */
export function keysOf(leaf: TextLeaf | FormsLeaf | FieldLeaf | SetLeaf): string[] {
  switch (leaf.kind) {
    case 'word':
    case 'phrase':
      return [phraseKey(wordsOf(leaf.text))]
    case 'exact':
      return [`=${exactWordsOf(leaf.text).join(' ')}`]
    case 'forms':
      return leaf.forms.map((form) => phraseKey(wordsOf(form)))
    case 'prefix':
      return [`${wordsOf(leaf.text).join('')}*`]
    case 'tagPrefix':
      return [`${nameKey('tag', leaf.text)}*`]
    case 'tag':
    case 'handle':
    case 'cash':
      return [nameKey(leaf.kind, leaf.text)]
    case 'field':
      return leaf.values.map((value) => fieldKey(leaf.name, value))
    case 'set':
      return [...new Set(leaf.entries.flatMap(keysOf))]
  }
}

export function phraseKey(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `"${words.join(' ')}`
}

/** The keys of the words that a key needs beside itself, or of the folded words that it narrows. */
export function neededKeys(key: string): string[] {
  switch (key.charAt(0)) {
    case '"':
      return key.slice(1).split(' ')
    case '=':
      return [phraseKey(wordsOf(key.slice(1)))]
    case '^':
      return [phraseKey(key.slice(1).split(' '))]
    default:
      return []
  }
}

/** How many positions what the key stands for covers. */
export function lengthOfKey(key: string): number {
  return /^["=^]/.test(key) ? key.split(' ').length : 1
}

function fieldKey(name: FieldName, value: string): string {
  return name === 'title' ? `^${wordsOf(value).join(' ')}` : nameKey(name, value)
}

export function nameKey(of: Namespace, text: string): string {
  const { entries } = scanner
  entries.clear()
  entries.addName(namespaces[of], text.normalize('NFC'))
  return entries.count === 0 ? `${namespaceLetters[of]}:` : entries.keyOf(0)
}

function exactWordsOf(text: string): string[] {
  const { entries } = scanner
  entries.clear()
  scanner.read(text)
  const words: string[] = []
  for (let i = 0; i < entries.count; i++) {
    const at = i << rowShift
    if (isWord(i)) words.push(exactForm(text.slice(entries.rows[at + 4] ?? 0, entries.rows[at + 5] ?? 0)))
  }
  return words
}

function isWord(entry: number): boolean {
  return scanner.entries.rows[(entry << rowShift) + 6] === entryKind.word
}
