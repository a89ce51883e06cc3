import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowCounter } from './count-rows.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

for (const [format, text, rows] of [
  ['csv', 'a,b\r\n', 0],
  ['csv', 'a,b\r\n1,"two\r\nlines, and ""so"""\r\n2,x\r\n', 2],
  ['ndjson', '{"a":1}\n{"a":"\\"\\n"}\n', 2],
  ['ndjson', '', 0],
] as const)
  test(`${JSON.stringify(text)} is ${rows} rows of ${format}, in whatever pieces it comes`, () => {
    assert.equal(rowCounter(format)?.(bytes(text)), rows)
    const count = rowCounter(format)
    let counted = 0
    for (const byte of bytes(text)) counted = count?.(new Uint8Array([byte])) ?? 0
    assert.equal(counted, rows)
  })

test('the rows of a packed file are not seen from outside', () => assert.equal(rowCounter('xlsx'), undefined))
