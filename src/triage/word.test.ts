import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Memory } from './memory.ts'
import { NotedRows, Notes, wordOf } from './word.ts'

/** More than are remembered at once. */
const manyWords = 40_000

test('a word is the same object as long as it is remembered, whatever else is read', () => {
  const first = wordOf('Zilvermeeuw')
  assert.equal(wordOf('Zilvermeeuw'), first)
  assert.equal(first.folded, 'zilvermeeuw')
})

test('of more words than can be noted at once, each still gets its own note', () => {
  const lengths = new Notes<number>(({ folded }) => folded.length)
  const rows = new NotedRows(2, ({ folded }, into) => into.set([folded.length, folded.charCodeAt(1)]))
  const words = Array.from({ length: manyWords }, (_, at) => wordOf(`w${at}`))
  for (const word of [...words, ...words]) {
    assert.equal(lengths.of(word), word.folded.length)
    const from = rows.of(word)
    assert.deepEqual([...rows.rows.slice(from, from + 2)], [word.folded.length, word.folded.charCodeAt(1)])
  }
})

test('a memory holds what is asked for again, and never more than twice its size', () => {
  const worked: number[] = []
  const memory = new Memory<number, number>(3, (key) => {
    worked.push(key)
    return 2 * key
  })
  for (const key of [1, 2, 3, 4, 1, 5, 6, 1]) assert.equal(memory.of(key), 2 * key)
  assert.deepEqual(worked, [1, 2, 3, 4, 5, 6], 'what was put aside is taken back')
  for (const key of [7, 8, 9, 10, 2]) memory.of(key)
  assert.equal(worked.at(-1), 2, 'what nobody asked for any more was let go')
})
