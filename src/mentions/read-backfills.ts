import { eq } from 'drizzle-orm'
import { connectorsIn } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { backfillSources, backfills } from '#db/tables/backfill.ts'
import { sources } from '#db/tables/listen.ts'
import type { BackfillSourceState, BackfillState } from '#domain/backfill.ts'
import type { Words } from '#domain/connector.ts'
import type { Context } from '#team/context.ts'

export type Backfill = {
  state: BackfillState
  /** How far back the networks are asked. */
  since: Date
  stored: { of: number; tried: number; isDone: boolean }
  /** Messages that the search has now and had not before. */
  found: number
  /** The oldest message that was found. */
  backTo: Date | null
  sources: BackfillSource[]
  finishedAt: Date | null
}
export type BackfillSource = {
  network: string
  name: string
  state: BackfillSourceState
  found: number
  backTo: Date | null
  /** Why it cannot, why it waits, or what such a search leaves out. */
  why: Words | null
}

/** How far each search has looked back, or what came of it. */
export async function readBackfills(tx: Tx, ctx: Context): Promise<Map<string, Backfill>> {
  const { workspaceId } = ctx
  const runs = await tx.select().from(backfills).where(eq(backfills.workspaceId, workspaceId))
  const asked = await tx
    .select({ row: backfillSources, network: sources.connector })
    .from(backfillSources)
    .innerJoin(sources, eq(sources.id, backfillSources.sourceId))
    .where(eq(backfillSources.workspaceId, workspaceId))
    .orderBy(sources.createdAt)
  const connectors = connectorsIn(ctx.app, workspaceId)
  const byTopic = Map.groupBy(asked, ({ row }) => row.topicId)
  return new Map(
    runs.map((run) => {
      const own = (byTopic.get(run.topicId) ?? []).map(({ row, network }) => ({
        network,
        name: connectors.get(network)?.name ?? network,
        state: row.state,
        found: row.found,
        backTo: row.backTo,
        why: row.why,
      }))
      return [run.topicId, backfillOf(run, own)]
    }),
  )
}

function backfillOf(run: typeof backfills.$inferSelect, asked: BackfillSource[]): Backfill {
  const moments = [run.storedBackTo, ...asked.map(({ found, backTo }) => (found > 0 ? backTo : null))]
  return {
    state: run.state,
    since: run.since,
    stored: { of: run.storedOf, tried: run.storedTried, isDone: run.isStoredDone },
    found: run.storedFound + asked.reduce((sum, { found }) => sum + found, 0),
    backTo: oldest(moments),
    sources: asked,
    finishedAt: run.finishedAt,
  }
}

function oldest(moments: readonly (Date | null)[]): Date | null {
  const times = moments.flatMap((at) => (at ? [at.getTime()] : []))
  return times.length > 0 ? new Date(Math.min(...times)) : null
}
