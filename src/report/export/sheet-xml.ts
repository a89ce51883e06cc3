import type { Column } from './export-table.ts'
import { looksLikeFormula } from './safe-cell.ts'
import type { ExportRow } from './start-export.ts'

// Just so much of SpreadsheetML as a table needs: ECMA-376 part 1, chapter 18.

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Places in `cellXfs` below. */
const looks = { head: 1, quoted: 2, moment: 3 } as const
/** More does not fit in a cell. */
const cellMax = 32_767
const dayMs = 86_400_000
/** The day 0 of spreadsheets. */
const dayZeroMs = Date.UTC(1899, 11, 30)
const widthOf: Record<Column['kind'], number> = { text: 18, count: 11, flag: 9, moment: 25, local: 19 }

export const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" quotePrefix="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`

export const partsOf = `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export function workbook(names: readonly string[]): string {
  const sheets = names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  return `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`
}

export function workbookParts(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  return `${xml}<Relationships xmlns="${packaged}/relationships">${each.join('')}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
}

export function contentTypes(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${office}.worksheet+xml"/>`,
  )
  return `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${office}.styles+xml"/>${each.join('')}</Types>`
}

/** The head stays in sight. */
export function sheetHead(columns: readonly Column[]): string {
  const widths = columns.map(
    ({ kind }, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf[kind]}" customWidth="1"/>`,
  )
  const heads = columns.map(({ key }) => textCell(key, looks.head))
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${heads.join('')}</row>`
}

export function sheetRow(row: ExportRow, { columns, number }: { columns: readonly Column[]; number: number }): string {
  return `<row r="${number}">${row.map((value, i) => cellOf(value, columns[i]?.kind ?? 'text')).join('')}</row>`
}

export function sheetEnd({ columns, rows }: { columns: number; rows: number }): string {
  return `</sheetData><autoFilter ref="A1:${letters(columns)}${rows}"/></worksheet>`
}

function cellOf(value: ExportRow[number], kind: Column['kind']): string {
  if (value === null) return '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c t="b"><v>${Number(value)}</v></c>`
  if (kind === 'local')
    return `<c s="${looks.moment}"><v>${(Date.parse(`${value.replace(' ', 'T')}Z`) - dayZeroMs) / dayMs}</v></c>`
  return textCell(value, looksLikeFormula(value) ? looks.quoted : undefined)
}

function textCell(text: string, look: number | undefined): string {
  const style = look === undefined ? '' : ` s="${look}"`
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(cutText(text))}</t></is></c>`
}

function cutText(text: string): string {
  return text.length > cellMax ? `${text.slice(0, cellMax - 1)}…` : text
}

/** XML knows no control signs and no half pairs; `_x0041_` would be read as the sign of that number. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The 27th column is AA. */
function letters(column: number): string {
  const rest = (column - 1) % 26
  const before = Math.floor((column - 1) / 26)
  return (before > 0 ? letters(before) : '') + String.fromCharCode(65 + rest)
}
