import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { App } from '#app.ts'
import { approvals } from '#db/tables/approvals.ts'
import { replies } from '#db/tables/reply.ts'
import { workspaces } from '#db/tables/team.ts'
import { isAmong } from '#domain/approval.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { currentApprovals } from './approval-settings.ts'
import { peopleIn } from './ask-approval.ts'

const atOnceMax = 200

/** Nobody said anything for so long: the next may approve it too and are told, and so is who coordinates. Once each, by a column. */
export async function tellLate(app: App): Promise<number> {
  const isDue = and(isNull(approvals.outcome), eq(approvals.isLate, false), lte(approvals.lateAt, app.clock.now()))
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ id: approvals.id, workspaceId: approvals.workspaceId })
      .from(approvals)
      .where(isDue)
      .orderBy(asc(approvals.lateAt))
      .limit(atOnceMax),
  )
  for (const { id, workspaceId } of due)
    await tellOne({ app, workspaceId, actor: { kind: 'system', part: 'clock' } }, id)
  return due.length
}

async function tellOne(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'approval.late', async (tx) => {
    const [row] = await tx
      .update(approvals)
      .set({ isLate: true })
      .where(and(eq(approvals.id, id), isNull(approvals.outcome), eq(approvals.isLate, false)))
      .returning()
    if (!row) return { result: undefined, subject: { kind: 'approval', id }, isSilent: true }
    const [reply] = await tx.select().from(replies).where(eq(replies.id, row.replyId))
    const { settings } = await currentApprovals(tx, ctx.workspaceId)
    const next = (await peopleIn(tx, ctx.workspaceId)).filter((one) => isAmong(settings.nextApprovers, one))
    const [house] = await tx
      .select({ coordinatorId: workspaces.coordinatorId })
      .from(workspaces)
      .where(eq(workspaces.id, ctx.workspaceId))
    const memberIds = [...next.map((one) => one.id), house?.coordinatorId ?? []].flat()
    const told = memberIds.filter((memberId) => memberId !== reply?.writtenBy)
    await giveNotices(tx, ctx, { memberIds: told, conversationId: row.conversationId, kind: 'approval_late' })
    return {
      result: undefined,
      subject: { kind: 'reply', id: row.replyId },
      conversationId: row.conversationId,
      details: { approvalId: id },
      events: [{ kind: 'reply.changed' }],
    }
  })
}
