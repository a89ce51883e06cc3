import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { labelIn, refusalWords } from './issue-words.ts'
import { field } from './settings-form.ts'

const label = { en: 'Address', nl: 'Adres' }
const schema = z.object({
  url: z.url().default('https://example.org').meta(field({ label })),
  name: z.string().min(1).max(3).default('a'),
  password: z.string().min(10).default('long enough'),
  tags: z.array(z.string()).min(1).max(2).default(['a']),
  mode: z.enum(['fast', 'slow']).default('fast'),
  count: z.int().min(0).max(9).default(1),
  own: z
    .string()
    .refine((text) => text !== 'no', { error: 'not no.', params: { words: { en: 'not no.', nl: 'niet nee.' } } })
    .default('yes'),
})

function check(given: object, en: string, nl: string) {
  const read = schema.safeParse(given)
  assert.ok(!read.success)
  assert.deepEqual(refusalWords(read.error, labelIn(schema)), { en, nl })
}

const cases: [string, object, string, string][] = [
  [
    'a field is called as its form calls it',
    { url: 'nowhere' },
    'Address: this is no web address, such as https://example.org.',
    'Adres: dit is geen webadres, zoals https://example.org.',
  ],
  ['an empty text', { name: '' }, 'name: this may not be empty.', 'name: dit mag niet leeg zijn.'],
  ['a short one', { password: 'x' }, 'password: at least 10 characters.', 'password: minstens 10 tekens.'],
  ['a long one', { name: 'abcd' }, 'name: at most 3 characters.', 'name: hoogstens 3 tekens.'],
  ['an empty list', { tags: [] }, 'tags: give at least one.', 'tags: geef er minstens één.'],
  ['a long list', { tags: ['a', 'b', 'c'] }, 'tags: at most 2.', 'tags: hoogstens 2.'],
  ['no choice', { mode: 'x' }, 'mode: choose one of these: fast, slow.', 'mode: kies een van deze: fast, slow.'],
  ['another kind', { count: 'x' }, 'count: this must be a number.', 'count: dit moet een getal zijn.'],
  ['half a number', { count: 1.5 }, 'count: this must be a whole number.', 'count: dit moet een heel getal zijn.'],
  ['a number too high', { count: 12 }, 'count: at most 9.', 'count: hoogstens 9.'],
  ['words of the schema itself', { own: 'no' }, 'own: not no.', 'own: niet nee.'],
]
for (const [name, given, en, nl] of cases) test(name, () => check(given, en, nl))

test('what is missing is called missing', () => {
  const read = z.object({ email: z.email() }).safeParse({})
  assert.ok(!read.success)
  assert.deepEqual(refusalWords(read.error), { en: 'email: this is missing.', nl: 'email: dit ontbreekt.' })
})
