import { and, desc, eq, ne, notInArray } from 'drizzle-orm'
import { connectorsIn } from '#app.ts'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { mentions } from '#db/tables/mentions.ts'
import { accounts, drafts, replies } from '#db/tables/reply.ts'
import { members } from '#db/tables/team.ts'
import type { ApprovalNeed } from '#domain/approval.ts'
import type { Override } from '#domain/promotion/override.ts'
import type { AfterReply, Visibility } from '#domain/reply.ts'
import { textLeft } from '#domain/text-length.ts'
import { type Changes, type ConversationRow, lockConversation, writeConversation } from '#inbox/change-conversation.ts'
import { isOwnClaim } from '#inbox/claim-conversation.ts'
import { recordDecision } from '#inbox/policy/record-decision.ts'
import { assertFilled, recordSnippetUses, type SnippetUse } from '#inbox/snippets/record-snippet-uses.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { askApproval } from './approval/ask-approval.ts'
import { needOf } from './approval/need-of.ts'
import { assertHouseStyle } from './assert-house-style.ts'
import { assertPromotion } from './assert-promotion.ts'
import { tieToReply } from './assist/accept-suggestion.ts'
import { intentHash } from './intent-hash.ts'
import type { AccountRow, ReplyRow } from './outbox-store.ts'
import { keepJudgement } from './promotion/keep-judgement.ts'
import { lockPromotion } from './promotion/lock-promotion.ts'
import { stopNumberOf } from './read-stops.ts'
import { problems } from './reply-problems.ts'
import { assertMoment } from './schedule-reply.ts'
import { undoMs } from './undo-ms.ts'
import { wakeOutbox } from './wake-outbox.ts'
import { stateAfter } from './write-change.ts'

export type NewReply = {
  conversationId: string
  mentionId: string
  /** As whom. Null: an assisted answer, posted by hand. Nobody is ever chosen by default. */
  accountId: string | null
  text: string
  thenDo: AfterReply
  waitUntil?: Date
  /** A moment of the writer's own; without it, as soon as it may. */
  sendAt?: Date
  /** Who reads it on the network; without it everybody. */
  visibility?: Visibility
  /** Of the conversation, as the writer saw it. */
  version: number
  /** What the promotion gate stops, and was seen: sent all the same, with why. */
  override?: Override
  /** The wordings it was begun with. */
  snippets?: readonly SnippetUse[]
}

/**
 * Approves an answer: it is held for the undo time of the workspace, and then the outbox sends it. The conversation is
 * done (or waits) at once; an undo gives it back. An assisted answer changes nothing until it is seen to stand.
 *
 * @throws AppError `taken` with `details.by` when the conversation is not what the writer saw, or the same was said before.
 */
export async function writeReply(ctx: Context, input: NewReply): Promise<ReplyRow> {
  return change(ctx, 'reply.write', (tx) => writeReplyIn(tx, ctx, input))
}

/** Of a pile: which, how long after the undo time it leaves, and whether it is the one by which whoever may approve is told. */
export type InPile = { id: string; afterMs: number; isTold?: boolean }

/** The same inside a change of its caller. */
export async function writeReplyIn(tx: Tx, ctx: Context, input: NewReply, pile?: InPile): Promise<Changed<ReplyRow>> {
  const member = memberOf(ctx)
  await lockPromotion(tx, ctx.workspaceId)
  const conversation = await lockConversation(tx, ctx, input.conversationId)
  const seen = { conversation, since: input.version, memberId: member.id }
  if (conversation.version !== input.version && !(await isOwnClaim(tx, seen))) throw await somebodyWasFaster(tx, seen)
  const mention = await mentionOf(tx, ctx, input)
  const account = input.accountId ? await accountOf(tx, ctx, { id: input.accountId, network: mention.network }) : null
  if (account) assertFits(ctx, account, input)
  await assertMoment(tx, ctx, input)
  assertFilled(input.text)
  await assertNew(tx, ctx, input)
  await assertHouseStyle(tx, ctx.workspaceId, {
    ...{ ...mention, conversationId: conversation.id, text: input.text, writtenBy: member.id },
    visibility: input.visibility ?? 'public',
  })
  const { text, override, conversationId } = input
  const isOfPile = pile !== undefined
  const judged = await assertPromotion(tx, ctx, { conversationId, mention, account, text, isOfPile, override })
  await recordDecision(tx, ctx, { conversationId: conversation.id, occasion: 'replied' })
  const { need } = await needOf(tx, { ...input, workspaceId: ctx.workspaceId, writerId: member.id })
  const row = await insert(tx, ctx, { input, conversation, account, mention, writtenBy: member.id, pile, need })
  await tieToReply(tx, { conversationId: conversation.id, memberId: member.id, replyId: row.id })
  await keepJudgement(tx, ctx, row, judged)
  await recordSnippetUses(tx, ctx, { replyId: row.id, text: input.text, uses: input.snippets ?? [] })
  if (need) await waitForApproval(tx, ctx, { reply: row, need, input, conversation, pile })
  // One that waits for its moment is no answer yet: the conversation stays open, and its promise runs on.
  else if (account && !input.sendAt) await changeConversation(tx, ctx, { conversation, input, memberId: member.id })
  // Not done before it stands, but taken: nobody else writes the same answer meanwhile.
  else await writeConversation(tx, conversation.id, { ownerId: conversation.ownerId ?? member.id })
  await dropDraft(tx, { conversationId: row.conversationId, memberId: member.id })
  await wakeOutbox(tx)
  return {
    result: row,
    subject: { kind: 'reply', id: row.id },
    conversationId: row.conversationId,
    details: { accountId: row.accountId, thenDo: row.thenDo, state: row.state, ...moreOf(row) },
    events: [
      { kind: 'reply.changed' },
      { kind: 'conversation.changed', subjectId: row.conversationId },
      { kind: 'draft.changed' },
    ],
  }
}

