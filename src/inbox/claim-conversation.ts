import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { audit, members } from '#db/tables/team.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type ConversationRow, changeConversation, lockConversation, somethingNew } from './change-conversation.ts'

/**
 * "Mine." The condition sits in the update itself: of two people who click at once, one wins and the other hears who.
 *
 * @throws AppError `taken` with `details.owner` when somebody else has it and `takeOver` is not set.
 */
export async function claimConversation(
  ctx: Context,
  input: { id: string; takeOver: boolean; version?: number },
): Promise<ConversationRow> {
  const member = memberOf(ctx)
  return change(ctx, 'conversation.claim', async (tx) => {
    const isFree = or(isNull(conversations.ownerId), eq(conversations.ownerId, member.id))
    const [row] = await tx
      .update(conversations)
      .set({ ownerId: member.id, isPlacedByHand: true, ...outOfNoise, version: sql`${conversations.version} + 1` })
      .where(
        and(
          eq(conversations.workspaceId, ctx.workspaceId),
          eq(conversations.id, input.id),
          input.takeOver ? undefined : isFree,
          input.version === undefined ? undefined : eq(conversations.version, input.version),
        ),
      )
      .returning()
    if (!row) return unlessTaken(tx, ctx, input.id)
    return {
      result: row,
      subject: { kind: 'conversation', id: row.id },
      conversationId: row.id,
      details: { version: row.version },
      events: [{ kind: 'conversation.changed' }],
    }
  })
}

/** Whoever takes it up says by that that it is work: among the noise no view of theirs would show it. */
const outOfNoise = {
  state: sql`case when ${conversations.state} = 'noise' then 'open' else ${conversations.state} end`,
  noise: sql`case when ${conversations.state} = 'noise' then jsonb_set(${conversations.noise}, '{back}', '{"why": "hand"}')
    else ${conversations.noise} end`,
}

/** Whether all that happened since a version is that this member said "mine": an answer may overtake the claim made by its first key. */
export async function isOwnClaim(
  tx: Tx,
  { conversation, since, memberId }: { conversation: ConversationRow; since: number; memberId: string },
): Promise<boolean> {
  const { id, workspaceId, version, ownerId } = conversation
  if (version !== since + 1 || ownerId !== memberId) return false
  const ofIt = and(eq(audit.workspaceId, workspaceId), eq(audit.conversationId, id))
  const byIt = and(eq(audit.action, 'conversation.claim'), eq(sql`${audit.details} ->> 'version'`, String(version)))
  return (await tx.$count(audit, and(ofIt, byIt))) > 0
}

/** Back to "no owner yet". Nothing happens when it is not mine. */
export async function releaseConversation(
  ctx: Context,
  input: { id: string; version?: number },
): Promise<ConversationRow> {
  const member = memberOf(ctx)
  return changeConversation(ctx, {
    ...input,
    action: 'conversation.release',
    rule: (now) => (now.ownerId === member.id ? { ownerId: null } : undefined),
  })
}

/** When a member leaves, nothing of theirs may wait unseen. Inside the transaction of whoever lets them go. */
export async function releaseAllOf(ctx: Context, memberId: string): Promise<void> {
  await change(ctx, 'conversation.release', async (tx) => {
    const rows = await tx
      .update(conversations)
      .set({ ownerId: null, version: sql`${conversations.version} + 1` })
      .where(and(eq(conversations.workspaceId, ctx.workspaceId), eq(conversations.ownerId, memberId)))
      .returning({ id: conversations.id })
    return {
      result: undefined,
      subject: { kind: 'member', id: memberId },
      details: { released: rows.length },
      isSilent: rows.length === 0,
      events: rows.slice(0, 500).map((row) => ({ kind: 'conversation.changed' as const, conversationId: row.id })),
    }
  })
}

/**
 * What one asks for and has already is given, whatever happened since: the claim of the first key may arrive after the answer. Who was second is
 * told so without a lock: of many who want the same one, each would wait for all before only to hear who has it.
 */
async function unlessTaken(tx: Tx, ctx: Context, id: string): Promise<Changed<ConversationRow>> {
  const [held] = await tx
    .select({ owner: { id: members.id, name: members.name } })
    .from(conversations)
    .innerJoin(members, eq(members.id, conversations.ownerId))
    .where(and(eq(conversations.workspaceId, ctx.workspaceId), eq(conversations.id, id), isInHand))
  if (held && held.owner.id !== memberOf(ctx).id) throw taken(held.owner)
  const now = await lockConversation(tx, ctx, id)
  if (now.ownerId !== memberOf(ctx).id) throw somethingNew(now.version)
  return { result: now, subject: { kind: 'conversation', id }, conversationId: id, isSilent: true }
}

/** Of what was merged or erased something else is to be said than who has it. */
const isInHand = and(ne(conversations.state, 'merged'), isNull(conversations.erasedAt))

function taken(owner: { id: string; name: string }): AppError {
  return new AppError(
    'taken',
    { en: `${owner.name} has this conversation.`, nl: `${owner.name} heeft dit gesprek.` },
    { details: { owner } },
  )
}
