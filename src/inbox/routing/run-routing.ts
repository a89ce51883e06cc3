import { and, eq, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute, second } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { routingRuns } from '#db/tables/routing.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { tellEvents } from '#team/tell-events.ts'
import { advanceRun, type RunRow } from './advance-run.ts'
import { advanceUndo } from './advance-undo.ts'

const lookEveryMs = second
/** Between two batches others have their turn. */
const pauseMs = second / 20
/** What a crash leaves claimed comes back by itself. */
const claimMs = minute
const toldEvery = 3

/** Tries rules and places what is open, a little at a time, until the signal aborts. All that it knows is in the database. */
export async function runRouting(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let isBusy = false
    try {
      isBusy = await routeDue(app)
    } catch (error) {
      app.log.error({ err: error }, 'rules could not be tried or applied; trying again')
    }
    await app.clock.sleep(isBusy ? pauseMs : lookEveryMs, signal)
  }
}

/** @returns whether there was anything to do */
export async function routeDue(app: App): Promise<boolean> {
  const run = await takeRun(app)
  if (!run) return false
  const ctx: Context = { app, workspaceId: run.workspaceId, actor: { kind: 'system', part: 'clock' } }
  await change(ctx, 'routing.apply', async (tx) => {
    const done = await (run.kind === 'undo' ? advanceUndo(tx, ctx, run) : advanceRun(tx, ctx, run))
    if (!done) return { result: undefined, subject: { kind: 'routing run', id: run.id }, isSilent: true }
    await writeProgress(tx, ctx, { run, progress: done.progress, isDone: done.isDone })
    const isTold = done.isDone || Math.floor(run.triedCount / done.batchMax) % toldEvery === 0
    if (isTold) await tellEvents(tx, run.workspaceId, [{ kind: 'routing.changed', subjectId: run.id }])
    return {
      result: undefined,
      subject: { kind: 'routing run', id: run.id },
      details: { kind: run.kind, moved: done.movedIds.length },
      isSilent: done.movedIds.length === 0,
      events: done.movedIds.map((id) => ({
        kind: 'conversation.changed' as const,
        subjectId: id,
        conversationId: id,
      })),
    }
  })
  return true
}

type Written = { run: RunRow; progress: Partial<RunRow>; isDone: boolean }

async function writeProgress(tx: Tx, ctx: Context, { run, progress, isDone }: Written): Promise<void> {
  const now = ctx.app.clock.now()
  await tx
    .update(routingRuns)
    .set({ ...progress, nextAt: now, ...(isDone ? { state: 'done' as const, finishedAt: now } : {}) })
    .where(eq(routingRuns.id, run.id))
}

/** The run that waits longest, claimed: another process takes another. */
async function takeRun(app: App): Promise<RunRow | undefined> {
  const now = app.clock.now()
  const claimedUntil = new Date(now.getTime() + claimMs)
  return app.db.asSystem(async (tx) => {
    const [due] = await tx
      .select({ id: routingRuns.id })
      .from(routingRuns)
      .where(and(eq(routingRuns.state, 'running'), sql`${routingRuns.nextAt} <= ${now.toISOString()}::timestamptz`))
      .orderBy(routingRuns.nextAt)
      .limit(1)
      .for('update', { skipLocked: true })
    if (!due) return undefined
    const [run] = await tx
      .update(routingRuns)
      .set({ nextAt: claimedUntil })
      .where(eq(routingRuns.id, due.id))
      .returning()
    return run
  })
}
