import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assess } from './assess.ts'
import { findVulnerable, speaksOfPress } from './find-vulnerable.ts'

function check(text: string, expected: string[]) {
  assert.deepEqual(findVulnerable(text, assess({ text }, { brands: [] })), expected)
}

test('words that name somebody who cannot wait, in both languages', () => {
  check('Mijn oma van 84 zit al uren zonder verwarming', ['elderly'])
  check('Sta hier met een baby van twee weken en de deur gaat niet open', ['child'])
  check('My mother is out of insulin and the pharmacy will not answer the phone', ['medical'])
  check('Where is my parcel, it has been a week now', [])
})
test('what a rule found counts too', () => {
  check('Ik zie het leven niet meer zitten door deze schulden bij jullie', ['selfharm'])
  check('Rook uit de meterkast na het plaatsen van jullie slimme meter', ['danger'])
})
test('the press is heard', () => {
  const said = (text: string) => speaksOfPress(assess({ text }, { brands: [] }).reasons)
  assert.equal(said('Ik ben journalist van de krant en heb een persvraag over uw bezorging'), true)
  assert.equal(said('Waar blijft mijn pakje?'), false)
})
