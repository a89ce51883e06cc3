import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHouse } from '#domain/house-style.ts'
import { checkDraft } from './check-draft.ts'

const facts = [{ texts: ['Van onze vluchten vertrekt 92% op tijd.'], source: 'Jaarverslag 2026' }]
const asks = (text: string, known = facts) =>
  checkDraft({ text, lang: 'nl', person: undefined, house: plainHouse, writer: 'Noor', facts: known }).some(
    ({ rule }) => rule === 'source',
  )

test('a figure out of nowhere is asked for its source; one that a fact says is not', () => {
  assert.equal(asks('Van onze vluchten vertrekt 92% op tijd.', []), true)
  assert.equal(asks('Hoi, 92% van onze vluchten vertrekt echt op tijd.'), false)
})

test('another figure, or another claim with that figure, is not backed', () => {
  assert.equal(asks('Van onze vluchten vertrekt 95% op tijd.'), true)
  assert.equal(asks('Wij zijn bij 92% van alle Nederlanders geliefd.'), true)
})

test('an answer that names the source of a fact is backed', () => {
  assert.equal(asks('Onze score is 95%, zie jaarverslag 2026.'), false)
})
