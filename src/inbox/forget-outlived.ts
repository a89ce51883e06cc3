import { and, eq, inArray, isNotNull, notExists, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import {
  conversationReads,
  conversations,
  notes,
  parties,
  presences,
  stories,
  storyConversations,
} from '#db/tables/inbox.ts'
import { pledges } from '#db/tables/promises.ts'
import { holds } from '#db/tables/retention.ts'
import { silences } from '#db/tables/silence.ts'
import type { Context } from '#team/context.ts'
import { takeOut } from './change-story.ts'
import { forgetEffects } from './effects/begin-effect.ts'
import { forgetBlanked } from './forget-blanked.ts'

/**
 * What the inbox holds of conversations whose time is over, after their messages: notes, titles, reasons and stories go. The rows stay as figures, with
 * when, where, which labels, which department and how long it took. Open work ends without having been done: it has no `done_at`.
 */
export async function forgetOutlived(
  tx: Tx,
  ctx: Context,
  { ids, at }: { ids: readonly string[]; at: Date },
): Promise<void> {
  await forgetBlanked(
    tx,
    ids.map((conversationId) => ({ id: '', conversationId })),
  )
  await forgetEffects(tx, { authorIds: [], conversationIds: ids, at })
  const these = [...ids]
  await tx.delete(notes).where(inArray(notes.conversationId, these))
  await tx.delete(pledges).where(inArray(pledges.conversationId, these))
  // Why it was not answered is a figure; what was said with it is not.
  await tx.update(silences).set({ note: '', reviewAt: null }).where(inArray(silences.conversationId, these))
  await tx.delete(holds).where(inArray(holds.conversationId, these))
  await tx.delete(presences).where(inArray(presences.conversationId, these))
  await tx.delete(conversationReads).where(inArray(conversationReads.conversationId, these))
  await tx.update(parties).set({ reason: '' }).where(inArray(parties.conversationId, these))
  await leaveStories(tx, ctx, these)
  await stopWaiting(tx, { ids, at })
  await tx.execute(sql`
    update conversations set title = network, is_title_given = false, thread_id = 'erased:' || id, author_id = null,
           noise = jsonb_set(noise, '{words}', '[]'),
           state = case when state in ('open', 'waiting') then 'done' else state end,
           due_at = null, promised_minutes = null, wait_until = null, waits_for = null, weigh_at = null,
           erased_at = ${at.toISOString()}::timestamptz, version = version + 1
     where id = any(${uuidArray(ids)})`)
}

/** Out of every story; one that nobody is in any more goes. */
async function leaveStories(tx: Tx, ctx: Context, ids: string[]): Promise<void> {
  const inStories = await tx
    .select({ id: conversations.id, storyId: conversations.storyId })
    .from(conversations)
    .where(and(inArray(conversations.id, ids), isNotNull(conversations.storyId)))
  for (const { id, storyId } of inStories) if (storyId) await takeOut(tx, ctx, id, storyId)
  const left = await tx
    .delete(storyConversations)
    .where(inArray(storyConversations.conversationId, ids))
    .returning({ storyId: storyConversations.storyId })
  const storyIds = [...new Set(left.map((one) => one.storyId))]
  if (storyIds.length === 0) return
  const isIn = tx.select().from(storyConversations).where(eq(storyConversations.storyId, stories.id))
  await tx.delete(stories).where(and(inArray(stories.id, storyIds), notExists(isIn)))
}

/** Nobody waits any more. What was broken is broken; what was promised and kept stays on record. */
async function stopWaiting(tx: Tx, { ids, at }: { ids: readonly string[]; at: Date }): Promise<void> {
  const now = sql`${at.toISOString()}::timestamptz`
  await tx.execute(sql`
    update promise_clocks set stopped_at = ${now}, is_running = false, act_at = null,
           broken_at = case when due_at < ${now} then coalesce(broken_at, due_at) else broken_at end
     where conversation_id = any(${uuidArray(ids)}) and stopped_at is null`)
}
