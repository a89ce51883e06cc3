import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('..', import.meta.url))
const sheets = globSync('dev/sheet*.tsx', { cwd: web }).map((file) => readFileSync(`${web}/${file}`, 'utf8'))

/** Drawn by a part that is on the sheet; and paper, which has no look of its own. */
const ofCharts = ['chart-frame', 'chart-grid', 'chart-table', 'event-signs', 'table-toggle']
const within = ['parts/paper.tsx', ...ofCharts.map((name) => `parts/charts/${name}.tsx`)]

test('every part is drawn on the sheet', () => {
  const parts = globSync('parts/**/*.tsx', { cwd: web }).map((file) => file.replaceAll('\\', '/'))
  const missing = parts.filter(
    (part) => !within.includes(part) && !sheets.some((sheet) => sheet.includes(`#web/${part}`)),
  )
  assert.ok(parts.length > 20)
  assert.deepEqual(missing, [])
})
