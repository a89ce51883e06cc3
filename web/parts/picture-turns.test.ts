import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTurns } from './picture-turns.ts'

test('so many go at once; then the last to come goes first, as others leave', () => {
  const turns = createTurns(2)
  const gone: string[] = []
  const go = new Map(['a', 'b', 'c', 'd'].map((name) => [name, () => void gone.push(name)]))
  const of = (name: string) => go.get(name) ?? assert.fail(name)
  for (const name of go.keys()) turns.join(of(name))
  assert.deepEqual(gone, ['a', 'b'])
  turns.leave(of('a'))
  assert.deepEqual(gone, ['a', 'b', 'd'])
  turns.leave(of('b'))
  assert.deepEqual(gone, ['a', 'b', 'd', 'c'])
})

test('who leaves before its turn is not called, and takes nobody’s', () => {
  const turns = createTurns(1)
  const gone: string[] = []
  const one = () => void gone.push('one')
  const two = () => void gone.push('two')
  const three = () => void gone.push('three')
  turns.join(one)
  turns.join(two)
  turns.join(three)
  turns.leave(three)
  assert.deepEqual(gone, ['one'])
  turns.leave(one)
  assert.deepEqual(gone, ['one', 'two'])
})
