import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { field, formFields } from './settings-form.ts'

const label = { en: 'Field', nl: 'Veld' }
function check(type: z.ZodType, expected: object): void {
  assert.deepEqual(formFields(z.object({ a: type })), [{ name: 'a', isRequired: true, label, ...expected }])
}

test('every kind of field is drawn', () => {
  check(z.string().min(1).meta(field({ label })), { kind: 'text' })
  check(z.string().meta(field({ label, secret: true, example: 'x', help: label })), {
    kind: 'text',
    secret: true,
    example: 'x',
    help: label,
  })
  check(z.url({ protocol: /^https?$/ }).meta(field({ label })), { kind: 'url' })
  check(z.int().meta(field({ label })), { kind: 'number' })
  check(z.array(z.string()).meta(field({ label })), { kind: 'list' })
  check(z.enum(['x', 'y']).meta(field({ label, choices: { x: label, y: label } })), {
    kind: 'choice',
    choices: { x: label, y: label },
  })
})

test('what may be left out says so, wherever its words stand', () => {
  check(z.string().meta(field({ label })).optional(), { kind: 'text', isRequired: false })
  check(z.string().trim().default('x').meta(field({ label })), { kind: 'text', isRequired: false, initial: 'x' })
  check(z.boolean().meta(field({ label })).default(true), { kind: 'toggle', isRequired: false, initial: true })
  check(
    z
      .string()
      .transform((text) => text.trim())
      .meta(field({ label })),
    { kind: 'text' },
  )
})

test('a field without words in both languages, or of a strange kind, is a bug', () => {
  const bad = [
    z.string(),
    z.string().meta({ label: { en: 'x' } }),
    z.date().meta(field({ label })),
    z.enum(['x']).meta(field({ label })),
  ]
  for (const type of bad) assert.throws(() => formFields(z.object({ a: type })), { name: 'AssertionFailed' })
  assert.throws(() => formFields(z.string()), { name: 'AssertionFailed' })
})
