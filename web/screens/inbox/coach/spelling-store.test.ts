import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSpellingStore } from './spelling-store.ts'

function store(unknown: Record<string, string[] | null>) {
  const asked: string[][] = []
  const opened = openSpellingStore(async ({ words }) => {
    asked.push(words)
    const told = words.flatMap((word) => {
      const suggestions = unknown[word]
      return suggestions === undefined ? [] : [{ word, suggestions }]
    })
    return { isTold: true, unknown: told }
  })
  return { ...opened, asked }
}

test('a word is asked for once, and one that nobody knows has what is offered', async () => {
  const { look, offersOf, asked } = store({ kofer: ['koffer'] })
  await look('nl', ['de', 'kofer', 'de'])
  await look('nl', ['de', 'kofer', 'staat'])
  assert.deepEqual(asked, [['de', 'kofer'], ['staat']])
  assert.deepEqual(
    [offersOf('nl', 'kofer'), offersOf('nl', 'de'), offersOf('en', 'kofer')],
    [['koffer'], undefined, undefined],
  )
})

test('what is on its way is not asked for again', async () => {
  const { look, asked } = store({})
  await Promise.all([look('nl', ['de']), look('nl', ['de'])])
  assert.deepEqual(asked, [['de']])
})

test('offers that there was no time for are asked for again, and the word is marked meanwhile', async () => {
  const unknown: Record<string, string[] | null> = { kofer: null }
  const { look, offersOf, asked, subscribe } = store(unknown)
  const seen: unknown[] = []
  subscribe(() => {
    seen.push(offersOf('nl', 'kofer'))
    unknown.kofer = ['koffer']
  })
  await look('nl', ['de', 'kofer'])
  assert.deepEqual(
    [asked, seen],
    [
      [['de', 'kofer'], ['kofer']],
      [[], ['koffer']],
    ],
  )
})

test('without a connection nothing is said, and the next word asks again', async () => {
  let count = 0
  const { look, offersOf } = openSpellingStore(async ({ words }) => {
    count += 1
    if (count === 1) throw new Error('gone')
    return { isTold: true, unknown: words.map((word) => ({ word, suggestions: [] })) }
  })
  await look('nl', ['kofer'])
  assert.equal(offersOf('nl', 'kofer'), undefined)
  await look('nl', ['kofer'])
  assert.deepEqual(offersOf('nl', 'kofer'), [])
})
