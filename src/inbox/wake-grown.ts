import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { grownFrom, type Spread, spreadSum } from '#domain/wait.ts'
import { change } from '#team/change.ts'

type Quiet = Spread & { id: string; workspaceId: string; spreadThen: number }

/** How far these have spread by now. */
export async function readSpreads(tx: Tx, where: SQL): Promise<Quiet[]> {
  const { rows } = await tx.execute<Quiet>(sql`
    select c.id, c.workspace_id as "workspaceId", c.message_count as messages, coalesce(c.spread_then, 0) as "spreadThen",
      greatest(coalesce((select s.conversation_count from stories s where s.id = c.story_id), 0) - 1, 0) as alike,
      coalesce((select sum(m.reposts)::int from mentions m where m.conversation_id = c.id and not m.is_own), 0) as reposts
    from conversations c where ${where}`)
  return rows
}

/** Opens again what was quiet until it grows, and has grown. @returns how many */
export async function wakeGrown(app: App): Promise<number> {
  const quiet = await app.db.asSystem((tx) => readSpreads(tx, sql`c.state = 'waiting' and c.waits_for = 'growth'`))
  const grown = quiet.filter((one) => spreadSum(one) >= grownFrom(one.spreadThen))
  for (const { id, workspaceId, spreadThen, ...spread } of grown) {
    const ctx = { app, workspaceId, actor: { kind: 'system', part: 'clock' } } as const
    await change(ctx, 'conversation.reopen', async (tx) => {
      const woken = await tx
        .update(conversations)
        .set({ state: 'open', waitUntil: null, version: sql`${conversations.version} + 1` })
        .where(and(eq(conversations.id, id), eq(conversations.state, 'waiting'), eq(conversations.waitsFor, 'growth')))
        .returning({ id: conversations.id })
      return {
        result: undefined,
        subject: { kind: 'conversation', id },
        conversationId: id,
        details: { spreadThen, spreadNow: spreadSum(spread) },
        isSilent: woken.length === 0,
        events: [{ kind: 'conversation.changed' as const }],
      }
    })
  }
  return grown.length
}
