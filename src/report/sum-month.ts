import { type SQL, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { anyDepartment, anyNetwork } from './figure-keys.ts'

const firstDayIn = (table: SQL): SQL => sql`(select min(s.at) from ${table} s
  where s.workspace_id = w.id and s.span = 'day' and s.network = ${anyNetwork} and s.department_id = ${anyDepartment})`

/** A month that is over and has days that are not summed; the newest first, which is the one that is asked for. */
async function monthToSum(tx: Tx, today: string): Promise<{ workspaceId: string; month: string } | undefined> {
  const { rows } = await tx.execute<{ workspaceId: string; month: string }>(sql`
    select w.id as "workspaceId", m.month from workspaces w,
      lateral (select least(${firstDayIn(sql`figure_tone_sums`)}, ${firstDayIn(sql`figure_wait_sums`)}) as first) d,
      lateral (select to_char(g.first, 'YYYY-MM-DD') as month
        from generate_series(date_trunc('month', d.first), date_trunc('month', ${today}::timestamp) - interval '1 day', '1 month') g(first)
        where not exists (select from figure_months f where f.workspace_id = w.id and f.month = g.first::date)) m
     order by m.month desc limit 1`)
  return rows[0]
}

const summed = [sql`figure_tone_sums`, sql`figure_wait_sums`, sql`figure_answers`, sql`figure_silences`]

/** Sums one month that is over, so that a year is twelve rows of each kind in place of three hundred and sixty-five. Answers whether there was one. */
export async function sumMonth(app: App, isMine: (tx: Tx) => Promise<boolean>): Promise<boolean> {
  // A day at most is what two zones differ by: a month is summed when it is over everywhere.
  const today = new Date(app.clock.now().getTime() - 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length)
  const due = await app.db.asSystem((tx) => monthToSum(tx, today))
  if (!due) return false
  return app.db.inWorkspace(due.workspaceId, async (tx) => {
    if (!(await isMine(tx))) return false
    const here = sql`workspace_id = ${due.workspaceId}`
    const [first, next] = [sql`${due.month}::date`, sql`(${due.month}::date + interval '1 month')::date`]
    const ofDays = sql`${here} and span = 'day' and at >= ${first} and at < ${next}`
    for (const table of summed)
      await tx.execute(sql`delete from ${table} where ${here} and span = 'month' and at = ${first}`)
    await tx.execute(sql`
      insert into figure_tone_sums (workspace_id, span, network, department_id, at, topic_id, negative, neutral, mixed, positive, unsure, noise, reach,
        reach_known, weight, pull)
      select workspace_id, 'month', network, department_id, ${first}, topic_id, sum(negative), sum(neutral), sum(mixed), sum(positive), sum(unsure),
             sum(noise), sum(reach), sum(reach_known), sum(weight), sum(pull)
        from figure_tone_sums where ${ofDays} group by workspace_id, network, department_id, topic_id`)
    await tx.execute(sql`
      insert into figure_answers (workspace_id, span, at, network, department_id, strategy, sent, better, compared, judged, promotional, unasked)
      select workspace_id, 'month', ${first}, network, department_id, strategy, sum(sent), sum(better), sum(compared), sum(judged), sum(promotional),
             sum(unasked)
        from figure_answers where ${ofDays} group by workspace_id, network, department_id, strategy`)
    await tx.execute(sql`
      insert into figure_silences (workspace_id, span, at, network, department_id, reason_id, reason_name, silences)
      select workspace_id, 'month', ${first}, network, department_id, reason_id, reason_name, sum(silences)
        from figure_silences where ${ofDays} group by workspace_id, network, department_id, reason_id, reason_name`)
    await tx.execute(sql`
      insert into figure_wait_sums (workspace_id, span, network, department_id, at, cut, value, waits, answered, elsewhere, silent, kept, broken, minutes)
      with days as materialized (
        select * from figure_wait_sums where ${ofDays}
      ), steps as (
        select network, department_id, cut, value, split_part(p, ':', 1)::int as minutes, sum(split_part(p, ':', 2)::int) as waits
          from days, unnest(string_to_array(minutes, ' ')) p group by 1, 2, 3, 4, 5
      ), written as (
        select network, department_id, cut, value, string_agg(minutes || ':' || waits, ' ' order by minutes) as minutes from steps group by 1, 2, 3, 4
      ), counts as (
        select network, department_id, cut, value, sum(waits) as waits, sum(answered) as answered, sum(elsewhere) as elsewhere, sum(silent) as silent,
               sum(kept) as kept, sum(broken) as broken from days group by 1, 2, 3, 4
      )
      select ${due.workspaceId}::uuid, 'month', c.network, c.department_id, ${first}, c.cut, c.value, c.waits, c.answered, c.elsewhere, c.silent, c.kept,
             c.broken, coalesce(w.minutes, '')
        from counts c left join written w using (network, department_id, cut, value)`)
    await tx.execute(
      sql`insert into figure_months (workspace_id, month) values (${due.workspaceId}, ${first}) on conflict do nothing`,
    )
    return true
  })
}
