import { setKey } from '#domain/query-set.ts'
import { hostOfLink } from './link-text.ts'
import { problemWords, type QueryProblem } from './query-problem.ts'
import { leavesOf, type QueryTree, type SetEntry } from './query-tree.ts'
import { readFieldValue } from './read-field.ts'
import { type LeafProblem, readChunk, readPhrase, wrong } from './read-leaf.ts'

/** The named lists that `set:` can name, by their `setKey`. */
export type QuerySets = ReadonlyMap<string, readonly SetEntry[]>

export const noSets: QuerySets = new Map()

export type ReadSet = { entries: SetEntry[]; problems: { line: number; text: string; words: QueryProblem['words'] }[] }

/** The fields that an entry may be of: those that a query can hang on. */
const entryFields = ['author', 'site', 'url', 'title'] as const

/** The lines of a set → its entries, and what is wrong with which line. Every entry is a leaf that may stand by itself. */
export function readSet(lines: readonly string[]): ReadSet {
  const read: ReadSet = { entries: [], problems: [] }
  for (const [line, text] of lines.entries()) {
    const result = readEntry(text.trim())
    if ('entry' in result) read.entries.push(result.entry)
    else {
      const { says, what } = result.problem
      read.problems.push({ line, text, words: problemWords[says](what) })
    }
  }
  return read
}

/** The names of the sets that a query asks for, as their keys. */
export function setsIn(tree: QueryTree): Set<string> {
  return new Set(leavesOf(tree).flatMap((leaf) => (leaf.kind === 'set' ? leaf.names.map(setKey) : [])))
}

/** An entry keeps no place: what is marked in a query is the name of its set. */
const nowhere = [0, 0] as const

function readEntry(text: string): { entry: SetEntry } | { problem: LeafProblem } {
  const [, name, value = ''] = /^(\p{L}+):(?!\/\/)(.*)$/u.exec(text) ?? []
  const field = entryFields.find((one) => one === name?.toLowerCase())
  if (field) return readField(field, value.replace(/^"(.*)"$/u, '$1'))
  const host = hostIn(text)
  if (host !== undefined) return readField(host.includes('/') ? 'url' : 'site', host)
  const isApart = /\s/u.test(text) || /^["“”]/u.test(text)
  const bare = text.replace(/^["“”](.*)["“”]$/u, '$1')
  const result = isApart ? readPhrase(bare, nowhere) : readChunk(bare, nowhere)
  if ('problem' in result) return result
  const { leaf } = result
  return leaf.kind === 'window' || leaf.kind === 'set' ? wrong('E_VALUE', 'value', text) : { entry: leaf }
}

function readField(name: (typeof entryFields)[number], text: string): { entry: SetEntry } | { problem: LeafProblem } {
  const read = readFieldValue(name, text)
  return 'problem' in read ? read : { entry: { kind: 'field', name, values: [read.value], at: nowhere } }
}

/** nos.nl, https://nos.nl/sport: whoever writes that means the site, and its name in a text is found by it, too. */
function hostIn(text: string): string | undefined {
  if (!/^(?:https?:\/\/|www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:\/\S*)?$/iu.test(text))
    return undefined
  const bare = text.replace(/^https?:\/\//i, '')
  const path = bare.includes('/') ? bare.slice(bare.indexOf('/')).replace(/\/+$/, '') : ''
  const host = hostOfLink(bare)
  return host && host + path
}
