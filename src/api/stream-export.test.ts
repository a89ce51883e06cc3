// The rows of a report as a file: complete in whatever pages, safe to open, written down, behind the wall of the workspace, and over when nobody reads on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js'
import { day } from '#base/clock.ts'
import { type ExportTable, exportFormats, exportTables } from '#domain/report-export.ts'
import { eraseAuthor } from '#reply/erase-author.ts'
import { startExport } from '#report/export/start-export.ts'
import { writeXlsx } from '#report/export/write-xlsx.ts'
import { apiHouse, type Person } from '#testing/api-house.ts'
import { testApp } from '#testing/test-app.ts'

const app = await testApp()
const { pool } = app.db
const house = apiHouse(app)
const path = '/api/reports/export'
const week = { from: '2026-11-17', to: '2026-11-23' }

const formulas = ['=1+1', '+31 20 123', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =HYPERLINK("x")', '＝1', '\n=1']
const plain = ['5 = 5', 'a,b "c"', 'twee\nregels', "l'été 🚲", '<b> & _x0041_ \u0007', 'wit ']

async function world(name: string, texts: readonly string[]): Promise<Person> {
  const owner = await house.start(name, `Eva${name}`)
  const { workspaceId } = owner.ctx
  await pool.query(
    `with a as (insert into authors (id, workspace_id, network, native_id, handle, name, followers)
                select gen_random_uuid(), $1, 'forum', $2 || n, 'w' || n, $2 || ' ' || n, n from generate_series(1, 3) n returning id),
          c as (insert into conversations (id, workspace_id, number, network, thread_id, title, author_id, latest_at, created_at)
                select gen_random_uuid(), $1, n, 'forum', $2 || n, 'Te laat', (select id from a limit 1), $4::timestamptz, $4::timestamptz - n * interval '1 minute' from generate_series(1, 1203) n returning id, number)
     insert into mentions (id, workspace_id, network, native_id, author_id, conversation_id, kind, text, published_at)
     select gen_random_uuid(), $1, 'forum', $2 || number, (select id from a limit 1), id, 'post',
            coalesce(($3::text[])[number], 'bericht ' || number), $4::timestamptz - interval '1 day' * (number % 3) from c`,
    [workspaceId, `${name}-`, texts, app.clock.now()],
  )
  return owner
}
const owner = await world('Zilvermeeuw', [...formulas, ...plain])
const other = await world('Oranjewind', ['geheim van een ander'])

const post = ({ cookie }: Person, body: object) => house.request('POST', path, { cookie, body })
const csvOf = async (person: Person, table: ExportTable) => {
  const response = await post(person, { ...week, table, format: 'csv' })
  assert.equal(response.status, 200)
  return parsed(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()))
}

