import { looksLikeFormula } from './safe-cell.ts'
import type { Export, ExportRow } from './start-export.ts'

/** By this mark a spreadsheet knows that it is UTF-8. */
const byteOrderMark = '\uFEFF'
const lineEnd = '\r\n'

/** RFC 4180. What would be read as a formula begins with an apostrophe. */
export async function* writeCsv({ columns, rows }: Export): AsyncGenerator<string> {
  const isText = columns.map(({ kind }) => kind === 'text')
  yield byteOrderMark + columns.map(({ key }) => key).join(',') + lineEnd
  for await (const row of rows) yield lineOf(row, isText)
}

function lineOf(row: ExportRow, isText: readonly boolean[]): string {
  return row.map((value, i) => cellOf(value, isText[i] === true)).join(',') + lineEnd
}

function cellOf(value: ExportRow[number], isText: boolean): string {
  if (value === null) return ''
  const text = String(value)
  const safe = isText && looksLikeFormula(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