/** What is not as always, for the record. */
function moreOf({ visibility, scheduledFor }: ReplyRow): Record<string, unknown> {
  return {
    ...(visibility === 'direct' ? { visibility } : {}),
    ...(scheduledFor ? { sendAt: scheduledFor.toISOString() } : {}),
  }
}

type MentionRow = typeof mentions.$inferSelect

async function insert(
  tx: Tx,
  ctx: Context,
  parts: {
    input: NewReply
    conversation: ConversationRow
    account: AccountRow | null
    mention: MentionRow
    writtenBy: string
    pile: InPile | undefined
    need: ApprovalNeed | undefined
  },
): Promise<ReplyRow> {
  const { input, conversation, account, mention, writtenBy, pile, need } = parts
  const { workspaceId } = ctx
  const now = ctx.app.clock.now()
  const { state, ownerId, waitUntil } = conversation
  const heldMs = account ? (await undoMs(tx, workspaceId)) + (pile?.afterMs ?? 0) : 0
  const visibility = input.visibility ?? 'public'
  const dueAt = input.sendAt ?? new Date(now.getTime() + heldMs)
  const [row] = await tx
    .insert(replies)
    .values({
      id: newId(),
      workspaceId,
      conversationId: conversation.id,
      mentionId: mention.id,
      accountId: account?.id ?? null,
      text: input.text,
      lang: mention.lang === 'und' ? null : mention.lang,
      writtenBy,
      thenDo: input.thenDo,
      before: { state, ownerId, waitUntil: waitUntil?.toISOString() ?? null },
      intentHash: intentHash({ workspaceId, account, parent: mention, text: input.text, visibility }),
      visibility,
      scheduledFor: input.sendAt ?? null,
      stopEpoch: account?.stopEpoch ?? 0,
      stopNumber: account ? await stopNumberOf(tx, { workspaceId, accountId: account.id }) : 0,
      pileId: pile?.id ?? null,
      override: input.override ?? null,
      createdAt: now,
      ...(need ? ({ state: 'awaits_approval' } as const) : account ? ({ state: 'ready', dueAt } as const) : byHand),
    })
    .returning()
  return present(row, 'the inserted reply comes back')
}

export const byHand = { state: 'assisted', problem: { kind: 'by_hand', why: problems.by_hand } } as const

/** Nothing is closed before it is approved: it stays open with its writer, and its promise goes on. */
async function waitForApproval(
  tx: Tx,
  ctx: Context,
  {
    reply,
    need,
    input,
    conversation,
    pile,
  }: {
    reply: ReplyRow
    need: ApprovalNeed
    input: NewReply
    conversation: ConversationRow
    pile: InPile | undefined
  },
): Promise<void> {
  assertWaits(ctx, input)
  const { waitUntil = null } = input
  await askApproval(tx, ctx, {
    reply,
    need,
    lack: null,
    waitUntil,
    delayMs: pile?.afterMs ?? 0,
    isSilent: pile && !pile.isTold,
  })
  await writeConversation(tx, conversation.id, { ownerId: conversation.ownerId ?? reply.writtenBy })
}

function assertWaits(ctx: Context, { thenDo, waitUntil }: Pick<NewReply, 'thenDo' | 'waitUntil'>): void {
  if (thenDo === 'wait' && (!waitUntil || waitUntil <= ctx.app.clock.now()))
    throw new AppError('bad_input', 'waitUntil: choose a moment that is still to come.')
}

export async function changeConversation(
  tx: Tx,
  ctx: Context,
  {
    conversation,
    input,
    memberId,
  }: { conversation: ConversationRow; input: Pick<NewReply, 'thenDo' | 'waitUntil'>; memberId: string },
): Promise<void> {
  const now = ctx.app.clock.now()
  const owner: Changes = { ownerId: conversation.ownerId ?? memberId }
  const state = stateAfter(input)
  switch (state) {
    case 'done':
      await writeConversation(tx, conversation.id, { ...owner, state, doneAt: now, waitUntil: null })
      return
    case 'waiting':
      assertWaits(ctx, input)
      await writeConversation(tx, conversation.id, {
        ...{ ...owner, state, doneAt: null, waitsFor: 'time', waitUntil: input.waitUntil },
      })
      return
    case 'open':
    case undefined:
      // Counted up too, so that a second answer written at the same time is refused.
      await writeConversation(tx, conversation.id, owner)
  }
}

