import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import type { Retention } from '#domain/retention.ts'
import type { Context } from '#team/context.ts'
import { countOutlived } from './outlived.ts'

export type Hold = { reason: string; untilAt: string | null; by: { id: string; name: string }; at: string }
/** How long a conversation stays: when it goes if nothing more happens in it (null never), and whether somebody keeps it. */
export type Keeping = { erasesAt: string | null; erasedAt: string | null; hold: Hold | null }

/** Of one conversation. What is past its time and not yet reached goes at the next round. */
export async function keepingOf(tx: Tx, ctx: Context, conversationId: string): Promise<Keeping> {
  const now = ctx.app.clock.now().toISOString()
  const { rows } = await tx.execute<Keeping>(sql`
    select case when h.conversation_id is null then to_json(erases_at(c, w.unanswered_days, w.answered_days)) #>> '{}' end as "erasesAt",
        to_json(c.erased_at) #>> '{}' as "erasedAt",
        case when h.conversation_id is null then null else jsonb_build_object('reason', h.reason, 'untilAt', h.until_at,
          'by', jsonb_build_object('id', m.id, 'name', m.name), 'at', h.held_at) end as hold
      from conversations c join workspaces w on w.id = c.workspace_id
      left join holds h on h.conversation_id = c.id and (h.until_at is null or h.until_at > ${now}::timestamptz)
      left join members m on m.id = h.held_by
     where c.id = ${conversationId}`)
  return rows[0] ?? { erasesAt: null, erasedAt: null, hold: null }
}

/** When nothing is left of a person, under all their names, if nothing more is said: with the last of their conversations, and of the notes on them. Null where one is kept. */
export async function personErasesAt(tx: Tx, ctx: Context, authorIds: readonly string[]): Promise<string | null> {
  const now = ctx.app.clock.now().toISOString()
  const ids = uuidArray(authorIds)
  const { rows } = await tx.execute<{ erasesAt: string | null }>(sql`
    with met as materialized (
      select case when is_held(c, ${now}::timestamptz) then null
          else erases_at(c, w.unanswered_days, w.answered_days) end as at
        from conversations c join workspaces w on w.id = c.workspace_id
       where c.workspace_id = ${ctx.workspaceId} and c.state <> 'merged' and (c.author_id = any(${ids})
         or c.id in (select m.conversation_id from mentions m where m.workspace_id = ${ctx.workspaceId} and m.author_id = any(${ids})))
    ), noted as (
      select max(coalesce(n.changed_at, n.at)) + make_interval(hours => 24 * w.unanswered_days) as at
        from person_notes n join workspaces w on w.id = n.workspace_id where n.author_id = any(${ids}) group by w.unanswered_days
    )
    select case when bool_or(at is null) then null else to_json(greatest(max(at), (select at from noted))) #>> '{}' end as "erasesAt" from met`)
  return rows[0]?.erasesAt ?? null
}

/** A day, and what went on it. */
export type Erasing = { conversations: number; messages: number; authors: number; lookedAt: string }
export type ReadRetention = Retention & {
  /** So many conversations are kept whatever their age. */
  held: number
  /** The last look that erased something; and when it was looked at all. */
  lastErasing: Erasing | null
  lookedAt: string | null
}

/** What is kept how long, and whether that really happens. */
export async function readRetention(ctx: Context): Promise<ReadRetention> {
  const now = ctx.app.clock.now().toISOString()
  const { rows } = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.execute<ReadRetention>(sql`
      select w.unanswered_days as "unansweredDays", w.answered_days as "answeredDays",
        (select count(*)::int from holds h join conversations c on c.id = h.conversation_id
          where h.workspace_id = w.id and c.state <> 'merged' and (h.until_at is null or h.until_at > ${now}::timestamptz)) as held,
        (select jsonb_build_object('conversations', e.conversations, 'messages', e.messages, 'authors', e.authors, 'lookedAt', e.looked_at)
          from erasings e where e.workspace_id = w.id and e.conversations > 0 order by e.on_day desc limit 1) as "lastErasing",
        (select to_json(max(e.looked_at)) #>> '{}' from erasings e where e.workspace_id = w.id) as "lookedAt"
      from workspaces w where w.id = ${ctx.workspaceId}`),
  )
  return rows[0] ?? { unansweredDays: null, answeredDays: null, held: 0, lastErasing: null, lookedAt: null }
}

/** How much these periods would erase at once. */
export async function tryRetention(ctx: Context, retention: Retention) {
  const { workspaceId } = ctx
  return ctx.app.db.inWorkspace(workspaceId, (tx) =>
    countOutlived(tx, { workspaceId, retention, now: ctx.app.clock.now() }),
  )
}
