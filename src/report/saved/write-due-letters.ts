import { and, asc, eq, lte } from 'drizzle-orm'
import type { App } from '#app.ts'
import { savedReports } from '#db/tables/saved-reports.ts'
import { nextLetterAt } from '#domain/saved-report.ts'
import { zoneOf } from '#report/settle-figures.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { writeLetters } from './plan-letters.ts'

const atOnceMax = 50

/** Each report whose hour has come gets its letters, once: the next hour is set in the same transaction. One that was missed is made up for, of the days it was of. */
export async function writeDueLetters(app: App): Promise<number> {
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ id: savedReports.id, workspaceId: savedReports.workspaceId })
      .from(savedReports)
      .where(lte(savedReports.lettersAt, app.clock.now()))
      .orderBy(asc(savedReports.lettersAt))
      .limit(atOnceMax),
  )
  for (const { id, workspaceId } of due)
    try {
      await writeOne({ app, workspaceId, actor: { kind: 'system', part: 'clock' } }, id)
    } catch (error) {
      // One that cannot be written stands in nobody else's way, and is tried again.
      app.log.error({ err: error, workspaceId, reportId: id }, 'the letters of a report could not be written')
    }
  return due.length
}

async function writeOne(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'report.letter_due', async (tx) => {
    const now = ctx.app.clock.now()
    const subject = { kind: 'report', id }
    // Locked, so that of two processes the second finds the next hour.
    const isDue = and(eq(savedReports.id, id), lte(savedReports.lettersAt, now))
    const [report] = await tx.select().from(savedReports).where(isDue).for('update')
    if (!report?.letters || !report.lettersAt) return { result: undefined, subject, isSilent: true }
    const count = await writeLetters(tx, ctx, { report, letters: report.letters, at: report.lettersAt })
    const zone = await zoneOf(tx, ctx.workspaceId)
    const lettersAt = nextLetterAt(report.letters, { after: now, zone })
    await tx.update(savedReports).set({ lettersAt }).where(eq(savedReports.id, id))
    return { result: undefined, subject, details: { count }, events: [{ kind: 'report.changed' }] }
  })
}
