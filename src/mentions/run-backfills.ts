import { and, eq, lte, sql } from 'drizzle-orm'
import { type App, connectorsIn } from '#app.ts'
import { second } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { backfillSources as askedSources, backfills } from '#db/tables/backfill.ts'
import { sources } from '#db/tables/listen.ts'
import { cannotSearch } from '#listen/search-source.ts'
import type { Receive } from '#listen/take-heard.ts'
import { tellEvents } from '#team/tell-events.ts'
import { holdBackfill } from './ask-backfill.ts'
import { backfillSources, type Closed } from './backfill-sources.ts'
import { backfillStored, type OnLabelled } from './backfill-stored.ts'
import type { TopicEngine } from './topic-engine.ts'

const lookEveryMs = 2 * second
const pauseMs = second / 5
const atOnceMax = 20
/** A first search and its first sources are made within a moment of each other. */
const settleMs = 3 * second

export type Backfilling = { engine: TopicEngine; receive: Receive; onLabelled: OnLabelled; signal: AbortSignal }

/** Lets searches look back, a little at a time, until the signal aborts. All that it knows is in the database. */
export async function runBackfills(app: App, backfilling: Backfilling): Promise<void> {
  const closed: Closed = new Map()
  while (!backfilling.signal.aborted) {
    let isBusy = false
    try {
      isBusy = await backfillDue(app, { ...backfilling, closed })
    } catch (error) {
      app.log.error({ err: error }, 'searches could not look back; trying again')
    }
    await app.clock.sleep(isBusy ? pauseMs : lookEveryMs, backfilling.signal)
  }
}

/** One batch of what we have, one page of each network, and an end for what is through. */
export async function backfillDue(app: App, backfilling: Backfilling & { closed: Closed }): Promise<boolean> {
  const [hadStored, hadPages] = await Promise.all([backfillStored(app, backfilling), backfillSources(app, backfilling)])
  await planDue(app)
  return hadStored || hadPages
}

/** Runs whose own messages are tried: their sources are written down, and when none is left to ask, that is the end. */
async function planDue(app: App): Promise<void> {
  const now = app.clock.now()
  const due = await app.db.asSystem((tx) =>
    tx
      .select()
      .from(backfills)
      .where(and(eq(backfills.state, 'running'), eq(backfills.isStoredDone, true), lte(backfills.nextAt, now)))
      .orderBy(backfills.nextAt)
      .limit(atOnceMax),
  )
  for (const run of due) await app.db.inWorkspace(run.workspaceId, (tx) => plan(tx, app, run))
}

async function plan(tx: Tx, app: App, run: typeof backfills.$inferSelect): Promise<void> {
  if (!(await holdBackfill(tx, run))) return
  const now = app.clock.now()
  await writeSources(tx, app, run)
  const stillRunning = await tx.$count(
    askedSources,
    and(eq(askedSources.topicId, run.topicId), eq(askedSources.state, 'running')),
  )
  const isDone = stillRunning === 0 && now.getTime() - run.askedAt.getTime() >= settleMs
  await tx
    .update(backfills)
    .set(isDone ? { state: 'done', finishedAt: now } : { nextAt: new Date(now.getTime() + lookEveryMs) })
    .where(eq(backfills.topicId, run.topicId))
  if (isDone) await tellEvents(tx, run.workspaceId, [{ kind: 'backfill.changed', subjectId: run.topicId }])
}

async function writeSources(tx: Tx, app: App, run: typeof backfills.$inferSelect): Promise<void> {
  const { workspaceId, topicId } = run
  const here = await tx
    .select({ id: sources.id, connector: sources.connector })
    .from(sources)
    .where(
      and(
        eq(sources.workspaceId, workspaceId),
        eq(sources.state, 'on'),
        eq(sources.listensTo, 'settings'),
        sql`not exists (select from backfill_sources bs where bs.topic_id = ${topicId} and bs.source_id = ${sources.id})`,
      ),
    )
  if (here.length === 0) return
  const connectors = connectorsIn(app, workspaceId)
  const nextAt = app.clock.now()
  const rows = here.flatMap(({ id, connector }) => {
    const known = connectors.get(connector)
    if (!known) return []
    const state = known.search ? ('running' as const) : ('cannot' as const)
    return [{ workspaceId, topicId, sourceId: id, state, nextAt, why: known.search ? null : cannotSearch(known.name) }]
  })
  if (rows.length > 0) await tx.insert(askedSources).values(rows).onConflictDoNothing()
}
