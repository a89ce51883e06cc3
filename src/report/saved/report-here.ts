import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { savedReports } from '#db/tables/saved-reports.ts'
import type { Context } from '#team/context.ts'

export type SavedReportRow = typeof savedReports.$inferSelect

/** @throws AppError `not_found` */
export async function reportHere(tx: Tx, ctx: Context, id: string): Promise<SavedReportRow> {
  const isIt = and(eq(savedReports.id, id), eq(savedReports.workspaceId, ctx.workspaceId))
  const [row] = await tx.select().from(savedReports).where(isIt)
  if (!row) throw new AppError('not_found', 'This report is not here any more.')
  return row
}
