import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askOf, draftOf, sourceOf } from './rumour-draft.ts'

for (const [line, text, url] of [
  ['Jaarverslag', 'Jaarverslag', null],
  ['https://nvwa.example/a', 'https://nvwa.example/a', 'https://nvwa.example/a'],
  ['Rapport van de NVWA https://nvwa.example/a', 'Rapport van de NVWA', 'https://nvwa.example/a'],
  ['https://', 'https://', null],
] as const)
  test(`“${line}” is a source`, () => assert.deepEqual(sourceOf(line), { text, url }))

test('empty lines and groups ask for nothing, and what was read is written back as it was', () => {
  const draft = {
    ...draftOf(undefined, 'nl'),
    ...{
      title: ' Er zit gif in ',
      wordings: 'er zit gif in de salade\n\n  gif in het brood ',
      groups: [['gif'], [], ['salade']],
    },
  }
  const asked = askOf(draft)
  assert.deepEqual(asked.marks.all, [['gif'], ['salade']])
  assert.deepEqual(
    asked.wordings.map(({ text }) => text),
    ['er zit gif in de salade', 'gif in het brood'],
  )
  assert.equal(asked.title, 'Er zit gif in')
  assert.equal(asked.ownerId, null)
})
