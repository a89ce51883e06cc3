import { and, eq, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { messageOf } from '#base/errors.ts'
import { replies } from '#db/tables/reply.ts'
import { change } from '#team/change.ts'
import { tellLate } from './approval/tell-late.ts'
import { overdueMs, watchEveryMs } from './outbox-limits.ts'
import { problems } from './reply-problems.ts'

const shownMax = 200

/** Looks every minute whether something is stuck. Resolves when the signal aborts. */
export async function runWatch(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await watchOutbox(app)
      await tellLate(app)
    } catch (error) {
      app.log.error({ err: messageOf(error) }, 'the outbox could not be watched; trying again')
    }
    await app.clock.sleep(watchEveryMs, signal)
  }
}

/**
 * Intents that are under way for more than five minutes, and replies that should have left five minutes ago, become
 * visible: a log line each time, and once each an event and a problem on the reply. Returns how many there are.
 */
export async function watchOutbox(app: App): Promise<number> {
  const before = new Date(app.clock.now().getTime() - overdueMs)
  const isUnderWay = or(eq(replies.state, 'sending'), eq(replies.state, 'unknown'))
  const shouldHaveLeft = and(or(eq(replies.state, 'ready'), eq(replies.state, 'waiting')), lt(replies.dueAt, before))
  const isOverdue = and(
    isNotNull(replies.dueAt),
    or(and(isUnderWay, lt(replies.lastAttemptAt, before)), shouldHaveLeft),
  )
  const stuck = await app.db.asSystem((tx) =>
    tx
      .select({ id: replies.id, workspaceId: replies.workspaceId, since: replies.lastAttemptAt, dueAt: replies.dueAt })
      .from(replies)
      .where(isOverdue)
      .orderBy(sql`coalesce(${replies.lastAttemptAt}, ${replies.dueAt})`)
      .limit(shownMax),
  )
  const oldest = stuck[0]
  if (!oldest) return 0
  app.log.warn({ replies: stuck.length, oldestReplyId: oldest.id, since: oldest.since ?? oldest.dueAt }, 'replies wait')
  for (const { id, workspaceId } of stuck) await show(app, { id, workspaceId })
  return stuck.length
}

async function show(app: App, { id, workspaceId }: { id: string; workspaceId: string }): Promise<void> {
  const ctx = { app, workspaceId, actor: { kind: 'system', part: 'outbox' } } as const
  await change(ctx, 'reply.deliver', async (tx) => {
    const [row] = await tx
      .update(replies)
      .set({ problem: { kind: 'overdue', why: problems.overdue } })
      .where(
        and(
          eq(replies.id, id),
          isNotNull(replies.dueAt),
          sql`${replies.problem} ->> 'kind' is distinct from 'overdue'`,
        ),
      )
      .returning({ conversationId: replies.conversationId, state: replies.state })
    return {
      result: undefined,
      subject: { kind: 'reply', id },
      conversationId: row?.conversationId,
      details: { state: row?.state, problem: 'overdue' },
      events: [{ kind: 'reply.changed' }],
      isSilent: !row,
    }
  })
}
