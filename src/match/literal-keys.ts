import { entryKind } from './entries.ts'
import type { FieldName, QueryLeaf } from './query-tree.ts'
import { Scanner } from './scanner.ts'

/** What a leaf asks for: the key of its literal and, for a phrase, the keys of its words. */
export type LiteralKey = { key: string; words: string[]; isPrefix: boolean }

export const namespaces: Record<FieldName | 'tag' | 'handle', string> = {
  tag: '#',
  handle: '@',
  site: 'd',
  lang: 'l',
  source: 's',
  author: 'a',
}

/** Queries are read by a scanner of their own, so that a topic may be added while the entries of a post are still in use. */
const scanner = new Scanner()

/** The words of a text, folded, as the engine sees them. */
export function wordsOf(text: string): string[] {
  const { entries } = scanner
  entries.clear()
  scanner.read(text)
  const words: string[] = []
  for (let i = 0; i < entries.count; i++) if (entries.kind[i] === entryKind.word) words.push(entries.keyOf(i))
  return words
}

/** The literals of which any one makes the leaf true. */
export function keysOf(leaf: QueryLeaf): LiteralKey[] {
  switch (leaf.kind) {
    case 'word':
    case 'phrase':
      return [phraseKey(wordsOf(leaf.text))]
    case 'prefix':
      return [{ key: `${wordsOf(leaf.text).join('')}*`, words: [], isPrefix: true }]
    case 'tag':
      return [name('tag', leaf.text)]
    case 'tagPrefix':
      return [{ key: `${nameKey('tag', leaf.text)}*`, words: [], isPrefix: true }]
    case 'handle':
      return [name('handle', leaf.text)]
    case 'field':
      return leaf.values.map((value) => name(leaf.name, value))
  }
}

function phraseKey(words: string[]): LiteralKey {
  const [first = ''] = words
  return words.length === 1
    ? { key: first, words: [], isPrefix: false }
    : { key: `"${words.join(' ')}`, words, isPrefix: false }
}

function name(of: FieldName | 'tag' | 'handle', text: string): LiteralKey {
  return { key: nameKey(of, text), words: [], isPrefix: false }
}

function nameKey(of: FieldName | 'tag' | 'handle', text: string): string {
  const { entries } = scanner
  entries.clear()
  entries.addName(namespaces[of], text.normalize('NFC'))
  return entries.count === 0 ? '' : entries.keyOf(0)
}
