import { asc, desc, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { mailServers } from '#db/tables/notify.ts'
import { reportLetters, savedReports } from '#db/tables/saved-reports.ts'
import { departments, members } from '#db/tables/team.ts'
import { can } from '#domain/action.ts'
import { zoneOf } from '#report/settle-figures.ts'
import { type Context, memberOf } from '#team/context.ts'
import { findChromium } from './find-chromium.ts'
import { mayRemove } from './remove-report.ts'
import { reportHere, type SavedReportRow } from './report-here.ts'
import { daysAt } from './share-report.ts'

const lettersShown = 30

/** The reports that were put together here, and what can be done with them on this machine. */
export async function readReports(ctx: Context) {
  memberOf(ctx)
  const { workspaceId } = ctx
  const chromium = await findChromium(ctx.app)
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const zone = await zoneOf(tx, workspaceId)
    const rows = await tx
      .select({ report: savedReports, by: { id: members.id, name: members.name } })
      .from(savedReports)
      .leftJoin(members, eq(members.id, savedReports.madeBy))
      .where(eq(savedReports.workspaceId, workspaceId))
      .orderBy(asc(savedReports.name), asc(savedReports.id))
    return {
      reports: rows.map(({ report, by }) => {
        const { id, name, asked, parts, changedAt } = report
        return { id, name, span: asked.span, parts, changedAt, by, letters: lettersOf(report, zone) }
      }),
      canPdf: chromium !== undefined,
      hasMailServer: (await tx.$count(mailServers, eq(mailServers.workspaceId, workspaceId))) > 0,
    }
  })
}

/** One, with the days that it means today. @throws AppError `not_found` */
export async function readReport(ctx: Context, { id }: { id: string }) {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const row = await reportHere(tx, ctx, id)
    const { name, lead, parts, asked, version, changedAt } = row
    return {
      ...{ id, name, lead, parts, version, changedAt, ...asked },
      days: await daysAt(tx, row, ctx.app.clock.now()),
      by: await memberNamed(tx, row.madeBy),
      department: await departmentNamed(tx, asked.departmentId),
      letters: lettersOf(row, await zoneOf(tx, ctx.workspaceId)),
      sent: await lettersSent(tx, id),
      may: {
        change: can(ctx.actor, 'report.write'),
        remove: mayRemove(ctx, row),
        share: can(ctx.actor, 'report.share'),
      },
    }
  })
}

function lettersOf({ letters, lettersAt }: SavedReportRow, zone: string) {
  return letters && lettersAt ? { ...letters, nextAt: lettersAt, zone } : null
}

async function memberNamed(tx: Tx, id: string | null) {
  if (id === null) return null
  const [row] = await tx.select({ id: members.id, name: members.name }).from(members).where(eq(members.id, id))
  return row ?? null
}

/** One that was removed since then narrows on, without a name. */
async function departmentNamed(tx: Tx, id: string | null) {
  if (id === null) return null
  const [row] = await tx
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.id, id))
  return row ?? null
}

async function lettersSent(tx: Tx, reportId: string) {
  const rows = await tx
    .select()
    .from(reportLetters)
    .where(eq(reportLetters.reportId, reportId))
    .orderBy(desc(reportLetters.madeAt), asc(reportLetters.address))
    .limit(lettersShown)
  return rows.map(({ id, address, state, settledAt, madeAt, trouble }) => ({
    ...{ id, address, state, trouble, at: settledAt ?? madeAt },
  }))
}
