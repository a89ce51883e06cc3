import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesIn, dayIn, isTooMany, letterDraft, letterPlanOf, notAddresses } from './letter-draft.ts'

test('addresses are read as people paste them, each once', () => {
  assert.deepEqual(addressesIn(' a@x.example\nb@x.example; A@X.example,\n\nc@x.example '), [
    'a@x.example',
    'b@x.example',
    'c@x.example',
  ])
})

test('what is no address is named as it was written', () => {
  assert.deepEqual(notAddresses(['a@x.example', 'Noor', 'noor@', 'a b@x.example']), ['Noor', 'noor@', 'a b@x.example'])
})

test('twenty addresses are enough', () => {
  const so = (many: number) => Array.from({ length: many }, (_, i) => `a${i}@x.example`)
  assert.equal(isTooMany(so(20)), false)
  assert.equal(isTooMany(so(21)), true)
})

test('a day of the month that no week has becomes its first', () => {
  assert.equal(dayIn('week', 28), 1)
  assert.equal(dayIn('month', 28), 28)
})

test('what does not leave by itself has no plan, and one that does is read back whole', () => {
  const draft = letterDraft(null, 'nl')
  assert.equal(letterPlanOf(draft), null)
  const plan = letterPlanOf({ ...draft, isOn: true, addresses: 'a@x.example' })
  assert.ok(plan)
  const kept = { ...plan, nextAt: '2026-12-07T07:00:00Z', zone: 'Europe/Amsterdam' }
  assert.deepEqual(letterPlanOf(letterDraft(kept, 'en')), plan)
})
