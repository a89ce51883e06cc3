import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameCallsIn } from './name-call.ts'

const people = [
  { id: 'noor', name: 'Noor de Vries' },
  { id: 'noortje', name: 'Noortje Bos' },
  { id: 'sanne1', name: 'Sanne Bakker' },
  { id: 'sanne2', name: 'Sanne Visser' },
  { id: 'zoe', name: 'Zoë' },
  { id: 'legal', name: 'Legal affairs' },
]
const cases: [string, string[]][] = [
  ['@Noor de Vries, wil jij kijken?', ['noor']],
  ['kan @noor even?', ['noor']],
  ['@Noortje en @Noor', ['noortje', 'noor']],
  ['@Sanne kijk', []],
  ['@Sanne Visser kijk', ['sanne2']],
  ['@zoe!', ['zoe']],
  ['@Zoë.', ['zoe']],
  ['schrijf naar noor@noor.nl', []],
  ['(@Legal affairs)', ['legal']],
  ['@Legal', ['legal']],
  ['@Noordwijk is mooi', []],
  ['@', []],
  ['@@noor', ['noor']],
  ['niemand', []],
]
for (const [text, called] of cases) {
  test(`“${text}” calls ${called.join(' and ') || 'nobody'}`, () => {
    assert.deepEqual(
      nameCallsIn(text, people).map(({ id }) => id),
      called,
    )
  })
}

test('the span is the call as it stands', () => {
  const text = 'vraag @Noor de Vries morgen'
  const [call] = nameCallsIn(text, people)
  assert.equal(text.slice(...(call?.span ?? [0, 0])), '@Noor de Vries')
})