async function mentionOf(tx: Tx, ctx: Context, input: NewReply): Promise<MentionRow> {
  const [row] = await tx
    .select()
    .from(mentions)
    .where(
      and(
        eq(mentions.workspaceId, ctx.workspaceId),
        eq(mentions.id, input.mentionId),
        eq(mentions.conversationId, input.conversationId),
      ),
    )
  if (!row) throw new AppError('not_found', 'The message you answer is not in this conversation.')
  if (row.deletedAt) throw new AppError('gone', 'The message was deleted on the network. There is nothing to answer.')
  return row
}

/** Held while we write, so that a stop or a removal comes wholly before or wholly after. */
export async function accountOf(
  tx: Tx,
  ctx: Context,
  { id, network }: { id: string; network: string },
): Promise<AccountRow> {
  const [row] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.workspaceId, ctx.workspaceId), eq(accounts.id, id), ne(accounts.state, 'removed')))
    .for('share')
  if (!row) throw new AppError('not_found', 'This account is not connected here. Choose another.')
  if (row.network !== network)
    throw new AppError('bad_input', 'This account belongs to another network. Choose another.')
  if (row.state !== 'connected') {
    throw new AppError('bad_input', {
      en: `${row.name} must be connected again before it can answer.`,
      nl: `${row.name} moet opnieuw worden gekoppeld voordat je ermee kunt antwoorden.`,
    })
  }
  return row
}

function assertFits({ app, workspaceId }: Context, account: AccountRow, { text, visibility }: NewReply): void {
  const connector = connectorsIn(app, workspaceId).get(account.network)
  if (!connector?.reply) {
    throw new AppError('bad_input', 'This network cannot be answered from here. Post it by hand (an assisted answer).')
  }
  if (visibility === 'direct' && !connector.reply.canDirect)
    throw new AppError('bad_input', {
      en: `${connector.name} has no private answers. Invite them to another channel instead.`,
      nl: `${connector.name} kent geen privé-antwoorden. Nodig ze uit naar een ander kanaal.`,
    })
  const limit = account.limits ?? connector.limits
  const left = limit ? textLeft(text, limit) : 0
  if (left < 0) {
    throw new AppError(
      'too_large',
      {
        en: `text: ${-left} too long for ${connector.name}. Shorten it.`,
        nl: `text: ${-left} te lang voor ${connector.name}. Maak het korter.`,
      },
      { details: { left } },
    )
  }
}

/** Two answers with the same words under the same post cannot be told apart by reading back, and nobody wants both. */
async function assertNew(tx: Tx, ctx: Context, { mentionId, text }: NewReply): Promise<void> {
  const [row] = await tx
    .select({ by: { id: members.id, name: members.name } })
    .from(replies)
    .innerJoin(members, eq(members.id, replies.writtenBy))
    .where(
      and(
        eq(replies.workspaceId, ctx.workspaceId),
        eq(replies.mentionId, mentionId),
        eq(replies.text, text),
        notInArray(replies.state, ['refused', 'undone', 'removed']),
      ),
    )
    .limit(1)
  if (row)
    throw new AppError(
      'taken',
      { en: `${row.by.name} gave this very answer already.`, nl: `${row.by.name} gaf precies dit antwoord al.` },
      { details: { by: row.by } },
    )
}

async function somebodyWasFaster(
  tx: Tx,
  { conversation, memberId }: { conversation: ConversationRow; memberId: string },
): Promise<AppError> {
  const { id, version, ownerId } = conversation
  const [reply] = await tx
    .select({ id: members.id, name: members.name })
    .from(replies)
    .innerJoin(members, eq(members.id, replies.writtenBy))
    .where(
      and(
        eq(replies.conversationId, id),
        ne(replies.writtenBy, memberId),
        notInArray(replies.state, ['undone', 'removed']),
      ),
    )
    .orderBy(desc(replies.createdAt))
    .limit(1)
  const [owner] = ownerId
    ? await tx
        .select({ id: members.id, name: members.name })
        .from(members)
        .where(and(eq(members.id, ownerId), ne(members.id, memberId)))
    : []
  const by = reply ?? owner ?? null
  const words = {
    en: `${by ? `${by.name} was faster` : 'Something new happened'}. Look at the conversation once more before you answer.`,
    nl: `${by ? `${by.name} was je voor` : 'Er gebeurde iets nieuws'}. Kijk nog eens naar het gesprek voordat je antwoordt.`,
  }
  return new AppError('taken', words, { details: { version, by } })
}

async function dropDraft(
  tx: Tx,
  { conversationId, memberId }: { conversationId: string; memberId: string },
): Promise<void> {
  await tx
    .delete(drafts)
    .where(and(eq(drafts.conversationId, conversationId), eq(drafts.memberId, memberId), eq(drafts.kind, 'reply')))
}
