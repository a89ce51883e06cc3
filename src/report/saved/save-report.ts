import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { type ChosenPart, type ReportAsked, savedReports } from '#db/tables/saved-reports.ts'
import { departments } from '#db/tables/team.ts'
import { reportPeriod } from '#report/report-period.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { reportHere } from './report-here.ts'

export type ReportPlan = ReportAsked & { name: string; lead: string; parts: ChosenPart[] }

const reportsMax = 200

/** Keeps a report that was put together. @throws AppError `bad_input`, `too_many` */
export async function addReport(ctx: Context, input: ReportPlan): Promise<string> {
  return change(ctx, 'report.write', async (tx) => {
    await assertAskable(tx, ctx, input)
    if ((await tx.$count(savedReports, eq(savedReports.workspaceId, ctx.workspaceId))) >= reportsMax)
      throw new AppError('too_many', 'There are 200 reports. Remove one first.')
    const id = newId()
    const by = memberOf(ctx).id
    const made = { madeBy: by, changedBy: by, changedAt: ctx.app.clock.now() }
    await tx.insert(savedReports).values({ id, workspaceId: ctx.workspaceId, ...rowOf(input), ...made })
    return { result: id, ...about(id) }
  })
}

/** @throws AppError `taken` when a colleague changed it since the version that its writer began from */
export async function changeReport(
  ctx: Context,
  { id, version, ...input }: ReportPlan & { id: string; version: number },
): Promise<void> {
  await change(ctx, 'report.write', async (tx) => {
    await reportHere(tx, ctx, id)
    await assertAskable(tx, ctx, input)
    const changed = await tx
      .update(savedReports)
      .set({
        ...rowOf(input),
        ...{ version: version + 1, changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() },
      })
      .where(and(eq(savedReports.id, id), eq(savedReports.version, version)))
      .returning({ id: savedReports.id })
    if (changed.length === 0)
      throw new AppError('taken', 'A colleague changed this report meanwhile. Look at it before you save yours.')
    return { result: undefined, ...about(id) }
  })
}

function rowOf({ name, lead, parts, span, against, network, departmentId, tone }: ReportPlan) {
  return { name, lead, parts, asked: { span, against, network, departmentId, tone } }
}

/** What could never be read is not kept. */
async function assertAskable(tx: Tx, { workspaceId }: Context, { span, against, departmentId }: ReportPlan) {
  if (span.kind === 'fixed') reportPeriod({ ...span, against })
  if (departmentId === null) return
  const isHere = and(eq(departments.workspaceId, workspaceId), eq(departments.id, departmentId))
  if ((await tx.$count(departments, isHere)) === 0)
    throw new AppError('bad_input', 'This department is not here any more. Choose another.')
}

function about(id: string) {
  return { subject: { kind: 'report', id }, events: [{ kind: 'report.changed' }] } as const
}
