import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { approvals } from '#db/tables/approvals.ts'
import { mentions } from '#db/tables/mentions.ts'
import { replies } from '#db/tables/reply.ts'
import type { Action } from '#domain/action.ts'
import { mayApprove } from '#domain/approval.ts'
import { lockConversation } from '#inbox/change-conversation.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { giveNotices } from '#notify/give-notices.ts'
import type { ReplyRow } from '#reply/outbox-store.ts'
import { stopNumberOf } from '#reply/read-stops.ts'
import { undoMs } from '#reply/undo-ms.ts'
import { takeBack } from '#reply/undo-reply.ts'
import { wakeOutbox } from '#reply/wake-outbox.ts'
import { lockConversationOf, lockReply, writeChange } from '#reply/write-change.ts'
import { accountOf, byHand, changeConversation } from '#reply/write-reply.ts'
import { type Changed, change, recordChange } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { ApprovalRow } from './ask-approval.ts'
import { approverFacts, needOf } from './need-of.ts'

/** Which asking was looked at: when they wrote again, or the words changed, it is another one. */
type Asked = { replyId: string; askId: string }
export type Decision = Asked &
  (
    | { what: 'approve'; rejectsOthers?: boolean; isForPile?: boolean }
    | { what: 'ask_changes'; note: string; isForPile?: boolean }
    | { what: 'reject'; note: string; isForPile?: boolean }
    | { what: 'take_back'; isForPile?: boolean }
  )

/**
 * Somebody else looks at an answer before it leaves. Approved it is held as any answer is and then sent; the conversation is closed only now. Else
 * its words are its writer's draft again, with what was said about them.
 *
 * @throws AppError `taken` when it was decided, changed or overtaken meanwhile; `not_allowed` for one's own, and for whoever is not asked.
 */
export async function decideApproval(ctx: Context, input: Decision): Promise<void> {
  switch (input.what) {
    case 'approve':
      return approve(ctx, input)
    case 'ask_changes':
    case 'reject':
      return sendBack(ctx, input)
    case 'take_back':
      return takeApprovalBack(ctx, input)
  }
}

async function approve(ctx: Context, input: Extract<Decision, { what: 'approve' }>): Promise<void> {
  await change(ctx, 'approval.approve', async (tx) => {
    if (input.isForPile) await lockStories(tx, ctx.workspaceId)
    const { row, ask } = await lockAsked(tx, ctx, input)
    const rest = input.isForPile ? await restOfPile(tx, ctx, row) : []
    const changed = await approveOne(tx, ctx, { row, ask })
    if (input.rejectsOthers) await rejectOthers(tx, ctx, row)
    for (const one of rest) {
      const locked = await lockAsked(tx, ctx, one)
      await recordChange(tx, ctx, 'approval.approve', await approveOne(tx, ctx, locked))
    }
    await wakeOutbox(tx)
    return changed
  })
}

async function approveOne(tx: Tx, ctx: Context, { row, ask }: Locked): Promise<Changed<void>> {
  const { need, next } = await needOf(tx, { ...row, writerId: row.writtenBy })
  await assertMay(tx, ctx, { row, ask, approvers: need?.approvers ?? ask.approvers, next })
  if (ask.intentHash !== row.intentHash) throw changedMeanwhile()
  const now = ctx.app.clock.now()
  await settle(tx, ctx, ask.id, 'approved', null)
  const conversation = await lockConversation(tx, ctx, row.conversationId)
  const account = row.accountId
    ? await accountOf(tx, ctx, { id: row.accountId, network: await networkOf(tx, row) })
    : null
  const waitUntil = ask.waitUntil && ask.waitUntil > now ? ask.waitUntil : undefined
  const thenDo = row.thenDo === 'wait' && !waitUntil ? 'stay' : row.thenDo
  // One with a moment of its own is no answer before it: its conversation stays open till then.
  if (account && !row.scheduledFor)
    await changeConversation(tx, ctx, { conversation, input: { thenDo, waitUntil }, memberId: row.writtenBy })
  const { state, ownerId } = conversation
  const before = { state, ownerId, waitUntil: conversation.waitUntil?.toISOString() ?? null }
  const soonest = new Date(now.getTime() + (await undoMs(tx, ctx.workspaceId)) + ask.delayMs)
  const dueAt = row.scheduledFor && row.scheduledFor > soonest ? row.scheduledFor : soonest
  const stopNumber = account ? await stopNumberOf(tx, { workspaceId: ctx.workspaceId, accountId: account.id }) : 0
  await tx
    .update(replies)
    .set({
      ...{ before, thenDo, problem: null, settledAt: null, attempts: 0 },
      ...(account ? { state: 'ready' as const, dueAt, stopEpoch: account.stopEpoch, stopNumber } : byHand),
    })
    .where(eq(replies.id, row.id))
  await tell(tx, ctx, row, 'approved')
  return about(row, { approvalId: ask.id })
}

