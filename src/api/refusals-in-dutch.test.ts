import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { AppError } from '#base/errors.ts'
import { problemOf } from './error-answer.ts'
import { refusalsInDutch } from './refusals-in-dutch.ts'

const stages = ['team', 'listen', 'mentions', 'notify', 'inbox', 'reply', 'crisis', 'report', 'api']
const root = join(import.meta.dirname, '..')

/** The fixed sentences of every AppError that a screen can come to show. The command line speaks English. */
function sentences(): string[] {
  return stages.flatMap((stage) =>
    readdirSync(join(root, stage), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('command-line'))
      .flatMap((name) => [
        ...readFileSync(join(root, stage, name), 'utf8').matchAll(
          /new AppError\(\s*'\w+',\s*(?:'([^']+)'|"([^"]+)")/gu,
        ),
      ])
      .map(([, single, double]) => single ?? double ?? ''),
  )
}

test('every sentence that refuses something has its Dutch', () => {
  const said = sentences()
  assert.ok(said.length > 40, `only ${said.length} found: does the pattern still fit the code?`)
  assert.deepEqual(
    said.filter((sentence) => refusalsInDutch[sentence] === undefined),
    [],
  )
})

test('no Dutch is left of a sentence that nobody says any more', () => {
  const said = new Set(sentences())
  const chosen = new Set(['This was not understood.'])
  assert.deepEqual(
    Object.keys(refusalsInDutch).filter((sentence) => !said.has(sentence) && !chosen.has(sentence)),
    [],
  )
})

test('a refusal goes out in both languages, with what it carries besides', () => {
  const { error } = problemOf(new AppError('signed_out', 'Sign in first.', { details: { field: 'x' } }))
  assert.deepEqual(error, {
    code: 'signed_out',
    message: 'Sign in first.',
    details: { words: { en: 'Sign in first.', nl: 'Log eerst in.' }, field: 'x' },
  })
})
