import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { reportShares } from '#db/tables/saved-reports.ts'
import { members } from '#db/tables/team.ts'
import { isDemoWorkspace } from '#domain/demo.ts'
import { daysOfSpan, sharesMax } from '#domain/saved-report.ts'
import { minuteIn } from '#domain/zoned-minute.ts'
import { zoneOf } from '#report/settle-figures.ts'
import { assertMay, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { reportHere, type SavedReportRow } from './report-here.ts'
import { sharePath, tokenOf } from './share-token.ts'

type Share = { id: string; url: string; expiresAt: Date }

/** A link that shows a report as it is put together, of the days that it means now. Who made it stands in the audit. @throws AppError `too_many` */
export async function shareReport(ctx: Context, { id, days }: { id: string; days: number }): Promise<Share> {
  return change(ctx, 'report.share', async (tx) => {
    assertMayLeave(ctx)
    const report = await reportHere(tx, ctx, id)
    await assertRoom(tx, ctx, id)
    const made = await makeShare(tx, ctx, { report, days, at: ctx.app.clock.now(), isOfLetter: false })
    return {
      result: { id: made.id, url: made.url, expiresAt: made.expiresAt },
      subject: { kind: 'report', id },
      details: { share: made.id, days },
      events: [{ kind: 'report.changed' }],
    }
  })
}

/** Nothing of a demo company leaves this machine. @throws AppError `not_allowed` */
export function assertMayLeave({ workspaceId }: Context): void {
  if (isDemoWorkspace(workspaceId))
    throw new AppError('not_allowed', 'This is the demo company: nothing of it leaves this machine.')
}

async function assertRoom(tx: Tx, ctx: Context, reportId: string): Promise<void> {
  const { isOfLetter, endedAt, expiresAt } = reportShares
  const isOpen = and(
    ...[eq(reportShares.reportId, reportId), eq(isOfLetter, false), isNull(endedAt)],
    gt(expiresAt, ctx.app.clock.now()),
  )
  if ((await tx.$count(reportShares, isOpen)) >= sharesMax)
    throw new AppError('too_many', 'There are 50 links to this report. End one first.')
}

type Making = { report: SavedReportRow; days: number; at: Date; isOfLetter: boolean }

/** Of the days that the report means at that moment, where the workspace lives. */
export async function makeShare(
  tx: Tx,
  ctx: Context,
  { report, days, at, isOfLetter }: Making,
): Promise<Share & { from: string; to: string }> {
  const id = newId()
  const now = ctx.app.clock.now()
  const { from, to } = await daysAt(tx, report, at)
  const expiresAt = new Date(now.getTime() + days * day)
  await tx.insert(reportShares).values({
    ...{ id, workspaceId: report.workspaceId, reportId: report.id, fromDay: from, toDay: to, isOfLetter },
    ...{ madeBy: ctx.actor.kind === 'member' ? ctx.actor.member.id : null, madeAt: now, expiresAt },
  })
  return { id, url: urlOf(ctx, id), expiresAt, from, to }
}

export async function daysAt(
  tx: Tx,
  { workspaceId, asked }: Pick<SavedReportRow, 'workspaceId' | 'asked'>,
  at: Date,
): Promise<{ from: string; to: string }> {
  const zone = await zoneOf(tx, workspaceId)
  return daysOfSpan(asked.span, minuteIn(zone, at).slice(0, 'YYYY-MM-DD'.length))
}

export function urlOf({ app }: Pick<Context, 'app'>, shareId: string): string {
  return `${app.publicUrl}${sharePath(tokenOf(app, { kind: 'share', shareId }))}`
}

/** A link ends before its time: whoever opens it after that sees nothing. */
export async function endShare(ctx: Context, { id, shareId }: { id: string; shareId: string }): Promise<void> {
  await change(ctx, 'report.unshare', async (tx) => {
    await reportHere(tx, ctx, id)
    const isIt = and(eq(reportShares.id, shareId), eq(reportShares.reportId, id))
    const ended = await tx
      .update(reportShares)
      .set({ endedAt: ctx.app.clock.now() })
      .where(and(isIt, isNull(reportShares.endedAt)))
      .returning({ id: reportShares.id })
    if (ended.length === 0 && (await tx.$count(reportShares, isIt)) === 0)
      throw new AppError('not_found', 'This link is not here any more.')
    return {
      result: undefined,
      subject: { kind: 'report', id },
      details: { share: shareId },
      events: [{ kind: 'report.changed' }],
      isSilent: ended.length === 0,
    }
  })
}

const shownMax = 100

/** The newest first. An address opens the report: only who may make one reads them. @throws AppError `not_allowed` */
export async function readShares(ctx: Context, { id }: { id: string }) {
  assertMay(ctx, 'report.share')
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    await reportHere(tx, ctx, id)
    const rows = await tx
      .select({ share: reportShares, by: { id: members.id, name: members.name } })
      .from(reportShares)
      .leftJoin(members, eq(members.id, reportShares.madeBy))
      .where(eq(reportShares.reportId, id))
      .orderBy(desc(reportShares.madeAt), desc(reportShares.id))
      .limit(shownMax)
    return rows.map(({ share: { fromDay, toDay, reportId: _, workspaceId: __, ...share }, by }) => ({
      ...share,
      ...{ url: urlOf(ctx, share.id), from: fromDay, to: toDay, by },
    }))
  })
}
