import { and, eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { accounts, drafts, replies } from '#db/tables/reply.ts'
import type { EventKind } from '#domain/event.ts'
import { type ConversationRow, lockConversation, writeConversation } from '#inbox/change-conversation.ts'
import { beginEffect } from '#inbox/effects/begin-effect.ts'
import { giveAnswer } from '#inbox/give-answer.ts'
import { giveNotices } from '#notify/give-notices.ts'
import type { Context } from '#team/context.ts'
import { askAgain, settleAsk } from './approval/ask-approval.ts'
import type { ReplyChange, ReplyRow } from './outbox-store.ts'
import { tellHeldBack } from './tell-held-back.ts'

/** It did not stand on the network when it was to, and its writer must look. */
const failed: readonly ReplyRow['state'][] = ['needs_person', 'refused']

export type Told = { kind: EventKind; subjectId: string; conversationId?: string }

/**
 * Writes a decision about a reply, with all that hangs on it: the account's state and closed window, the conversation that
 * comes back or is answered, the draft that is kept. The reply is locked by the caller; so is its conversation, first.
 * Returns what the screens must be told.
 */
export async function writeChange(
  tx: Tx,
  ctx: Context,
  { row, change }: { row: ReplyRow; change: ReplyChange },
): Promise<{ reply: ReplyRow; told: Told[] }> {
  const [reply] = await tx.update(replies).set(change.reply).where(eq(replies.id, row.id)).returning()
  const told: Told[] = change.reply.state ? [{ kind: 'reply.changed', subjectId: row.id }] : []
  if (change.account && row.accountId) {
    await tx.update(accounts).set(change.account).where(eq(accounts.id, row.accountId))
    if (change.account.state) told.push({ kind: 'account.changed', subjectId: row.accountId })
  }
  if (change.isDraftKept) {
    await keepDraft(tx, ctx, row)
    told.push({ kind: 'draft.changed', subjectId: row.conversationId })
  }
  if (change.reply.state && change.reply.state !== row.state && failed.includes(change.reply.state)) {
    const { writtenBy, conversationId } = row
    await giveNotices(tx, ctx, { memberIds: [writtenBy], conversationId, kind: 'reply_failed' })
  }
  if (change.reply.state === 'held' && row.state !== 'held' && row.scheduledFor !== null)
    await tellHeldBack(tx, ctx, { reply: row, why: 'stop' })
  if (change.asksAgain) await askAgain(tx, ctx, { reply: present(reply, 'it is locked'), ...change.asksAgain })
  else if (row.state === 'awaits_approval' && change.reply.state === 'refused')
    await settleAsk(tx, ctx, { replyId: row.id, outcome: 'withdrawn' })
  if (change.isGivenBack) told.push(...(await giveBack(tx, ctx, row)))
  if (change.reply.state === 'sent' && row.state !== 'sent') {
    told.push(...(await markAnswered(tx, ctx, row)))
    await beginEffect(tx, { replyId: row.id, sentAt: reply?.settledAt ?? ctx.app.clock.now() })
  }
  return {
    reply: present(reply, 'a locked reply is there to be written'),
    told: told.map((one) => ({ conversationId: row.conversationId, ...one })),
  }
}

/** Deadlocks are avoided by one order everywhere: the conversation, then the reply, then the account. */
export async function lockConversationOf(tx: Tx, ctx: Context, replyId: string): Promise<void> {
  const [row] = await tx
    .select({ conversationId: replies.conversationId })
    .from(replies)
    .where(and(eq(replies.workspaceId, ctx.workspaceId), eq(replies.id, replyId)))
  if (row) await lockConversation(tx, ctx, row.conversationId)
}

export async function lockReply(tx: Tx, ctx: Context, id: string): Promise<ReplyRow> {
  const [row] = await tx
    .select()
    .from(replies)
    .where(and(eq(replies.workspaceId, ctx.workspaceId), eq(replies.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This answer does not exist.')
  return row
}

/** What the writer typed since is theirs and wins. */
export async function keepDraft(tx: Tx, ctx: Context, row: ReplyRow): Promise<void> {
  await tx
    .insert(drafts)
    .values({
      workspaceId: row.workspaceId,
      conversationId: row.conversationId,
      memberId: row.writtenBy,
      kind: 'reply',
      text: row.text,
      visibility: row.visibility,
      updatedAt: ctx.app.clock.now(),
    })
    .onConflictDoNothing()
}

/** A reply that did not go out is work again: its conversation comes back to whoever has it. */
async function giveBack(tx: Tx, ctx: Context, row: ReplyRow): Promise<Told[]> {
  const conversation = await lockConversation(tx, ctx, row.conversationId)
  if (conversation.state !== stateAfter(row)) return []
  await writeConversation(tx, row.conversationId, { state: 'open', doneAt: null, waitUntil: null })
  return [{ kind: 'conversation.changed', subjectId: row.conversationId }]
}

/** What sending this made of the conversation; undefined when it stayed as it was. */
export function stateAfter({ thenDo }: Pick<ReplyRow, 'thenDo'>): ConversationRow['state'] | undefined {
  switch (thenDo) {
    case 'done':
      return 'done'
    case 'wait':
      return 'waiting'
    case 'stay':
      return undefined
  }
}

/**
 * The promise of a first answer is kept, unless the customer wrote again after we did. An assisted answer, and one that waited for its moment,
 * changes the conversation only now: before somebody saw it stand, nothing was done.
 */
async function markAnswered(tx: Tx, ctx: Context, row: ReplyRow): Promise<Told[]> {
  const conversation = await lockConversation(tx, ctx, row.conversationId)
  const now = ctx.app.clock.now()
  const isNewer = conversation.latestAt > row.createdAt
  const isLater = row.state === 'assisted' || row.scheduledFor !== null
  const isDone = !isNewer && isLater && row.thenDo === 'done' && conversation.state === 'open'
  await writeConversation(tx, row.conversationId, {
    answeredAt: conversation.answeredAt ?? now,
    ...(isDone ? { state: 'done', doneAt: now, ownerId: conversation.ownerId ?? row.writtenBy } : {}),
  })
  const given = { conversationId: row.conversationId, answeredUpTo: row.createdAt, at: now, by: 'answer' as const }
  await giveAnswer(tx, ctx, given)
  return [{ kind: 'conversation.changed', subjectId: row.conversationId }]
}
