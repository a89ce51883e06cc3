import { and, eq, lte, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { change } from '#team/change.ts'
import { tellEnding } from './snippets/tell-ending.ts'
import { tellPledges } from './tell-pledges.ts'
import { wakeGrown } from './wake-grown.ts'
import { silenceWaker } from './wake-silences.ts'

const lookEveryMs = 10 * second
const atOnceMax = 500

/** Brings back what waited until now. Resolves when the signal aborts. */
export async function runWaking(app: App, signal: AbortSignal): Promise<void> {
  const silencesDue = silenceWaker(app)
  while (!signal.aborted) {
    try {
      await wakeWaiting(app)
      await wakeGrown(app)
      await tellPledges(app)
      await tellEnding(app)
      await silencesDue()
    } catch (error) {
      app.log.error({ err: error }, 'waiting conversations could not be looked at; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}

export async function wakeWaiting(app: App): Promise<number> {
  const now = app.clock.now()
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ id: conversations.id, workspaceId: conversations.workspaceId })
      .from(conversations)
      .where(and(eq(conversations.state, 'waiting'), lte(conversations.waitUntil, now)))
      .limit(atOnceMax),
  )
  for (const { id, workspaceId } of due) {
    await change({ app, workspaceId, actor: { kind: 'system', part: 'clock' } }, 'conversation.reopen', async (tx) => {
      const woken = await tx
        .update(conversations)
        .set({ state: 'open', waitUntil: null, version: sql`${conversations.version} + 1` })
        .where(and(eq(conversations.id, id), eq(conversations.state, 'waiting'), lte(conversations.waitUntil, now)))
        .returning({ id: conversations.id })
      return {
        result: undefined,
        subject: { kind: 'conversation', id },
        conversationId: id,
        isSilent: woken.length === 0,
        events: [{ kind: 'conversation.changed' as const }],
      }
    })
  }
  return due.length
}