async function sendBack(ctx: Context, input: Extract<Decision, { note: string }>): Promise<void> {
  const action: Action = input.what === 'reject' ? 'approval.reject' : 'approval.ask_changes'
  await change(ctx, action, async (tx) => {
    if (input.isForPile) await lockStories(tx, ctx.workspaceId)
    const locked = await lockAsked(tx, ctx, input)
    const rest = input.isForPile ? await restOfPile(tx, ctx, locked.row) : []
    await sendBackOne(tx, ctx, locked, input)
    for (const one of rest) {
      const other = await lockAsked(tx, ctx, one)
      await sendBackOne(tx, ctx, other, input)
      await recordChange(tx, ctx, action, about(other.row, { approvalId: other.ask.id }))
    }
    return about(locked.row, { approvalId: locked.ask.id })
  })
}

async function sendBackOne(
  tx: Tx,
  ctx: Context,
  { row, ask }: Locked,
  { what, note }: { what: 'reject' | 'ask_changes'; note: string },
): Promise<void> {
  const { need, next } = await needOf(tx, { ...row, writerId: row.writtenBy })
  await assertMay(tx, ctx, { row, ask, approvers: need?.approvers ?? ask.approvers, next })
  await takeBack(tx, ctx, row.id)
  await tx
    .update(approvals)
    .set({
      outcome: what === 'reject' ? 'rejected' : 'changes',
      settledBy: memberOf(ctx).id,
      note: note.trim() || null,
    })
    .where(eq(approvals.id, ask.id))
  await tell(tx, ctx, row, what === 'reject' ? 'rejected' : 'changes_asked')
}

/** What waits beside it in the same conversation: one of them is enough. */
async function rejectOthers(tx: Tx, ctx: Context, row: ReplyRow): Promise<void> {
  const others = await tx
    .select({ replyId: approvals.replyId, askId: approvals.id })
    .from(approvals)
    .where(
      and(eq(approvals.conversationId, row.conversationId), isNull(approvals.outcome), ne(approvals.replyId, row.id)),
    )
  for (const one of others) {
    const locked = await lockAsked(tx, ctx, one)
    await sendBackOne(tx, ctx, locked, { what: 'reject', note: '' })
    await recordChange(tx, ctx, 'approval.reject', about(locked.row, { approvalId: one.askId, insteadOf: row.id }))
  }
}

const notLeft = ['ready', 'held', 'waiting', 'assisted'] as const

/** Of a pile: of all that have not left. What left meanwhile has left, and is no reason to keep the others going. */
async function takeApprovalBack(ctx: Context, input: Extract<Decision, { what: 'take_back' }>): Promise<void> {
  await change(ctx, 'approval.take_back', async (tx) => {
    if (!input.isForPile) return await takeOneBack(tx, ctx, input)
    await lockStories(tx, ctx.workspaceId)
    const [first] = await tx.select().from(replies).where(eq(replies.id, input.replyId))
    const all = first ? await approvedOfPile(tx, first) : []
    const back: Changed<void>[] = []
    for (const one of all) {
      const changed = await takeOneBack(tx, ctx, one).catch(unlessLate)
      if (changed) back.push(changed)
    }
    const [last, ...others] = back.toReversed()
    if (!last) throw tooLate(first?.state)
    for (const other of others) await recordChange(tx, ctx, 'approval.take_back', other)
    return last
  })
}

/** Refused before anything was written. */
function unlessLate(error: unknown): undefined {
  if (!(error instanceof AppError) || error.code !== 'taken') throw error
}

function tooLate(state: ReplyRow['state'] | undefined): AppError {
  return new AppError('taken', 'It is too late to take this approval back.', { details: { state } })
}

async function takeOneBack(tx: Tx, ctx: Context, { replyId, askId }: Asked): Promise<Changed<void>> {
  await lockConversationOf(tx, ctx, replyId)
  const row = await lockReply(tx, ctx, replyId)
  const [ask] = await tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.id, askId), eq(approvals.replyId, replyId)))
  if (!ask) throw new AppError('not_found', 'This is not here any more.')
  if (ask.outcome !== 'approved' || !notLeft.some((state) => state === row.state)) throw tooLate(row.state)
  const { need, next } = await needOf(tx, { ...row, writerId: row.writtenBy })
  await assertMay(tx, ctx, { row, ask, approvers: need?.approvers ?? ask.approvers, next })
  const asksAgain = { need: need ?? ask, lack: 'taken_back' as const }
  const decided = { reply: { state: 'awaits_approval', dueAt: null } as const, isGivenBack: true, asksAgain }
  const { told } = await writeChange(tx, ctx, { row, change: decided })
  return { ...about(row, { approvalId: askId }), events: told }
}

