import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { present } from '#base/assert.ts'
import type { Tx } from '#db/database.ts'
import { accounts, stops } from '#db/tables/reply.ts'
import { members } from '#db/tables/team.ts'
import type { Context } from '#team/context.ts'

export type StopRow = typeof stops.$inferSelect
export type StopWithPeople = {
  stop: StopRow
  by: { id: string; name: string } | null
  account: { id: string; handle: string; name: string; network: string } | null
}

/** As part of a question about replies or accounts, so that it is of the same moment: the newest stop over an account, and whether one is on. */
export function stopOver(workspaceId: PgColumn, accountId: PgColumn): SQL<{ number: number; isOn: boolean }> {
  return sql`(select json_build_object('number', coalesce(max(s.number), 0), 'isOn', coalesce(bool_or(s.is_on), false)) from (
    (select number, false as is_on from stops where workspace_id = ${workspaceId} and account_id is null order by number desc limit 1)
    union all (select number, false from stops where workspace_id = ${workspaceId} and account_id = ${accountId} order by number desc limit 1)
    union all (select number, true from stops where workspace_id = ${workspaceId} and ended_at is null
      and (account_id is null or account_id = ${accountId}))) s)`
}

/** The newest stop over an account, for what is approved now. One that comes between this and our commit has a higher number, and holds it. */
export async function stopNumberOf(tx: Tx, { workspaceId, accountId }: { workspaceId: string; accountId: string }) {
  const { rows } = await tx.execute<{ number: number }>(sql`
    select coalesce(max(number), 0)::int as number from stops
     where workspace_id = ${workspaceId} and (account_id is null or account_id = ${accountId})`)
  return rows[0]?.number ?? 0
}

/** What is stopped now, the workspace first. */
export async function readStops(ctx: Context): Promise<StopWithPeople[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => stopsWhere(tx, ctx, isNull(stops.endedAt)))
}

/** What keeps this account from speaking, the workspace's stop first; undefined when nothing does. */
export async function readStopOf(ctx: Context, accountId: string): Promise<StopWithPeople | undefined> {
  const covers = or(isNull(stops.accountId), eq(stops.accountId, accountId))
  const [row] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    stopsWhere(tx, ctx, and(isNull(stops.endedAt), covers)),
  )
  return row
}

export function stopsWhere(tx: Tx, { workspaceId }: Context, which: SQL | undefined): Promise<StopWithPeople[]> {
  return tx
    .select({
      stop: stops,
      by: { id: members.id, name: members.name },
      account: { id: accounts.id, handle: accounts.handle, name: accounts.name, network: accounts.network },
    })
    .from(stops)
    .leftJoin(members, eq(members.id, stops.stoppedBy))
    .leftJoin(accounts, eq(accounts.id, stops.accountId))
    .where(and(eq(stops.workspaceId, workspaceId), which))
    .orderBy(sql`${stops.accountId} is not null`, stops.stoppedAt)
}

export async function readOneStop(ctx: Context, id: string): Promise<StopWithPeople> {
  const [row] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => stopsWhere(tx, ctx, eq(stops.id, id)))
  return present(row, 'the stop just written')
}
