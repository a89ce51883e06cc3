import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { type BeforeMerge, conversations, merges, notes, parties } from '#db/tables/inbox.ts'
import { pledges } from '#db/tables/promises.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type Changes, type ConversationRow, lockConversation, writeConversation } from './change-conversation.ts'
import { takeOut } from './change-story.ts'
import { carryHold } from './hold-conversation.ts'
import { joinClocks, partClocks } from './rebuild-clocks.ts'
import { recordStays } from './record-stay.ts'
import { settleMoved } from './settle-moved.ts'
import { weighConversations } from './weigh-conversations.ts'

export type MergeRow = typeof merges.$inferSelect
type Merging = {
  from: ConversationRow
  into: ConversationRow
  mentionIds: readonly string[]
}

/**
 * What merging means for the inbox, after messages and answers moved, under `lockStories`. The promise that ends first is the one that runs; who
 * had the one that stays keeps it; and what was open stays open.
 */
export async function mergeRows(tx: Tx, ctx: Context, { from, into, mentionIds }: Merging): Promise<ConversationRow> {
  const at = ctx.app.clock.now()
  const noteRows = await tx
    .update(notes)
    .set({ conversationId: into.id })
    .where(eq(notes.conversationId, from.id))
    .returning({ id: notes.id })
  await moveParties(tx, from.id, into.id)
  await carryHold(tx, { fromId: from.id, intoId: into.id })
  if (from.storyId) await takeOut(tx, ctx, from.id, from.storyId)
  const guests = await guestsOf(tx, from.id)
  await tx.insert(merges).values({
    ...{ id: newId(), workspaceId: ctx.workspaceId, fromId: from.id, intoId: into.id },
    mentionIds: mentionIds.filter((id) => !guests.has(id)),
    noteIds: noteRows.flatMap(({ id }) => (guests.has(id) ? [] : id)),
    before: beforeOf(from),
    ...{ mergedBy: memberOf(ctx).id, mergedAt: at },
  })
  // What was merged into it before leads on to where it goes itself.
  await tx.update(conversations).set({ mergedInto: into.id }).where(eq(conversations.mergedInto, from.id))
  await tx
    .update(merges)
    .set({ intoId: into.id })
    .where(and(eq(merges.intoId, from.id), isNull(merges.undoneAt)))
  await joinClocks(tx, ctx, { fromId: from.id, intoId: into.id })
  await writeConversation(tx, from.id, {
    ...{ state: 'merged', mergedInto: into.id, dueAt: null, waitUntil: null, waitsFor: null },
  })
  const departmentId = into.departmentId ?? from.departmentId
  await recordStays(tx, {
    ...{ workspaceId: ctx.workspaceId, conversationIds: [into.id], departmentId, at },
    by: null,
  })
  await writeConversation(tx, into.id, { ...togetherOf(from, into), departmentId })
  await settleMoved(tx, [into.id])
  await weighConversations(tx, { workspaceId: ctx.workspaceId, ids: [into.id], now: at })
  return lockConversation(tx, ctx, into.id)
}

/** Messages and notes that are of those that were merged into it before: they are not its own to take along when it is taken apart. */
async function guestsOf(tx: Tx, id: string): Promise<ReadonlySet<string>> {
  const before = await tx
    .select({ mentionIds: merges.mentionIds, noteIds: merges.noteIds })
    .from(merges)
    .where(and(eq(merges.intoId, id), isNull(merges.undoneAt)))
  return new Set(before.flatMap(({ mentionIds, noteIds }) => [...mentionIds, ...noteIds]))
}

function togetherOf(from: ConversationRow, into: ConversationRow): Changes {
  const isOpen = from.state === 'open' || into.state === 'open'
  return {
    ownerId: into.ownerId ?? from.ownerId,
    openSince: new Date(Math.min(from.openSince.getTime(), into.openSince.getTime())),
    ...(isOpen ? { state: 'open', doneAt: null, waitUntil: null } : {}),
  }
}

/** Taken apart: the one as it stood, and each waits for what was said in it. */
export async function unmergeRows(
  tx: Tx,
  ctx: Context,
  { merge, into }: { merge: MergeRow; into: ConversationRow },
): Promise<ConversationRow> {
  const at = ctx.app.clock.now()
  const { before } = merge
  if (merge.noteIds.length > 0)
    await tx.update(notes).set({ conversationId: merge.fromId }).where(inArray(notes.id, merge.noteIds))
  await tx.update(merges).set({ undoneAt: at }).where(eq(merges.id, merge.id))
  await writeConversation(tx, merge.fromId, { ...stoodAs(before), mergedInto: null })
  await partClocks(tx, ctx, { ofId: into.id, otherId: merge.fromId })
  const ids = [merge.fromId, into.id]
  await settleMoved(tx, ids)
  await weighConversations(tx, { workspaceId: ctx.workspaceId, ids, now: at })
  return lockConversation(tx, ctx, merge.fromId)
}

function beforeOf({ state, waitUntil, waitsFor, doneAt }: ConversationRow): BeforeMerge {
  const text = (moment: Date | null): string | null => moment?.toISOString() ?? null
  return { state, waitsFor, waitUntil: text(waitUntil), doneAt: text(doneAt) }
}

function stoodAs({ state, waitsFor, waitUntil, doneAt }: BeforeMerge): Changes {
  return { state, waitsFor, waitUntil: momentOf(waitUntil), doneAt: momentOf(doneAt) }
}

const momentOf = (text: string | null): Date | null => (text ? new Date(text) : null)

/** Who is asked in both is asked once. */
async function moveParties(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const there = tx.select({ id: parties.askedId }).from(parties).where(eq(parties.conversationId, intoId))
  await tx
    .update(parties)
    .set({ conversationId: intoId })
    .where(and(eq(parties.conversationId, fromId), sql`${parties.askedId} not in (${there})`))
  await tx.delete(parties).where(eq(parties.conversationId, fromId))
  await tx.update(pledges).set({ conversationId: intoId }).where(eq(pledges.conversationId, fromId))
}
