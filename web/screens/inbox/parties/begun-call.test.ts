import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begunCall, fitting } from './begun-call.ts'

const people = [
  { id: '1', name: 'Noor de Vries' },
  { id: '2', name: 'Zoë Bakker' },
  { id: '3', name: 'Press' },
]
const offered = (text: string): string[] => {
  const call = begunCall(text, text.length)
  return call ? fitting(people, call.words).map(({ name }) => name) : []
}

test('a call is offered from its first sign on, by any word of the name', () => {
  assert.deepEqual(offered('@'), ['Noor de Vries', 'Zoë Bakker', 'Press'])
  assert.deepEqual(offered('kan @no'), ['Noor de Vries'])
  assert.deepEqual(offered('(@zoe'), ['Zoë Bakker'])
  assert.deepEqual(offered('@vri'), ['Noor de Vries'])
})

test('an address, a name written out, and what follows it offer nothing', () => {
  assert.deepEqual(offered('noor@no'), [])
  assert.deepEqual(offered('@Press'), [])
  assert.deepEqual(offered('@Press zie'), [])
  assert.deepEqual(offered('niets'), [])
})

test('it is where the caret stands', () => {
  assert.deepEqual(begunCall('@no en meer', 3), { at: 0, words: 'no' })
  assert.equal(begunCall('@no. en meer', 12), undefined)
})
