import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesOf } from './names-of.ts'

const nobody = { handle: '', name: '', nativeId: '', url: null }

test('a handle, a whole name and a first name, the longest first; two letters are no name', () => {
  const names = namesOf({
    ...nobody,
    handle: 'els',
    name: 'Els Vos',
    nativeId: 'did:plc:els',
    url: 'https://x.example/els',
  })
  assert.deepEqual(names, ['https://x.example/els', 'did:plc:els', 'Els Vos', 'els', 'Els'])
  assert.deepEqual(namesOf({ ...nobody, name: 'Bo' }), [])
})

for (const name of ['Het Laatste Nieuws', 'The Guardian', 'Van Dale'])
  test(`the first word of "${name}" is not taken out of every text`, () =>
    assert.deepEqual(namesOf({ ...nobody, name }), [name]))

test('a name with a quotation mark is found in JSON as well', () =>
  assert.deepEqual(namesOf({ ...nobody, name: 'Jan "de Kok" Pronk' }), [
    'Jan \\"de Kok\\" Pronk',
    'Jan "de Kok" Pronk',
    'Jan',
  ]))
