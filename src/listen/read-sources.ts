import { desc, eq } from 'drizzle-orm'
import { connectorsIn } from '#app.ts'
import { sourceGaps, sources, unreadables } from '#db/tables/listen.ts'
import { type SourceHealth, sourceHealth } from '#domain/source.ts'
import type { Context } from '#team/context.ts'
import { expectEveryMs } from './poll-source.ts'
import type { SourceRow } from './source-row.ts'

const gapsShown = 10
const unreadablesShown = 5

export type SourceWithLedger = {
  source: SourceRow
  connectorName: string
  isStream: boolean
  health: SourceHealth
  gaps: (typeof sourceGaps.$inferSelect)[]
  unreadables: (typeof unreadables.$inferSelect)[]
}

/** Every source with its freshness ledger: last heard, last success, delay, gaps with their reason, next try. */
export async function readSources(ctx: Context): Promise<SourceWithLedger[]> {
  const { rows, gaps, unread } = await ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => ({
    rows: await tx.select().from(sources).where(eq(sources.workspaceId, ctx.workspaceId)).orderBy(sources.createdAt),
    gaps: await tx
      .select()
      .from(sourceGaps)
      .where(eq(sourceGaps.workspaceId, ctx.workspaceId))
      .orderBy(desc(sourceGaps.fromAt))
      .limit(500),
    unread: await tx
      .select()
      .from(unreadables)
      .where(eq(unreadables.workspaceId, ctx.workspaceId))
      .orderBy(desc(unreadables.at))
      .limit(500),
  }))
  return rows.map((source) => withLedger(ctx, { source, gaps, unread }))
}

function withLedger(
  ctx: Context,
  input: {
    source: SourceRow
    gaps: (typeof sourceGaps.$inferSelect)[]
    unread: (typeof unreadables.$inferSelect)[]
  },
): SourceWithLedger {
  const { source } = input
  const connector = connectorsIn(ctx.app, ctx.workspaceId).get(source.connector)
  const failure = source.failure && { kind: source.failure.kind, since: new Date(source.failure.since) }
  const ledger = { ...source, failure, expectEveryMs: expectEveryMs(connector) }
  return {
    source,
    connectorName: connector?.name ?? source.connector,
    isStream: Boolean(connector?.stream) && source.listensTo === 'settings',
    health: sourceHealth(ledger, ctx.app.clock.now()),
    gaps: input.gaps.filter((gap) => gap.sourceId === source.id).slice(0, gapsShown),
    unreadables: input.unread.filter((one) => one.sourceId === source.id).slice(0, unreadablesShown),
  }
}
