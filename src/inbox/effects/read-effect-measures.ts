import { sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { PolicyStrategy } from '#domain/policy.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { EffectCounts } from './read-effects.ts'

export const measurePeriods = ['day', 'week', 'month'] as const
export type MeasurePeriod = (typeof measurePeriods)[number]
const rowsMax = 5_000

export type EffectMeasure = EffectCounts & {
  /** The first day of the period, where the workspace lives. */
  from: string
  department: { id: string; name: string } | null
  network: string
  /** Advised by the policy when we answered; null where it advised none. */
  strategy: PolicyStrategy | null
}
export type MeasureAsk = { from: Date; until: Date; period: MeasurePeriod }

/**
 * What was seen after answers that left in a time, counted by period, department, network and strategy. Sums of rows are exact: a report adds up
 * what it shows together. Only settled answers are comparable, hence both counts. @throws AppError `bad_input`
 */
export async function readEffectMeasures(ctx: Context, { from, until, period }: MeasureAsk): Promise<EffectMeasure[]> {
  memberOf(ctx)
  if (from >= until) throw new AppError('bad_input', 'The period must end after it begins.')
  const found = await ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const { rows } = await tx.execute<EffectMeasure>(sql`
      with sent as (
        select e.*, to_char(date_trunc(${period}, e.sent_at at time zone coalesce(w.opening_hours ->> 'timeZone', 'UTC')), 'YYYY-MM-DD') as period
          from answer_effects e join workspaces w on w.id = e.workspace_id
         where e.workspace_id = ${ctx.workspaceId} and e.sent_at >= ${from.toISOString()}::timestamptz and e.sent_at < ${until.toISOString()}::timestamptz
      ), counted as (
        select period, department_id, network, strategy, outcome, count(*)::int as answers,
               (count(*) filter (where settled_at is not null))::int as settled,
               (count(*) filter (where effect -> 'tone' ->> 'change' = 'better'))::int as better,
               (count(*) filter (where effect -> 'tone' ->> 'change' = 'same'))::int as same,
               (count(*) filter (where effect -> 'tone' ->> 'change' = 'worse'))::int as worse
          from sent group by period, department_id, network, strategy, outcome
      )
      select k.period as "from", case when d.id is null then null else jsonb_build_object('id', d.id, 'name', d.name) end as department,
             k.network, k.strategy, sum(k.answers)::int as answers, sum(k.settled)::int as settled, sum(k.better)::int as better,
             sum(k.same)::int as same, sum(k.worse)::int as worse, jsonb_object_agg(k.outcome, k.answers) as outcomes
        from counted k left join departments d on d.id = k.department_id
       group by k.period, d.id, d.name, k.network, k.strategy
       order by k.period desc, d.name nulls last, k.network, k.strategy nulls last limit ${rowsMax + 1}`)
    return rows
  })
  if (found.length > rowsMax)
    throw new AppError('bad_input', 'This is more than can be told at once. Ask for a shorter time or longer periods.')
  return found
}
