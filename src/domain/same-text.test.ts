import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameText } from './same-text.ts'

for (const [name, one, other, isSame] of [
  ['spaces and composed letters', 'Caf\u00e9  open?\n', 'Cafe\u0301 open?', true],
  ['the name of whom is answered, put in front', 'Kom langs.', '@fleur@elders.example Kom langs.', true],
  ['a shortened name', 'Dag @jan@elders.example, kom langs.', '@fleur Dag @jan, kom langs.', true],
  ['a missing mark', 'Open?', 'Open', false],
  ['another name', 'Dag @jan.', '@fleur Dag @piet.', false],
] as const) {
  test(`${isSame ? 'the same text' : 'another text'}: ${name}`, () => assert.equal(isSameText(one, other), isSame))
}