async function approvedOfPile(tx: Tx, { id, workspaceId, pileId }: ReplyRow): Promise<Asked[]> {
  const isOf = pileId ? eq(replies.pileId, pileId) : eq(replies.id, id)
  return tx
    .select({ replyId: approvals.replyId, askId: approvals.id })
    .from(approvals)
    .innerJoin(replies, eq(replies.id, approvals.replyId))
    .where(
      and(
        eq(replies.workspaceId, workspaceId),
        isOf,
        inArray(replies.state, [...notLeft]),
        eq(approvals.outcome, 'approved'),
      ),
    )
    .orderBy(asc(replies.conversationId))
}

type Locked = { row: ReplyRow; ask: ApprovalRow }

/** As everybody: first the conversation, then the answer, then what hangs on it. */
async function lockAsked(tx: Tx, ctx: Context, { replyId, askId }: Asked): Promise<Locked> {
  await lockConversationOf(tx, ctx, replyId)
  const row = await lockReply(tx, ctx, replyId)
  const [ask] = await tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.replyId, replyId), isNull(approvals.outcome)))
    .for('update')
  if (!ask || ask.id !== askId || row.state !== 'awaits_approval') throw changedMeanwhile()
  return { row, ask }
}

function changedMeanwhile(): AppError {
  return new AppError('taken', 'Something changed since you looked: read it once more before you decide.')
}

async function assertMay(
  tx: Tx,
  ctx: Context,
  { row, ask, ...given }: Locked & Pick<Parameters<typeof mayApprove>[1], 'approvers' | 'next'>,
): Promise<void> {
  const { id } = memberOf(ctx)
  if (id === row.writtenBy) throw new AppError('not_allowed', 'Nobody approves their own answer. Ask a colleague.')
  const facts = await approverFacts(tx, id)
  if (!facts || !mayApprove(facts, { ...given, isLate: ask.isLate, writtenBy: row.writtenBy }))
    throw new AppError('not_allowed', 'Somebody else is asked to approve this answer.')
}

async function settle(tx: Tx, ctx: Context, id: string, outcome: 'approved', note: string | null): Promise<void> {
  const settled = { outcome, note, settledBy: memberOf(ctx).id, settledAt: ctx.app.clock.now() }
  const rows = await tx
    .update(approvals)
    .set(settled)
    .where(and(eq(approvals.id, id), isNull(approvals.outcome)))
    .returning({ id: approvals.id })
  present(rows[0], 'a locked asking is there to be settled')
}

async function networkOf(tx: Tx, { mentionId }: ReplyRow): Promise<string> {
  const [row] = await tx
    .select({ network: mentions.network, deletedAt: mentions.deletedAt })
    .from(mentions)
    .where(eq(mentions.id, mentionId))
  if (!row || row.deletedAt)
    throw new AppError('gone', 'The message was deleted on the network. There is nothing to answer.')
  return row.network
}

async function restOfPile(tx: Tx, { workspaceId }: Context, row: ReplyRow): Promise<Asked[]> {
  if (!row.pileId) return []
  return tx
    .select({ replyId: approvals.replyId, askId: approvals.id })
    .from(approvals)
    .innerJoin(replies, eq(replies.id, approvals.replyId))
    .where(
      and(
        eq(replies.workspaceId, workspaceId),
        eq(replies.pileId, row.pileId),
        ne(replies.id, row.id),
        inArray(replies.state, ['awaits_approval']),
        isNull(approvals.outcome),
      ),
    )
    .orderBy(asc(replies.conversationId))
}

function tell(tx: Tx, ctx: Context, row: ReplyRow, kind: 'approved' | 'changes_asked' | 'rejected'): Promise<void> {
  return giveNotices(tx, ctx, { memberIds: [row.writtenBy], conversationId: row.conversationId, kind })
}

function about(row: ReplyRow, details: Record<string, unknown>): Changed<void> {
  return {
    result: undefined,
    subject: { kind: 'reply', id: row.id },
    conversationId: row.conversationId,
    details,
    events: [
      { kind: 'reply.changed' },
      { kind: 'conversation.changed', subjectId: row.conversationId },
      { kind: 'draft.changed', subjectId: row.conversationId },
    ],
  }
}
