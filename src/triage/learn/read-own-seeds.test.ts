import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from '#testing/temporary-folder.ts'
import { readOwnSeeds } from './read-own-seeds.ts'

test('lines of one language are read, and a bad one is named by its number', async (t) => {
  const path = join(await temporaryFolder(t), 'own.jsonl')
  const line = (lang: string, labels: string) => JSON.stringify({ lang, labels, text: `Iets in het ${lang}` })
  writeFileSync(path, [line('nl', 'negative complaint 1'), line('en', 'neutral question 1'), ''].join('\n'))
  assert.deepEqual(
    readOwnSeeds(path, 'nl').map(({ text }) => text),
    ['Iets in het nl'],
  )
  assert.equal(readOwnSeeds(path, 'fr').length, 0)
  writeFileSync(path, [line('en', 'neutral question 1'), line('nl', 'furious')].join('\n'))
  assert.throws(() => readOwnSeeds(path, 'nl'), /own\.jsonl:2/u)
})
