import { sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { countHours } from './count-figures.ts'
import { sumMonth } from './sum-month.ts'

/** In one transaction: a few days of a large house, and short enough to be stopped at any moment. */
const hoursAtOnceMax = 48
/** Bell of the advisory lock: one counts at a time, or an older count could be written over a newer one. */
const figuresLock = 55_240_117

/**
 * Counts anew what was marked, one bounded batch of one workspace. A mark is taken away in the transaction that counts its hour, after whatever it was
 * set by; what changes meanwhile sets one of its own. When no mark is left a month that is over is summed. Answers how many hours were counted (a month is one):
 * none means that all figures stand.
 */
export async function settleFigures(app: App, most: number = hoursAtOnceMax): Promise<number> {
  const workspaceId = await app.db.asSystem(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`select workspace_id as id from figure_marks order by id limit 1`,
    )
    return rows[0]?.id
  })
  if (!workspaceId) return (await sumMonth(app, isMine)) ? 1 : 0
  return app.db.inWorkspace(workspaceId, async (tx) => {
    if (!(await isMine(tx))) return 0
    const zone = await zoneOf(tx, workspaceId)
    if (await isAllMarked(tx, workspaceId)) await markEachHour(tx, workspaceId)
    const hours = await takeMarks(tx, { workspaceId, zone, most })
    await countHours(tx, { workspaceId, zone, hours })
    return hours.length
  })
}

async function isMine(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ isMine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${figuresLock}) as "isMine"`,
  )
  return rows[0]?.isMine === true
}

/** Where the days of a workspace begin and end. */
export async function zoneOf(tx: Tx, workspaceId: string): Promise<string> {
  const { rows } = await tx.execute<{ zone: string }>(
    sql`select coalesce(opening_hours ->> 'timeZone', 'UTC') as zone from workspaces where id = ${workspaceId}`,
  )
  return rows[0]?.zone ?? 'UTC'
}

const counted = [
  ...[sql`figure_hours`, sql`figure_days`, sql`figure_tone_sums`, sql`figure_waits`, sql`figure_wait_sums`],
  ...[sql`figure_months`, sql`figure_answers`, sql`figure_silences`],
]

/** Everything is counted from the beginning: what stands goes, and each hour in which something happened gets its mark. */
async function markEachHour(tx: Tx, workspaceId: string): Promise<void> {
  for (const table of counted) await tx.execute(sql`delete from ${table} where workspace_id = ${workspaceId}`)
  await tx.execute(sql`delete from figure_marks where workspace_id = ${workspaceId}`)
  await tx.execute(sql`
    insert into figure_marks (workspace_id, hour)
    select ${workspaceId}, hour from (
      select distinct date_trunc('hour', published_at, 'UTC') as hour from mentions where workspace_id = ${workspaceId}
      union select distinct date_trunc('hour', asked_at, 'UTC') from promise_clocks where workspace_id = ${workspaceId} and kind = 'first'
      union select distinct date_trunc('hour', sent_at, 'UTC') from answer_effects where workspace_id = ${workspaceId}
      union select distinct date_trunc('hour', decided_at, 'UTC') from silences where workspace_id = ${workspaceId}
    ) happened order by hour desc`)
}

async function isAllMarked(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from figure_marks where workspace_id = ${workspaceId} and hour = '-infinity' limit 1`,
  )
  return rows.length > 0
}

/** The oldest marks first, each hour once; an hour of UTC may lie in two hours of a clock that is half an hour off. */
async function takeMarks(
  tx: Tx,
  { workspaceId, zone, most }: { workspaceId: string; zone: string; most: number },
): Promise<string[]> {
  const { rows } = await tx.execute<{ at: string }>(sql`
    with due as (
      select hour from figure_marks where workspace_id = ${workspaceId} group by hour order by min(id) limit ${most}
    ), taken as (
      delete from figure_marks f using due d where f.workspace_id = ${workspaceId} and f.hour = d.hour returning f.hour
    )
    select distinct to_char(date_trunc('hour', e.at at time zone ${zone}), 'YYYY-MM-DD HH24:MI:SS') as at
      from taken t, lateral (values (t.hour), (t.hour + interval '59 minutes 59 seconds')) e(at) order by 1`)
  return rows.map(({ at }) => at)
}
