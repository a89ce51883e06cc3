import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filledOf, formOf, toggled } from './assist-form.ts'

const right = { ...formOf(undefined), address: ' https://model.example/v1 ', model: 'small' }

test('what is typed is read as it is meant, and not sent while something is missing', () => {
  assert.equal(filledOf(formOf(undefined)), undefined)
  assert.deepEqual(
    [filledOf({ ...right, priceIn: '0,25', moneyMost: '', tokensMost: '1000' })].map((one) => [
      one?.address,
      one?.priceIn,
      one?.moneyMost,
      one?.tokensMost,
    ]),
    [['https://model.example/v1', 0.25, null, 1000]],
  )
  for (const wrong of [
    { priceOut: 'x' },
    { moneyMost: '-1' },
    { tokensMost: '1.5' },
    { address: 'model' },
    { model: ' ' },
  ])
    assert.equal(filledOf({ ...right, ...wrong }), undefined, JSON.stringify(wrong))
})

test('a key that is not typed stays, and one that is taken away goes', () => {
  assert.equal('key' in (filledOf(right) ?? {}), false)
  assert.equal(filledOf({ ...right, isKeyGone: true })?.key, '')
  assert.equal(filledOf({ ...right, isKeyGone: true, key: 'new' })?.key, 'new')
})

test('what is chosen once more is chosen no longer', () => {
  assert.deepEqual(toggled(['a'], 'b'), ['a', 'b'])
  assert.deepEqual(toggled(['a', 'b'], 'a'), ['b'])
})
