import { and, eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { parties } from '#db/tables/inbox.ts'
import type { PartyKind } from '#domain/party.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { assertDepartmentsHere, assertMembersHere } from '#team/assert-here.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { lockConversation } from './change-conversation.ts'
import { membersOfDepartment } from './tell-handed-over.ts'

export type PartyRow = typeof parties.$inferSelect
/** One of the two is set. */
export type PartyAsked = { memberId: string | null; departmentId: string | null; kind: PartyKind; reason: string }

/**
 * Asks a colleague or a department for advice, or keeps them informed. The owner stays the owner, and the clock of the customer runs on. Asked
 * again, the new question takes the place of the old one.
 */
export async function askParty(ctx: Context, input: { conversationId: string } & PartyAsked): Promise<PartyRow> {
  if ((input.memberId === null) === (input.departmentId === null)) {
    throw new AppError('bad_input', 'Choose one colleague or one department.')
  }
  return change(ctx, 'conversation.ask', async (tx) => {
    await lockConversation(tx, ctx, input.conversationId)
    if (input.memberId) await assertMembersHere(tx, ctx, [input.memberId])
    if (input.departmentId) await assertDepartmentsHere(tx, ctx, [input.departmentId])
    const row = await writeParty(tx, ctx, input)
    const { memberId, departmentId, kind, reason } = input
    await tellAsked(tx, ctx, input)
    return {
      result: row,
      subject: { kind: 'party', id: row.id },
      conversationId: row.conversationId,
      details: { memberId, departmentId, kind, reason },
      events: [{ kind: 'conversation.changed' }],
    }
  })
}

/** Who was asked or is kept up to date; of a department, everybody in it. */
export async function tellAsked(
  tx: Tx,
  ctx: Context,
  asked: Pick<PartyAsked, 'memberId' | 'departmentId'> & { conversationId: string; kind: PartyKind | 'mentioned' },
): Promise<void> {
  const { memberId, departmentId, conversationId } = asked
  const own = memberId === null ? [] : [memberId]
  await giveNotices(tx, ctx, {
    memberIds: departmentId === null ? own : await membersOfDepartment(tx, departmentId),
    conversationId,
    kind: asked.kind === 'consulted' ? 'asked' : asked.kind,
  })
}

/** Not asked any more, or not informed. @throws AppError `not_found` where that was so already. */
export async function unaskParty(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'conversation.unask', async (tx) => {
    const [row] = await tx
      .delete(parties)
      .where(and(eq(parties.workspaceId, ctx.workspaceId), eq(parties.id, id)))
      .returning()
    if (!row) throw new AppError('not_found', 'This was taken back already.')
    const { conversationId, memberId, departmentId, kind } = row
    return {
      result: undefined,
      subject: { kind: 'party', id },
      conversationId,
      details: { memberId, departmentId, kind },
      events: [{ kind: 'conversation.changed' }],
    }
  })
}

/** For verbs that ask inside their own transaction (a note that calls somebody by name). */
export async function writeParty(
  tx: Tx,
  ctx: Context,
  input: { conversationId: string } & PartyAsked,
): Promise<PartyRow> {
  const { conversationId, memberId, departmentId, kind, reason } = input
  const [row] = await tx
    .insert(parties)
    .values({
      ...{ id: newId(), workspaceId: ctx.workspaceId, conversationId, memberId, departmentId, kind, reason },
      askedBy: memberOf(ctx).id,
      askedAt: ctx.app.clock.now(),
    })
    .onConflictDoUpdate({
      target: [parties.conversationId, parties.askedId],
      set: {
        kind: sql`excluded.kind`,
        reason: sql`excluded.reason`,
        askedBy: sql`excluded.asked_by`,
        ruleName: null,
        askedAt: sql`excluded.asked_at`,
        answeredAt: null,
      },
    })
    .returning()
  return present(row, 'what was asked comes back')
}
