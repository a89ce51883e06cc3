import { and, asc, eq, lte } from 'drizzle-orm'
import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { tellEvents } from '#team/tell-events.ts'
import { weighConversations } from './weigh-conversations.ts'

const lookEveryMs = 10 * second
const atOnceMax = 500

/** Weighs again what time alone makes more or less urgent. Resolves when the signal aborts. */
export async function runWeighing(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await weighDue(app)
    } catch (error) {
      app.log.error({ err: error }, 'the urgency of conversations could not be brought up to date; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}

/** What somebody else has locked at this moment is weighed by them, or the next time. */
export async function weighDue(app: App): Promise<number> {
  const now = app.clock.now()
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ workspaceId: conversations.workspaceId })
      .from(conversations)
      .where(and(eq(conversations.state, 'open'), lte(conversations.weighAt, now)))
      .orderBy(asc(conversations.weighAt))
      .limit(atOnceMax),
  )
  for (const workspaceId of new Set(due.map((row) => row.workspaceId))) await weighIn(app, { workspaceId, now })
  return due.length
}

async function weighIn(app: App, { workspaceId, now }: { workspaceId: string; now: Date }): Promise<void> {
  await app.db.inWorkspace(workspaceId, async (tx) => {
    const free = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(
        and(
          eq(conversations.workspaceId, workspaceId),
          eq(conversations.state, 'open'),
          lte(conversations.weighAt, now),
        ),
      )
      .orderBy(asc(conversations.weighAt))
      .limit(atOnceMax)
      .for('update', { skipLocked: true })
    const weighed = await weighConversations(tx, { workspaceId, ids: free.map(({ id }) => id), now })
    const moved = weighed.filter((one) => one.level !== one.wasLevel)
    await tellEvents(
      tx,
      workspaceId,
      moved.map(({ id }) => ({ kind: 'conversation.changed' as const, subjectId: id, conversationId: id })),
    )
  })
}
