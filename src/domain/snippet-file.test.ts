import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FiledSnippet, readSnippetFile, writeSnippetFile } from './snippet-file.ts'

const snippets: FiledSnippet[] = [
  {
    ...{ name: 'Koffer kwijt', state: 'live', tags: ['koffer', 'bagage'], owner: 'Noor', expires: '2027-01-31' },
    wordings: [
      { lang: 'nl', network: null, texts: ['Dag {voornaam}, wat naar.\nWe zoeken.', '=SOM(A1) "zo"'] },
      { lang: 'en', network: 'bluesky', texts: ["'tis lost"] },
    ],
  },
  {
    ...{ name: 'Dank', state: 'draft', tags: [], owner: '', expires: '' },
    wordings: [{ lang: 'nl', network: null, texts: ['Dank!'] }],
  },
]

for (const format of ['csv', 'json'] as const)
  test(`what is written as ${format} is read as it was`, () =>
    assert.deepEqual(readSnippetFile(writeSnippetFile(snippets, format), format), snippets))

test('no cell is a formula to a spreadsheet', () => {
  for (const cell of writeSnippetFile(snippets, 'csv').split(/,|\r\n/u)) assert.doesNotMatch(cell, /^"?[=+@-]/u)
})

test('a table from a Dutch spreadsheet, with the names alone, is read too', () => {
  assert.deepEqual(readSnippetFile('\uFEFFName;Text\r\nGroet;Hoi, daar\r\n;\r\ngroet;Dag\r\n', 'csv'), [
    {
      ...{ name: 'Groet', state: 'live', tags: [], owner: '', expires: '' },
      wordings: [{ lang: 'nl', network: null, texts: ['Hoi, daar', 'Dag'] }],
    },
  ])
})

test('what is no such table says which column is missing', () => {
  assert.throws(() => readSnippetFile('a,b\r\n1,2', 'csv'), /“name”/u)
})
