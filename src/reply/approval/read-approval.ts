import { and, desc, eq, inArray, lt, ne } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { approvals } from '#db/tables/approvals.ts'
import { conversations } from '#db/tables/inbox.ts'
import { replies } from '#db/tables/reply.ts'
import { members } from '#db/tables/team.ts'
import type { ApprovalLack, ApprovalOutcome, ApprovalWhy } from '#domain/approval.ts'
import { mayApprove } from '#domain/approval.ts'
import { type Context, memberOf } from '#team/context.ts'
import { currentApprovals } from './approval-settings.ts'
import { type Asked, type Person, peopleIn } from './ask-approval.ts'
import { needOf } from './need-of.ts'

export type Approver = { id: string; name: string; isAway: boolean }
export type ReplyApproval = {
  id: string
  why: ApprovalWhy
  askedAt: Date
  lack: ApprovalLack | null
  isLate: boolean
  /** Who may approve it now; those who are here first. */
  approvers: Approver[]
  mayDecide: boolean
  outcome: ApprovalOutcome | null
  by: { id: string; name: string } | null
  settledAt: Date | null
  note: string | null
  /** The wording that was asked about before, for whoever compares. */
  previousText: string | null
  /** So many answers of its pile wait, this one included; 1 where it is of none. */
  pileCount: number
}

const approversMost = 12

/** The newest asking of each answer. */
export async function readReplyApprovals(
  ctx: Context,
  replyIds: readonly string[],
): Promise<Map<string, ReplyApproval>> {
  const found = new Map<string, ReplyApproval>()
  if (replyIds.length === 0) return found
  const member = memberOf(ctx)
  await ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const rows = await tx
      .selectDistinctOn([approvals.replyId], {
        ask: approvals,
        reply: {
          writtenBy: replies.writtenBy,
          mentionId: replies.mentionId,
          text: replies.text,
          pileId: replies.pileId,
        },
        by: { id: members.id, name: members.name },
      })
      .from(approvals)
      .innerJoin(replies, eq(replies.id, approvals.replyId))
      .leftJoin(members, eq(members.id, approvals.settledBy))
      .where(and(eq(approvals.workspaceId, ctx.workspaceId), inArray(approvals.replyId, [...replyIds])))
      .orderBy(approvals.replyId, desc(approvals.askedAt), desc(approvals.id))
    if (rows.length === 0) return
    const people = await peopleIn(tx, ctx.workspaceId)
    const { settings } = await currentApprovals(tx, ctx.workspaceId)
    for (const { ask, reply, by } of rows) {
      const { approvers, isLate, id, why, askedAt, lack, outcome, settledAt, note } = ask
      const asked = { approvers, next: settings.nextApprovers, isLate, writtenBy: reply.writtenBy }
      const may = approversFrom(people, asked)
      found.set(ask.replyId, {
        ...{ id, why, askedAt, lack, isLate, outcome, by, settledAt, note },
        approvers: may.slice(0, approversMost),
        mayDecide: may.some((one) => one.id === member.id),
        previousText: await textBefore(tx, { ask, mentionId: reply.mentionId }),
        pileCount: outcome === null && reply.pileId ? await waitingOf(tx, ctx, reply.pileId) : 1,
      })
    }
  })
  return found
}

function approversFrom(people: readonly Person[], asked: Asked): Approver[] {
  const may = people.filter((one) => mayApprove(one, asked))
  return may
    .toSorted((a, b) => Number(a.isAway) - Number(b.isAway))
    .map(({ id, name, isAway }) => ({ id, name, isAway }))
}

function waitingOf(tx: Tx, { workspaceId }: Context, pileId: string): Promise<number> {
  return tx.$count(
    replies,
    and(eq(replies.workspaceId, workspaceId), eq(replies.pileId, pileId), eq(replies.state, 'awaits_approval')),
  )
}

/** Of an answer to the same message that was asked about before, and reads otherwise. */
async function textBefore(
  tx: Tx,
  { ask, mentionId }: { ask: typeof approvals.$inferSelect; mentionId: string },
): Promise<string | null> {
  const [row] = await tx
    .select({ text: approvals.text })
    .from(approvals)
    .innerJoin(replies, eq(replies.id, approvals.replyId))
    .where(
      and(
        eq(replies.mentionId, mentionId),
        lt(approvals.id, ask.id),
        ne(approvals.text, ask.text),
        eq(approvals.askedBy, ask.askedBy ?? ''),
      ),
    )
    .orderBy(desc(approvals.id))
    .limit(1)
  return row?.text ?? null
}

export type NeedShown = { why: ApprovalWhy; approvers: Approver[]; isLate: boolean } | null

/** Whether what I would answer here needs approval: said before anybody types. */
export async function readNeed(
  ctx: Context,
  { conversationId, accountId }: { conversationId: string; accountId: string | null },
): Promise<NeedShown> {
  const member = memberOf(ctx)
  const { workspaceId } = ctx
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const isHere = and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId))
    if ((await tx.$count(conversations, isHere)) === 0)
      throw new AppError('not_found', 'This conversation is not here any more.')
    const { need, next } = await needOf(tx, { workspaceId, conversationId, accountId, writerId: member.id })
    if (!need) return null
    const people = await peopleIn(tx, workspaceId)
    const asked = { approvers: need.approvers, next, writtenBy: member.id }
    const first = approversFrom(people, { ...asked, isLate: false })
    const isLate = !first.some((one) => !one.isAway)
    const approvers = isLate ? approversFrom(people, { ...asked, isLate }) : first
    return { why: need.why, approvers: approvers.slice(0, approversMost), isLate }
  })
}
