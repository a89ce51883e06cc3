import { inArray, isNotNull, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { day, hour } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import { drafts } from '#db/tables/reply.ts'
import { workspaces } from '#db/tables/team.ts'
import type { Retention } from '#domain/retention.ts'
import { forgetOutlived } from '#inbox/forget-outlived.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { lockOutlived } from '#inbox/outlived.ts'
import { recordErasing } from '#inbox/record-erasing.ts'
import { eraseOldUnreadables } from '#listen/erase-unreadables.ts'
import { lockPeople } from '#mentions/lock-people.ts'
import { blankConversations, removeStrangers } from '#mentions/outlived-messages.ts'
import { forgetNotices } from '#notify/forget-notices.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { eraseDetails } from '#team/erase-names.ts'
import { forgetUses } from './assist/forget-uses.ts'

const lookEveryMs = hour
/** In one transaction: short enough that nobody who works waits for it. */
const atOnceMax = 50
/** Between two, so that the inbox goes first. */
const pauseMs = 200

/** Erases what is older than its workspace keeps. Resolves when the signal aborts; what was not reached is found again. */
export async function runRetention(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await eraseOutlived(app, { signal })
    } catch (error) {
      app.log.error({ err: error }, 'what is older than it is kept could not be erased; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}

type Limits = { signal?: AbortSignal; most?: number }

/** Every workspace that has periods, until nothing is left to erase or the signal aborts. Answers how many conversations went. */
export async function eraseOutlived(app: App, { signal, most }: Limits = {}): Promise<number> {
  const asked = await app.db.asSystem((tx) =>
    tx
      .select({
        id: workspaces.id,
        unansweredDays: workspaces.unansweredDays,
        answeredDays: workspaces.answeredDays,
      })
      .from(workspaces)
      .where(isNotNull(workspaces.unansweredDays)),
  )
  let erased = 0
  const troubles: unknown[] = []
  for (const { id } of asked) {
    try {
      erased += await eraseIn({ app, workspaceId: id, actor: { kind: 'system', part: 'clock' } }, { signal, most })
    } catch (error) {
      // What stands in the way of one workspace is nothing to the others.
      troubles.push(error)
    }
  }
  if (troubles.length > 0) throw new AggregateError(troubles, 'not everything could be erased')
  return erased
}

async function eraseIn(ctx: Context, { signal, most = atOnceMax }: Limits): Promise<number> {
  let erased = 0
  while (!signal?.aborted) {
    const gone = await eraseBatch(ctx, most)
    erased += gone
    if (gone === 0) break
    if (signal) await ctx.app.clock.sleep(pauseMs, signal)
  }
  return erased
}

/** One transaction: after a crash at any moment it is done, or it was never begun. Answers how many conversations went. */
export async function eraseBatch(ctx: Context, most: number): Promise<number> {
  const { workspaceId } = ctx
  const now = ctx.app.clock.now()
  return change(ctx, 'retention.erase', async (tx) => {
    // Before any row, as whoever hears: what is locked here is nobody's new message.
    await lockStories(tx, workspaceId)
    await lockPeople(tx, workspaceId)
    const retention = await readRetention(tx, workspaceId)
    const gone = await lockOutlived(tx, { workspaceId, retention, now }, most)
    const before = new Date(now.getTime() - (retention.unansweredDays ?? 0) * day)
    if (retention.unansweredDays !== null) await eraseOldUnreadables(tx, { workspaceId, before })
    const counts = await eraseWhole(tx, ctx, { ids: gone.map(({ id }) => id), before, at: now })
    const conversations = gone.filter(({ id, leadId }) => id === leadId).length
    await recordErasing(tx, { workspaceId, conversations, ...counts, at: now })
    return {
      result: conversations,
      subject: { kind: 'workspace', id: workspaceId },
      details: { conversations, ...counts },
      isSilent: conversations === 0,
      events: gone.map(({ id }) => ({ kind: 'conversation.changed' as const, subjectId: id, conversationId: id })),
    }
  })
}

async function readRetention(tx: Tx, workspaceId: string): Promise<Retention> {
  const [row] = await tx
    .select({ unansweredDays: workspaces.unansweredDays, answeredDays: workspaces.answeredDays })
    .from(workspaces)
    .where(sql`${workspaces.id} = ${workspaceId}`)
  return row ?? { unansweredDays: null, answeredDays: null }
}

async function eraseWhole(
  tx: Tx,
  ctx: Context,
  { ids, before, at }: { ids: readonly string[]; before: Date; at: Date },
): Promise<{ messages: number; authors: number }> {
  if (ids.length === 0) return { messages: 0, authors: 0 }
  const { workspaceId } = ctx
  const { rows: began } = await tx.execute<{ id: string }>(sql`
    select distinct author_id as id from conversations where id = any(${uuidArray(ids)}) and author_id is not null`)
  const { messages, authorIds } = await blankConversations(tx, { workspaceId, conversationIds: ids, at })
  await eraseAnswers(tx, ids)
  await forgetOutlived(tx, ctx, { ids, at })
  await forgetNotices(tx, ids)
  await eraseDetails(tx, { workspaceId, conversationIds: ids })
  const whose = [...new Set([...authorIds, ...began.map(({ id }) => id)])]
  const authors = await removeStrangers(tx, { authorIds: whose, notedBefore: before })
  return { messages, authors }
}

/** Our answers stand on the network; here it stays that one was given, when, by whom and as whom. */
async function eraseAnswers(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.delete(drafts).where(inArray(drafts.conversationId, [...ids]))
  await forgetUses(tx, ids)
  await tx.execute(
    sql`update approvals set text = '', note = null, intent_hash = '' where conversation_id = any(${uuidArray(ids)})`,
  )
  await tx.execute(sql`
    update replies set text = '', intent_hash = '', native_id = null, url = null, ref = null, problem = null, override = jsonb_set(override, '{reason}', '""')
     where conversation_id = any(${uuidArray(ids)})`)
  await tx.execute(sql`
    update judged_replies j set sketch = '{}' from replies r where r.id = j.reply_id and r.conversation_id = any(${uuidArray(ids)})`)
}
