import { configure, ZipWriter } from '@zip.js/zip.js'
import type { ExportTable } from '#domain/report-export.ts'
import { bytesOf } from './bytes-of.ts'
import { contentTypes, partsOf, sheetEnd, sheetHead, sheetRow, styles, workbook, workbookParts } from './sheet-xml.ts'
import type { Export, ExportRow } from './start-export.ts'

/** The workers of the library are for browsers. */
configure({ useWebWorkers: false })

/** What a sheet holds, its head included. What is more goes on in another sheet. */
export const sheetRowsMax = 1_048_576

/**
 * A workbook of plain cells, packed as its rows come: nothing of it is kept. Text stands in it as text, which no spreadsheet runs, and says so where it looks like
 * a formula, so that it stays one when somebody edits it.
 */
export function writeXlsx(given: Export, { table }: { table: ExportTable }, rowsMax = sheetRowsMax): ReadableStream {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  // What breaks in here breaks the stream, and whoever reads it hears of it.
  pack(given, { table, rowsMax, writable })
    .catch((error) => writable.abort(error).catch(() => undefined))
    .finally(() => given.rows.return(undefined))
  return readable
}

type Packing = { table: ExportTable; rowsMax: number; writable: WritableStream<Uint8Array> }

async function pack(given: Export, { table, rowsMax, writable }: Packing): Promise<void> {
  // Spreadsheets do not read the large format of archives.
  const zip = new ZipWriter(writable, { zip64: false, dataDescriptor: true, bufferedWrite: false, level: 6 })
  const add = (name: string, text: ReadableStream<Uint8Array>) => zip.add(name, text)
  const rest = rowsAhead(given.rows)
  const names: string[] = []
  do {
    names.push(names.length === 0 ? table : `${table} ${names.length + 1}`)
    const sheet = sheetOf(given, { rest, rowsMax })
    await add(`xl/worksheets/sheet${names.length}.xml`, bytesOf(sheet))
  } while (!(await rest.isOver()))
  const one = (text: string) => bytesOf([text])
  await add('xl/styles.xml', one(styles))
  await add('xl/workbook.xml', one(workbook(names)))
  await add('xl/_rels/workbook.xml.rels', one(workbookParts(names.length)))
  await add('_rels/.rels', one(partsOf))
  await add('[Content_Types].xml', one(contentTypes(names.length)))
  await zip.close()
}

type Ahead = { next: () => Promise<ExportRow | undefined>; isOver: () => Promise<boolean> }

/** Whether there is another row decides whether there is another sheet. */
function rowsAhead(rows: AsyncGenerator<ExportRow>): Ahead {
  let ahead: Promise<IteratorResult<ExportRow>> | undefined
  const look = () => (ahead ??= rows.next())
  return {
    next: async () => {
      const found = await look()
      if (found.done) return undefined
      ahead = undefined
      return found.value
    },
    isOver: async () => (await look()).done === true,
  }
}

async function* sheetOf({ columns }: Export, { rest, rowsMax }: { rest: Ahead; rowsMax: number }) {
  yield sheetHead(columns)
  let written = 1
  for (; written < rowsMax; written += 1) {
    const row = await rest.next()
    if (!row) break
    yield sheetRow(row, { columns, number: written + 1 })
  }
  yield sheetEnd({ columns: columns.length, rows: written })
}
