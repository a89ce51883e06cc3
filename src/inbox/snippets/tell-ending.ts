import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { knowledgeItems, snippets } from '#db/tables/snippets.ts'
import { members } from '#db/tables/team.ts'
import { toldBeforeMs } from '#domain/snippet.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'

const atOnceMax = 200
const shownMax = 60

type Ending = { id: string; workspaceId: string; of: 'snippets' | 'knowledge' }

/**
 * Whoever has a snippet or a fact is told a week before it ends, and when it does; told is a column, so that a restart neither forgets nor repeats
 * it. Answers how many were looked at.
 */
export async function tellEnding(app: App): Promise<number> {
  const now = app.clock.now()
  const soon = new Date(now.getTime() + toldBeforeMs)
  const { rows } = await app.db.asSystem((tx) =>
    tx.execute<Ending>(sql`
      select id, workspace_id as "workspaceId", 'snippets' as of from snippets
       where state = 'live' and told_ended_at is null
         and (expires_at <= ${now} or (expires_at <= ${soon} and told_soon_at is null))
      union all
      select id, workspace_id, 'knowledge' from knowledge_items
       where told_ended_at is null and (valid_until <= ${now} or (valid_until <= ${soon} and told_soon_at is null))
      limit ${atOnceMax}`),
  )
  for (const { id, workspaceId, of } of rows) {
    const ctx: Context = { app, workspaceId, actor: { kind: 'system', part: 'clock' } }
    await (of === 'snippets' ? tellSnippet(ctx, id) : tellFact(ctx, id))
  }
  return rows.length
}

async function tellSnippet(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'snippet.end', async (tx) => {
    const now = ctx.app.clock.now()
    const { name, ownerId, expiresAt } = snippets
    const told = await tx
      .update(snippets)
      .set({ toldSoonAt: now, toldEndedAt: sql`case when ${expiresAt} <= ${now} then ${now}::timestamptz end` })
      .where(and(eq(snippets.id, id), isNull(snippets.toldEndedAt)))
      .returning({ name, ownerId, endsAt: expiresAt })
    return await tell(tx, ctx, { id, of: 'snippets', told: told[0] })
  })
}

async function tellFact(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'knowledge.end', async (tx) => {
    const now = ctx.app.clock.now()
    const { statements, ownerId, validUntil } = knowledgeItems
    const [row] = await tx
      .update(knowledgeItems)
      .set({ toldSoonAt: now, toldEndedAt: sql`case when ${validUntil} <= ${now} then ${now}::timestamptz end` })
      .where(and(eq(knowledgeItems.id, id), isNull(knowledgeItems.toldEndedAt)))
      .returning({ statements, ownerId, endsAt: validUntil })
    const name = (row?.statements[0]?.text ?? '').slice(0, shownMax)
    return await tell(tx, ctx, { id, of: 'knowledge', told: row && { name, ...row } })
  })
}

type Told = { name: string; ownerId: string | null; endsAt: Date | null }

async function tell(tx: Tx, ctx: Context, { id, of, told }: { id: string; of: Ending['of']; told: Told | undefined }) {
  const subject = { kind: of === 'snippets' ? 'snippet' : 'knowledge', id }
  if (!told?.endsAt) return { result: undefined, subject, isSilent: true }
  const { name, ownerId, endsAt } = told
  const hasEnded = endsAt <= ctx.app.clock.now()
  const memberIds = await whoAnswersFor(tx, ctx, ownerId)
  const kind = hasEnded ? ('ended' as const) : ('ends_soon' as const)
  const details = { name, place: of, dueAt: endsAt.toISOString() }
  await giveNotices(tx, ctx, { memberIds, conversationId: null, kind, details })
  const event = of === 'snippets' ? ('snippet.changed' as const) : ('knowledge.changed' as const)
  return { result: undefined, subject, details: { hasEnded }, events: [{ kind: event }] }
}

/** Its owner; where that is nobody, or somebody who left, whoever leads. */
async function whoAnswersFor(tx: Tx, ctx: Context, ownerId: string | null): Promise<string[]> {
  const isHere = and(eq(members.workspaceId, ctx.workspaceId), isNull(members.leftAt))
  const here = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(isHere, ownerId === null ? sql`false` : eq(members.id, ownerId)))
  if (here.length > 0) return here.map(({ id }) => id)
  const leads = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(isHere, inArray(members.role, ['lead', 'admin', 'owner'])))
  return leads.map(({ id }) => id)
}
