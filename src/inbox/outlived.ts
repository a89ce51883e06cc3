import { type SQL, sql } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import type { ErasedCounts, Retention } from '#domain/retention.ts'

export type OutlivedAsk = { workspaceId: string; retention: Retention; now: Date }

/** Conversations that are older than the workspace keeps, and that nobody keeps: of `c`. False where everything is kept. */
export function isOutlived({ workspaceId, retention, now }: OutlivedAsk): SQL {
  const { unansweredDays, answeredDays } = retention
  const days = [unansweredDays, answeredDays].filter((one) => one !== null)
  if (days.length === 0) return sql`false`
  const at = now.toISOString()
  const youngest = new Date(now.getTime() - Math.min(...days) * day).toISOString()
  return sql`c.workspace_id = ${workspaceId} and c.erased_at is null and c.latest_at <= ${youngest}::timestamptz
    and erases_at(c, ${unansweredDays}::int, ${answeredDays}::int) <= ${at}::timestamptz and not is_held(c, ${at}::timestamptz)`
}

/** How much would go at once. */
export async function countOutlived(tx: Tx, ask: OutlivedAsk): Promise<ErasedCounts> {
  const { rows } = await tx.execute<ErasedCounts>(sql`
    with gone as materialized (select c.id from conversations c where ${isOutlived(ask)})
    select (select count(*)::int from gone) as conversations,
      (select count(*)::int from mentions m where m.conversation_id in (select id from gone)) as messages`)
  return rows[0] ?? { conversations: 0, messages: 0 }
}

/** `leadId` is another's where it was merged into that one: a signpost goes with its conversation. */
export type Outlived = { id: string; leadId: string }

/** The oldest of them, locked. What something happened in while we waited for the lock is left alone. */
export async function lockOutlived(tx: Tx, ask: OutlivedAsk, most: number): Promise<Outlived[]> {
  const { rows } = await tx.execute<Outlived>(sql`
    with recursive due as materialized (
      select c.id from conversations c where ${isOutlived(ask)} order by c.latest_at, c.id limit ${most}
    ), whole as (
      select id, id as lead_id from due
      union select c.id, w.lead_id from conversations c join whole w on c.merged_into = w.id
    )
    select c.id, w.lead_id as "leadId" from conversations c join whole w on w.id = c.id order by c.id for update of c`)
  if (rows.length === 0) return []
  const ids = uuidArray(rows.map(({ leadId }) => leadId))
  const { rows: still } = await tx.execute<{ id: string }>(
    sql`select c.id from conversations c where c.id = any(${ids}) and ${isOutlived(ask)}`,
  )
  const leads = new Set(still.map(({ id }) => id))
  return rows.filter(({ leadId }) => leads.has(leadId))
}
