import { type SQL, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { ExportFormat, ExportTable } from '#domain/report-export.ts'
import type { ReportAsk, ReportFilter } from '#report/report-ask.ts'
import { type DayRange, reportPeriod } from '#report/report-period.ts'
import { zoneOf } from '#report/settle-figures.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { Column, ExportSource } from './export-table.ts'
import { conversationRows, mentionRows, waitRows } from './heard-tables.ts'
import { answerRows, silenceRows } from './said-tables.ts'

export type ExportAsk = DayRange & ReportFilter & { table: ExportTable; format: ExportFormat }
/** A cell for each column; null where there is nothing to say. */
export type ExportRow = readonly (string | number | boolean | null)[]
export type Export = {
  columns: readonly Column[]
  /** How many there were when it began. */
  count: number
  rows: AsyncGenerator<ExportRow>
}

const sources: Record<ExportTable, (ask: ReportAsk) => ExportSource> = {
  mentions: mentionRows,
  conversations: conversationRows,
  waits: waitRows,
  answers: answerRows,
  silences: silenceRows,
}

const pageRows = 500
/** A file of which no spreadsheet opens a tenth. */
const rowsMax = 5_000_000

/**
 * Who takes the rows of a report out of the house is written down before the first one leaves. They are read a page at a time, each in a transaction of its
 * own, and only as fast as somebody takes them. @throws AppError `not_allowed`, `bad_input`, `too_large`
 */
export async function startExport(ctx: Context, input: ExportAsk): Promise<Export> {
  memberOf(ctx)
  const { workspaceId } = ctx
  const { table, format, from, to, network, departmentId } = input
  const period = reportPeriod({ from, to, against: 'before' })
  return change(ctx, 'report.export', async (tx) => {
    const ask = { workspaceId, period, zone: await zoneOf(tx, workspaceId), network, departmentId }
    const source = sources[table](ask)
    const { rows } = await tx.execute<{ count: number }>(sql`select count(*)::int as count ${source.rows}`)
    const count = rows[0]?.count ?? 0
    if (count > rowsMax)
      throw new AppError('too_large', 'That is more than five million rows. Choose a shorter period.')
    return {
      result: { columns: source.columns, count, rows: rowsOf(ctx, source) },
      subject: { kind: 'workspace', id: workspaceId },
      details: { table, format, from, to, count, ...(network && { network }), ...(departmentId && { departmentId }) },
    }
  })
}

type Row = Record<string, string | number | boolean | null> & { cursor_at: string; cursor_id: string }

async function* rowsOf(ctx: Context, source: ExportSource): AsyncGenerator<ExportRow> {
  const { columns } = source
  let after: Row | undefined
  for (let read = 0; read < rowsMax; ) {
    const page = await readPage(ctx, source, after)
    for (const row of page) yield columns.map(({ key }) => row[key] ?? null)
    read += page.length
    after = page.at(-1)
    if (page.length < pageRows) return
  }
}

async function readPage(
  ctx: Context,
  { columns, rows, at, id, atType }: ExportSource,
  after: Row | undefined,
): Promise<Row[]> {
  const values = columns.map(({ key, value }): SQL => sql`${value} as ${sql.identifier(key)}`)
  // A moment goes there and back as text, to the microsecond.
  const isAfter = after
    ? sql`and (${at}, ${id}) > (${after.cursor_at}::${sql.raw(atType)}, ${after.cursor_id}::uuid)`
    : sql``
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const page = await tx.execute<Row>(sql`
      select ${sql.join(values, sql`, `)}, ${at}::text as cursor_at, ${id}::text as cursor_id ${rows} ${isAfter}
       order by ${at}, ${id} limit ${pageRows}`)
    return page.rows
  })
}
