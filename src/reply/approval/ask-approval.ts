import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { approvals } from '#db/tables/approvals.ts'
import type { replies } from '#db/tables/reply.ts'
import { departmentMembers, members } from '#db/tables/team.ts'
import {
  type ApprovalLack,
  type ApprovalNeed,
  type ApprovalOutcome,
  type Approvers,
  mayApprove,
} from '#domain/approval.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { tellHeldBack } from '#reply/tell-held-back.ts'
import { recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { currentApprovals } from './approval-settings.ts'

type ReplyRow = typeof replies.$inferSelect
export type ApprovalRow = typeof approvals.$inferSelect
export type NewAsk = {
  reply: ReplyRow
  need: ApprovalNeed
  lack: ApprovalLack | null
  delayMs?: number
  waitUntil?: Date | null
  /** Its caller tells, once for many. */
  isSilent?: boolean
}

/** Asks for approval of these words and tells who may give it. Where all of them are away, the next are asked at once. */
export async function askApproval(tx: Tx, ctx: Context, input: NewAsk): Promise<ApprovalRow | undefined> {
  const { reply, need, lack, delayMs = 0, waitUntil = null } = input
  const { workspaceId } = ctx
  const now = ctx.app.clock.now()
  const { settings } = await currentApprovals(tx, workspaceId)
  const people = await peopleIn(tx, workspaceId)
  const asked = { approvers: need.approvers, next: settings.nextApprovers, writtenBy: reply.writtenBy }
  const here = people.filter((one) => !one.isAway)
  const isLate = !here.some((one) => mayApprove(one, { ...asked, isLate: false }))
  const lateAt = settings.lateMinutes === null ? null : new Date(now.getTime() + settings.lateMinutes * minute)
  const [row] = await tx
    .insert(approvals)
    .values({
      ...{ id: newId(), workspaceId, conversationId: reply.conversationId, replyId: reply.id },
      ...{ why: need.why, approvers: need.approvers, version: need.version, lack, isLate, lateAt },
      ...{ intentHash: reply.intentHash, text: reply.text, delayMs, waitUntil },
      ...{ askedBy: reply.writtenBy, askedAt: now },
    })
    .returning()
  const told = (here.length > 0 ? here : people).filter((one) => mayApprove(one, { ...asked, isLate }))
  const memberIds = told.map(({ id }) => id)
  if (!input.isSilent)
    await giveNotices(tx, ctx, { memberIds, conversationId: reply.conversationId, kind: 'approval_asked' })
  return row
}

/** What held or waited holds no more, for what it lacks, and is asked about anew. The caller holds the conversation and the reply. */
export async function askAgain(
  tx: Tx,
  ctx: Context,
  { reply, need, lack }: { reply: ReplyRow; need: ApprovalNeed; lack: ApprovalLack },
): Promise<void> {
  const before = await settleAsk(tx, ctx, { replyId: reply.id, outcome: 'voided' })
  const { delayMs = 0, waitUntil = null } = before ?? {}
  const row = await askApproval(tx, ctx, { reply, need, lack, delayMs, waitUntil })
  // Its writer thought it approved, or at least on its way to a moment.
  if (before?.outcome !== null || reply.scheduledFor !== null) await tellHeldBack(tx, ctx, { reply, why: 'approval' })
  await recordChange(tx, { ...ctx, actor: { kind: 'system', part: 'outbox' } }, 'approval.void', {
    result: undefined,
    subject: { kind: 'reply', id: reply.id },
    conversationId: reply.conversationId,
    details: { lack, approvalId: row?.id, was: before?.outcome ?? null },
  })
}

/** Ends what stands of a reply: what waited, or what was given. Undefined where nothing did. Answers it as it was before. */
export async function settleAsk(
  tx: Tx,
  ctx: Context,
  { replyId, outcome }: { replyId: string; outcome: ApprovalOutcome },
): Promise<ApprovalRow | undefined> {
  const [row] = await tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.replyId, replyId), or(isNull(approvals.outcome), eq(approvals.outcome, 'approved'))))
    .for('update')
  if (!row) return undefined
  // Who approved what is void now stays readable: only what waited is settled by somebody.
  const settledBy = ctx.actor.kind === 'member' ? ctx.actor.member.id : null
  const settled = row.outcome === null ? { settledAt: ctx.app.clock.now(), settledBy } : {}
  await tx
    .update(approvals)
    .set({ outcome, ...settled })
    .where(eq(approvals.id, row.id))
  return row
}

export type Person = {
  id: string
  name: string
  role: typeof members.$inferSelect.role
  isAway: boolean
  hasLeft: boolean
  departmentIds: string[]
}

/** Everybody who is here. */
export async function peopleIn(tx: Tx, workspaceId: string): Promise<Person[]> {
  const rows = await tx
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.leftAt)))
    .orderBy(members.name)
  const of = await tx
    .select()
    .from(departmentMembers)
    .where(
      inArray(
        departmentMembers.memberId,
        rows.map(({ id }) => id),
      ),
    )
  return rows.map(({ id, name, role, isAway }) => ({
    ...{ id, name, role, isAway, hasLeft: false },
    departmentIds: of.filter(({ memberId }) => memberId === id).map(({ departmentId }) => departmentId),
  }))
}

export type Asked = { approvers: Approvers; next: Approvers; isLate: boolean; writtenBy: string }
