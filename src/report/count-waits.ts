import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { anyDepartment, anyNetwork, isInHour, nobody } from './figure-keys.ts'
import { isWithin } from './report-ask.ts'

/** Hours of one day. */
type Counted = { workspaceId: string; zone: string; day: string; hours: SQL; days: SQL }

/** Who waited for a first answer. What is noise, what was merged into another, and what began anew were no waits. */
export async function countWaits(tx: Tx, { workspaceId, zone, day, hours, days }: Counted): Promise<void> {
  await tx.execute(sql`delete from figure_waits where workspace_id = ${workspaceId} and at = any(${hours})`)
  const minutesFrom = (moment: SQL) =>
    sql`case when p.stopped_by in ('answer', 'elsewhere') then wait_step(floor(extract(epoch from p.stopped_at - ${moment}) / 60)::int) else -1 end`
  await tx.execute(sql`
    insert into figure_waits (workspace_id, at, network, source_id, department_id, band, outcome, promise, published_minutes, heard_minutes, topic_ids, waits)
    select ${workspaceId}::uuid, h.at, c.network, coalesce((p.asked -> 0 ->> 'sourceId')::uuid, ${nobody}), coalesce(c.department_id, ${nobody}),
           band_of(a.followers), coalesce(p.stopped_by, 'open'),
           case when p.due_at is null then 'none' when p.broken_at is not null then 'broken' when p.stopped_at is null then 'runs' else 'kept' end,
           ${minutesFrom(sql`p.asked_at`)}, ${minutesFrom(sql`coalesce((p.asked -> 0 ->> 'heardAt')::timestamptz, p.heard_at)`)},
           array(select t::uuid from jsonb_array_elements_text(coalesce(p.asked -> 0 -> 'topicIds', '[]')) t order by 1), count(*)
      from unnest(${hours}) h(at)
      join promise_clocks p on p.workspace_id = ${workspaceId} and p.kind = 'first' and ${isWithin(sql`p.asked_at`, { from: day, to: day }, zone)} and ${isInHour(sql`p.asked_at`, zone)}
      join conversations c on c.id = p.conversation_id left join authors a on a.id = c.author_id
     where c.state not in ('noise', 'merged') and p.stopped_by is distinct from 'anew'
     group by 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`)
  await sumDays(tx, { workspaceId, days })
}

/** Each day by every cut, for everything, each network, each department and both; its month has to be summed again. */
async function sumDays(tx: Tx, { workspaceId, days }: Pick<Counted, 'workspaceId' | 'days'>): Promise<void> {
  await tx.execute(sql`
    delete from figure_months where workspace_id = ${workspaceId} and month in (select date_trunc('month', d)::date from unnest(${days}) d)`)
  await tx.execute(
    sql`delete from figure_wait_sums where workspace_id = ${workspaceId} and span = 'day' and at = any(${days})`,
  )
  await tx.execute(sql`
    insert into figure_wait_sums (workspace_id, span, network, department_id, at, cut, value, waits, answered, elsewhere, silent, kept, broken, minutes)
    with one as (
      select d.at, extract(isodow from w.at)::int - 1 || ' ' || extract(hour from w.at)::int as hour, w.network, w.department_id, w.source_id,
             w.band, w.outcome, w.promise, w.published_minutes, w.heard_minutes, w.topic_ids, w.waits
        from unnest(${days}) d(at)
        join figure_waits w on w.workspace_id = ${workspaceId} and w.at >= d.at::timestamp and w.at < (d.at + 1)::timestamp
    ), cuts as (
      select o.at, o.network, o.department_id, c.cut, c.value, c.minutes, o.outcome, o.promise, sum(o.waits) as waits
        from one o, lateral (
          values ('all', '', o.published_minutes), ('heard', '', o.heard_minutes), ('hour', o.hour, o.published_minutes),
            ('department', o.department_id::text, o.published_minutes), ('source', o.source_id::text, o.published_minutes),
            ('network', o.network, o.published_minutes), ('band', o.band::text, o.published_minutes)
          union all select 'topic', t::text, o.published_minutes from unnest(o.topic_ids) t
        ) c(cut, value, minutes)
       group by 1, 2, 3, 4, 5, 6, 7, 8
    ), steps as (
      select at, coalesce(network, ${anyNetwork}) as network, coalesce(department_id, ${anyDepartment}::uuid) as department_id, cut, value, minutes,
             sum(waits) as waits, coalesce(sum(waits) filter (where outcome = 'answer'), 0) as answered,
             coalesce(sum(waits) filter (where outcome = 'elsewhere'), 0) as elsewhere,
             coalesce(sum(waits) filter (where outcome = 'silence'), 0) as silent, coalesce(sum(waits) filter (where promise = 'kept'), 0) as kept,
             coalesce(sum(waits) filter (where promise = 'broken'), 0) as broken
        from cuts group by at, cut, value, minutes, cube (network, department_id)
    )
    select ${workspaceId}::uuid, 'day', network, department_id, at, cut, value, sum(waits), sum(answered), sum(elsewhere), sum(silent), sum(kept),
           sum(broken), coalesce(string_agg(minutes || ':' || waits, ' ' order by minutes) filter (where minutes >= 0), '')
      from steps group by network, department_id, at, cut, value`)
}
