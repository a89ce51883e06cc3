import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillSlots, nextSlot, slotsIn, slotText } from './slots.ts'

const els = { firstName: 'Els', name: 'Els Bakker', network: 'Mastodon', ourName: 'Zilvermeeuw', case: 'WH-12' }

for (const [wording, values, expected] of [
  ['Dag {first name}, hier {our name} over {case}.', els, 'Dag Els, hier Zilvermeeuw over WH-12.'],
  [
    'Dag {voornaam}, hier {onze naam} over {gesprek} op {netwerk}.',
    els,
    'Dag Els, hier Zilvermeeuw over WH-12 op Mastodon.',
  ],
  ['Dag {naam}, je order {order number} komt.', els, 'Dag Els Bakker, je order {order number} komt.'],
  ['Dag {first name}, we zoeken het uit.', { firstName: '' }, 'Dag, we zoeken het uit.'],
  ['{First Name}, we zoeken het uit.', { firstName: '' }, 'we zoeken het uit.'],
  ['Van {our name}', {}, 'Van {our name}'],
  ['Dag {name}', { name: '$& {network}', network: 'X' }, 'Dag $& {network}'],
] as const)
  test(`"${wording}" becomes "${expected}"`, () => assert.equal(fillSlots(wording, values), expected))

test('braces with a space behind them, with figures first or empty are no slots', () => {
  assert.deepEqual(slotsIn('{ a } {} {1} { } {{'), [])
  assert.deepEqual(
    slotsIn('Dag {naam}: {order number}').map(({ id, name, span }) => [id, name, span]),
    [
      ['name', 'naam', [4, 10]],
      [undefined, 'order number', [12, 26]],
    ],
  )
})

test('one walks from slot to slot, both ways, and out at either end', () => {
  const text = 'a {one} b {two} c'
  assert.equal(nextSlot(text, 0)?.name, 'one')
  assert.equal(nextSlot(text, 7)?.name, 'two')
  assert.equal(nextSlot(text, 15), undefined)
  assert.equal(nextSlot(text, 10, { isBack: true })?.name, 'one')
  assert.equal(nextSlot(text, 2, { isBack: true }), undefined)
  assert.equal(nextSlot('{first name}, {order}', 0, { isOpen: ({ id }) => id === undefined })?.name, 'order')
})

test('a slot is shown in the language of the reader', () => {
  assert.equal(slotText('firstName', 'nl'), '{voornaam}')
  assert.equal(slotText('ourName', 'en'), '{our name}')
})
