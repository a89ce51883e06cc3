import { eq, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { backOffMs } from '#base/back-off.ts'
import { day, hour, minute, second } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { type SourceFailure, sourceGaps, sources, unreadables } from '#db/tables/listen.ts'
import type { Failure, Heard } from '#domain/connector.ts'
import { tellEvents } from '#team/tell-events.ts'
import type { SourceRow } from './source-row.ts'

/** Streams and polls of one source go on from their own places. */
export type Cursor = { stream?: unknown; poll?: unknown }
export type Way = keyof Cursor

export type Progress = {
  way: Way
  cursor: unknown
  heard: number
  kept: number
  /** Publication of the newest post, and how long after that we heard it. */
  newest?: { publishedAt: Date; delayMs: number }
  /** When to ask again; absent for a stream, which is never asked. */
  nextAt?: Date
}

const textMax = 500
const unreadablesKept = 200

/** Moves the cursor on and writes the ledger. Inside the transaction that stores the mentions: both stand, or neither. */
export async function advanceSource(tx: Tx, source: SourceRow, progress: Progress): Promise<void> {
  const place = { [progress.way]: progress.cursor ?? null }
  await tx
    .update(sources)
    .set({
      cursor: sql`coalesce(${sources.cursor}, '{}'::jsonb) || ${JSON.stringify(place)}::jsonb`,
      lastSuccessAt: sql`now()`,
      heardCount: sql`${sources.heardCount} + ${progress.heard}`,
      keptCount: sql`${sources.keptCount} + ${progress.kept}`,
      ...(progress.newest
        ? {
            lastHeardAt: sql`greatest(${sources.lastHeardAt}, ${progress.newest.publishedAt.toISOString()}::timestamptz)`,
            delayMs: Math.min(progress.newest.delayMs, 2_000_000_000),
          }
        : {}),
      ...(progress.nextAt ? { nextAt: progress.nextAt } : {}),
      failure: null,
      failuresInRow: 0,
    })
    .where(eq(sources.id, source.id))
  // Who looks at the sources sees at once that one began to hear, or hears again. That it simply goes on is told to nobody.
  if (source.failure || !source.lastSuccessAt) await tellChanged(tx, source)
}

/** Writes down why a source does not answer, and when to ask again. The rest of the house goes on. */
export async function recordFailure(
  app: App,
  { source, failure, way }: { source: SourceRow; failure: Failure; way: Way },
): Promise<Date> {
  const now = app.clock.now()
  // A broken stream does not keep the slow poll beside it from its hour.
  const isAsked = way === 'poll' || !app.connectors.get(source.connector)?.poll
  const nextAt = nextTryAt(failure, { now, failuresInRow: source.failuresInRow })
  const kept: SourceFailure = {
    kind: failure.kind,
    why: failure.why,
    since: source.failure?.since ?? now.toISOString(),
    ...(failure.kind === 'wait' ? { until: failure.until.toISOString() } : {}),
  }
  await app.db.asSystem(async (tx) => {
    await tx
      .update(sources)
      .set({ failure: kept, failuresInRow: sql`${sources.failuresInRow} + 1`, ...(isAsked ? { nextAt } : {}) })
      .where(eq(sources.id, source.id))
    if (source.failure?.kind !== failure.kind) await tellChanged(tx, source)
  })
  source.failure = kept
  source.failuresInRow += 1
  if (isAsked) source.nextAt = nextAt
  return nextAt
}

/** Pure: when a failed source is asked again. `refused` waits for a person, with a look once a week. */
export function nextTryAt(failure: Failure, { now, failuresInRow }: { now: Date; failuresInRow: number }): Date {
  switch (failure.kind) {
    case 'wait':
      return new Date(Math.max(failure.until.getTime(), now.getTime() + second))
    case 'retry':
      return new Date(now.getTime() + backOffMs({ failuresInRow, firstMs: 2 * second, mostMs: 15 * minute }))
    case 'reconnect':
      return new Date(now.getTime() + hour)
    case 'refused':
      return new Date(now.getTime() + 7 * day)
  }
}

/** What was not heard, and what could not be read: kept where people see it. */
export async function recordHoles(
  app: App,
  source: SourceRow,
  heard: Pick<Heard, 'gap' | 'unreadable'>,
): Promise<void> {
  const { gap, unreadable = [] } = heard
  if (!gap && unreadable.length === 0) return
  const place = { workspaceId: source.workspaceId, sourceId: source.id }
  await app.db.asSystem(async (tx) => {
    if (gap) {
      const { from: fromAt, to: toAt, why } = gap
      await tx.insert(sourceGaps).values({ id: newId(), ...place, fromAt, toAt, why: why.en, whyDutch: why.nl })
      await tellChanged(tx, source)
    }
    for (const one of unreadable.slice(0, unreadablesKept)) {
      await tx.insert(unreadables).values({
        id: newId(),
        ...place,
        why: one.why.en.slice(0, textMax),
        whyDutch: one.why.nl.slice(0, textMax),
        sample: one.sample.slice(0, textMax),
      })
    }
    if (unreadable.length > 0) await forgetOldUnreadables(tx, source)
  })
}

async function forgetOldUnreadables(tx: Tx, source: SourceRow): Promise<void> {
  await tx.execute(sql`delete from unreadables where source_id = ${source.id} and id not in
    (select id from unreadables where source_id = ${source.id} order by at desc limit ${unreadablesKept})`)
}

async function tellChanged(tx: Tx, source: SourceRow): Promise<void> {
  await tellEvents(tx, source.workspaceId, [{ kind: 'source.changed', subjectId: source.id }])
}