/** As a strict reader of RFC 4180 has it. */
function parsed(text: string): Record<string, string>[] {
  assert.equal(text[0], '\uFEFF')
  const rows: string[][] = [[]]
  for (const { 0: whole, groups } of text
    .slice(1)
    .matchAll(/(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^",\r\n]*))(?<end>,|\r\n)/gu)) {
    rows.at(-1)?.push(groups?.quoted?.replaceAll('""', '"') ?? groups?.bare ?? '')
    if (whole.endsWith('\r\n')) rows.push([])
  }
  const [heads = [], ...cells] = rows.slice(0, -1)
  for (const row of cells) assert.equal(row.length, heads.length)
  return cells.map((row) => Object.fromEntries(row.map((cell, i) => [heads[i], cell])))
}

async function sheets(bytes: Blob): Promise<Map<string, string>> {
  const entries = await new ZipReader(new BlobReader(bytes)).getEntries()
  const read = entries.map(
    async (entry) => [entry.filename, entry.directory ? '' : await entry.getData(new TextWriter())] as const,
  )
  return new Map(await Promise.all(read))
}

test('every row comes once, over all pages, and the header says how many', async () => {
  const response = await post(owner, { ...week, table: 'mentions', format: 'ndjson' })
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual([lines.length, response.headers.get('wederhoor-rows')], [1203, '1203'])
  assert.equal(new Set(lines.map(({ message_id }) => message_id)).size, 1203)
  assert.deepEqual(
    lines.map(({ published_at }) => published_at),
    lines.map(({ published_at }) => published_at).toSorted(),
  )
  assert.match(response.headers.get('content-disposition') ?? '', /wederhoor-mentions-2026-11-17-2026-11-23\.ndjson/)
  assert.equal((await csvOf(owner, 'conversations')).length, 1203)
})

for (const table of exportTables)
  for (const format of exportFormats)
    test(`${table} as ${format} can be asked`, async () => {
      const response = await post(owner, { ...week, table, format })
      assert.equal(response.status, 200)
      assert.ok((await response.arrayBuffer()).byteLength > 0 || format === 'ndjson')
    })

test('nothing that people wrote is a formula in CSV, and all of it is still there', async () => {
  const rows = await csvOf(owner, 'mentions')
  const texts = rows.map(({ text = '' }) => text)
  for (const text of formulas) assert.ok(texts.includes(`'${text}`), JSON.stringify(text))
  for (const text of plain) assert.ok(texts.includes(text), JSON.stringify(text))
  const isFormula = (cell: string) => /^\s*[=+\-@＝]/u.test(cell)
  assert.deepEqual(rows.flatMap((row) => Object.values(row)).filter(isFormula), [])
})

test('in a workbook text is text, marked so where it looks like a formula, and signs that XML has not are gone', async () => {
  const files = await sheets(await (await post(owner, { ...week, table: 'mentions', format: 'xlsx' })).blob())
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  assert.equal(sheet.match(/<row /gu)?.length, 1204)
  assert.equal(/<f[ >]/u.test(sheet), false)
  assert.match(sheet, /<c t="inlineStr" s="2"><is><t xml:space="preserve">=1\+1<\/t>/u)
  assert.ok(sheet.includes('&lt;b&gt; &amp; _x005F_x0041_ <'))
  assert.match(sheet, /<autoFilter ref="A1:[A-Z]+1204"\/>/u)
  assert.deepEqual([...files.keys()].toSorted(), [
    ...['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'],
    'xl/worksheets/sheet1.xml',
  ])
})

test('what does not fit in one sheet goes on in another', async () => {
  const given = await startExport(owner.ctx, { ...week, table: 'mentions', format: 'xlsx' })
  const files = await sheets(await new Response(writeXlsx(given, { table: 'mentions' }, 501)).blob())
  const rows = [1, 2, 3].map((n) => files.get(`xl/worksheets/sheet${n}.xml`)?.match(/<row /gu)?.length)
  assert.deepEqual([rows, files.has('xl/worksheets/sheet4.xml')], [[501, 501, 204], false])
})

test('only leads and up take rows out, and it is written down before the first one leaves', async () => {
  const lead = await house.join(owner, { name: 'Lies', role: 'lead' })
  const member = await house.join(owner, { name: 'Mo', role: 'member' })
  assert.equal((await post(member, { ...week, table: 'mentions', format: 'csv' })).status, 403)
  assert.equal((await house.request('POST', path, { body: { ...week, table: 'mentions', format: 'csv' } })).status, 401)
  await (await post(lead, { ...week, table: 'waits', format: 'csv', network: 'forum' })).body?.cancel()
  const { rows } = await pool.query(
    `select actor, details from audit where action = 'report.export' order by id desc limit 1`,
  )
  assert.equal(rows[0].actor, lead.memberId)
  assert.deepEqual(rows[0].details, { ...week, table: 'waits', format: 'csv', count: 0, network: 'forum' })
})

test('nothing of another workspace is in it', async () => {
  for (const table of exportTables) assert.ok(!JSON.stringify(await csvOf(owner, table)).includes('geheim'), table)
  assert.ok(JSON.stringify(await csvOf(other, 'mentions')).includes('geheim van een ander'))
})

test('whoever was forgotten is in none of them', async () => {
  const before = JSON.stringify(await csvOf(other, 'mentions'))
  const { rows } = await pool.query('select distinct author_id as id from mentions where workspace_id = $1', [
    other.ctx.workspaceId,
  ])
  assert.ok(before.includes('Oranjewind-'))
  for (const { id } of rows) await eraseAuthor(other.ctx, { id, keepsOut: false })
  for (const table of exportTables) {
    const found = JSON.stringify(await csvOf(other, table))
    for (const needle of ['geheim', 'bericht', 'Oranjewind-', '"w1"'])
      assert.ok(!found.includes(needle), `${table}: ${needle}`)
  }
})

for (const [what, body] of [
  ['a period that ends before it begins', { from: '2026-11-23', to: '2026-11-17' }],
  ['more than a year', { from: '2024-11-23', to: '2026-11-17' }],
  ['a table that is not there', { table: 'members' }],
  ['no date', { from: 'x' }],
] as const)
  test(`${what} is refused before the first byte`, async () => {
    const response = await post(owner, { ...week, table: 'mentions', format: 'csv', ...body })
    assert.deepEqual([response.status, (await response.json()).error.code], [400, 'bad_input'])
  })

for (const format of exportFormats)
  test(`three at once are enough; who hangs up on ${format} makes room`, async () => {
    const ask = () => post(owner, { ...week, table: 'mentions', format })
    const three = [await ask(), await ask(), await ask()]
    assert.equal((await ask()).status, 429)
    await three[0]?.body?.cancel()
    const next = await ask()
    assert.equal(next.status, 200)
    await Promise.all([...three.slice(1), next].map((response) => response.arrayBuffer()))
    const again = await ask()
    assert.equal(again.status, 200)
    await again.body?.cancel()
  })

test('nobody reads on for somebody who does not take it: only a little is read ahead', async () => {
  const given = await startExport(owner.ctx, { ...week, table: 'mentions', format: 'csv' })
  let read = 0
  const rows = (async function* () {
    for await (const row of given.rows) {
      read += 1
      yield row
    }
  })()
  const stream = writeXlsx({ ...given, rows }, { table: 'mentions' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.ok(read < 1203, `${read} rows were read ahead`)
  await stream.cancel()
})

test('a day of the report is one on the clock of the workspace', async () => {
  assert.equal(day, 86_400_000)
  await pool.query(
    `update workspaces set opening_hours = '{"timeZone":"Pacific/Auckland","weekdays":{}}' where id = $1`,
    [owner.ctx.workspaceId],
  )
  const [first] = await csvOf(owner, 'mentions')
  assert.match(first?.published_local ?? '', /^2026-11-2[0-3] 22:00:00$/)
  assert.match(first?.published_at ?? '', /T09:00:00\.000Z$/)
})
