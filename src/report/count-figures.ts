import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { textArray } from '#db/sql-arrays.ts'
import { countAnswers } from './count-answers.ts'
import { countWaits } from './count-waits.ts'
import { anyDepartment, anyNetwork, isInHour, nobody } from './figure-keys.ts'
import { isWithin } from './report-ask.ts'

/** One message, split among its topics: 27720 divides by every number up to twelve. */
export const partsOfOne = 27_720

/** Hours by the clock of the workspace, as `2026-11-23 09:00:00`. */
type Counted = { workspaceId: string; zone: string; hours: readonly string[] }

/**
 * The hours as the rows say they are: what stood there goes, and what is counted now takes its place. Only whoever holds the lock of the figures
 * (`settle-figures.ts`) counts, or an older count could win.
 */
export async function countHours(tx: Tx, { workspaceId, zone, hours }: Counted): Promise<void> {
  // A day at a time: between two moments that are said the database knows how little lies, and does not walk over all that was ever said.
  for (const [day, some] of Map.groupBy(hours, (hour) => hour.slice(0, 'YYYY-MM-DD'.length))) {
    await countMessages(tx, { workspaceId, zone, day, hours: some })
    const days = sql`array[${day}]::date[]`
    await countWaits(tx, { workspaceId, zone, day, hours: sql`${textArray(some)}::timestamp[]`, days })
    await countAnswers(tx, { workspaceId, zone, day, days })
    await addUpDays(tx, { workspaceId, days })
  }
}

async function countMessages(tx: Tx, { workspaceId, zone, day, hours }: Counted & { day: string }): Promise<void> {
  const counted = sql`${textArray(hours)}::timestamp[]`
  const ofDay = isWithin(sql`m.published_at`, { from: day, to: day }, zone)
  await tx.execute(sql`delete from figure_hours where workspace_id = ${workspaceId} and at = any(${counted})`)
  await tx.execute(sql`
    insert into figure_hours (workspace_id, at, topic_id, network, source_id, department_id, negative, neutral, mixed, positive, unsure,
      noise, reach, reach_known, weight, pull)
    with said as materialized (
      select h.at, m.id, m.network, coalesce(m.source_id, ${nobody}) as source_id, coalesce(c.department_id, ${nobody}) as department_id,
             case when c.state = 'noise' then 'noise' else tone_of(s.said, s.correction) end as tone, reach_of(a.followers) as reach
        from unnest(${counted}) h(at)
        join mentions m on m.workspace_id = ${workspaceId} and not m.is_own and ${ofDay} and ${isInHour(sql`m.published_at`, zone)}
        join conversations c on c.id = m.conversation_id join authors a on a.id = m.author_id
        left join assessments s on s.mention_id = m.id
    ), matched as (
      select s.id, t.topic_id, k.purpose <> 'market' as is_ours,
             count(*) filter (where k.purpose <> 'market') over (partition by s.id) as ours
        from said s join mention_topics t on t.mention_id = s.id join topics k on k.id = t.topic_id
    ), placed as (
      select s.*, m.topic_id, case when m.is_ours then round(${partsOfOne}::numeric / m.ours)::bigint else 0 end as part
        from said s join matched m on m.id = s.id
      union all
      select s.*, ${nobody}::uuid, ${partsOfOne}::bigint from said s
       where not exists (select from matched m where m.id = s.id) or exists (select from matched m where m.id = s.id and m.is_ours)
    )
    select ${workspaceId}::uuid, at, topic_id, network, source_id, department_id,
           count(*) filter (where tone = 'negative'), count(*) filter (where tone = 'neutral'), count(*) filter (where tone = 'mixed'),
           count(*) filter (where tone = 'positive'), count(*) filter (where tone = 'unsure'), count(*) filter (where tone = 'noise'),
           coalesce(sum(reach) filter (where tone <> 'noise'), 0), count(reach) filter (where tone <> 'noise'),
           coalesce(sum(part) filter (where tone not in ('unsure', 'noise')), 0),
           coalesce(sum(part * case tone when 'positive' then 1 when 'negative' then -1 else 0 end), 0)
      from placed group by at, topic_id, network, source_id, department_id`)
}

type Days = { workspaceId: string; days: SQL }

async function addUpDays(tx: Tx, { workspaceId, days }: Days): Promise<void> {
  await tx.execute(sql`delete from figure_days where workspace_id = ${workspaceId} and at = any(${days})`)
  await tx.execute(sql`
    insert into figure_days (workspace_id, at, topic_id, network, source_id, department_id, negative, neutral, mixed, positive, unsure,
      noise, reach, reach_known, weight, pull)
    select h.workspace_id, d.at, h.topic_id, h.network, h.source_id, h.department_id, sum(h.negative), sum(h.neutral), sum(h.mixed),
           sum(h.positive), sum(h.unsure), sum(h.noise), sum(h.reach), sum(h.reach_known), sum(h.weight), sum(h.pull)
      from unnest(${days}) d(at)
      join figure_hours h on h.workspace_id = ${workspaceId} and h.at >= d.at::timestamp and h.at < (d.at + 1)::timestamp
     group by h.workspace_id, d.at, h.topic_id, h.network, h.source_id, h.department_id`)
  await sumDays(tx, { workspaceId, days })
}

/** Each day for everything, for each network, for each department, and for both. */
async function sumDays(tx: Tx, { workspaceId, days }: Days): Promise<void> {
  await tx.execute(
    sql`delete from figure_tone_sums where workspace_id = ${workspaceId} and span = 'day' and at = any(${days})`,
  )
  await tx.execute(sql`
    insert into figure_tone_sums (workspace_id, span, network, department_id, at, topic_id, negative, neutral, mixed, positive, unsure,
      noise, reach, reach_known, weight, pull)
    select workspace_id, 'day', coalesce(network, ${anyNetwork}), coalesce(department_id, ${anyDepartment}::uuid), at, topic_id,
           sum(negative), sum(neutral), sum(mixed), sum(positive), sum(unsure), sum(noise), sum(reach), sum(reach_known), sum(weight), sum(pull)
      from figure_days where workspace_id = ${workspaceId} and at = any(${days})
     group by workspace_id, at, topic_id, cube (network, department_id)`)
}
