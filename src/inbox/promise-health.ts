import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { hour, minute } from '#base/clock.ts'
import { notices } from '#db/tables/notify.ts'
import { beats, promiseClocks } from '#db/tables/promises.ts'
import { workspaces } from '#db/tables/team.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { membersOf } from './members-of.ts'

/** The clocks go round every ten seconds: silent for so long they are dead or stuck. */
export const silentMostMs = 3 * minute
export const promiseBeat = 'promises'
const watchEveryMs = minute
const tellEveryMs = hour

/** They went round. Written after the work, so that a round which hangs is no sign of life. */
export async function beat(app: App): Promise<void> {
  const at = app.clock.now()
  await app.db.asSystem((tx) =>
    tx.insert(beats).values({ name: promiseBeat, at }).onConflictDoUpdate({ target: beats.name, set: { at } }),
  )
}

/**
 * Since when deadlines are not looked at; null when all is well. Either nothing goes round any more, or it goes round and one promise stays
 * behind. Where nothing ever went round, only what is overdue tells. What was heard when its moment had passed already is overdue from then on:
 * nobody could look at it sooner. The story of a demo company lies in the past by itself, and tells nothing.
 */
export async function promisesStandSince(app: App): Promise<Date | null> {
  const before = new Date(app.clock.now().getTime() - silentMostMs)
  return app.db.asSystem(async (tx) => {
    const [last] = await tx.select({ at: beats.at }).from(beats).where(eq(beats.name, promiseBeat))
    const [late] = await tx
      .select({
        at: sql<Date>`greatest(${promiseClocks.actAt}, ${promiseClocks.heardAt})`.mapWith(promiseClocks.actAt),
      })
      .from(promiseClocks)
      .innerJoin(workspaces, eq(workspaces.id, promiseClocks.workspaceId))
      .where(
        and(
          eq(promiseClocks.isRunning, true),
          lt(promiseClocks.actAt, before),
          lt(promiseClocks.heardAt, before),
          eq(workspaces.isDemo, false),
        ),
      )
      .orderBy(asc(promiseClocks.actAt))
      .limit(1)
    const isSilent = last !== undefined && last.at < before
    return isSilent ? last.at : (late?.at ?? null)
  })
}

/** Says it in the log as long as it lasts. It runs in every process, since the one that went silent cannot say so. */
export async function runPromiseWatch(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await app.clock.sleep(watchEveryMs, signal)
    if (!signal.aborted) await watchPromises(app)
  }
}

/** Those who lead are told in every workspace, again each hour that it lasts. Several processes see it: one of them tells. */
async function tellStanding(app: App, since: Date): Promise<void> {
  const before = new Date(app.clock.now().getTime() - tellEveryMs)
  const here = await app.db.asSystem((tx) => tx.select({ id: workspaces.id }).from(workspaces))
  for (const { id: workspaceId } of here) {
    const ctx: Context = { app, workspaceId, actor: { kind: 'system', part: 'clock' } }
    await change(ctx, 'notice.give', async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`promises stand ${workspaceId}`}, 0))`)
      const told = and(eq(notices.kind, 'promises_stand'), gt(notices.at, before))
      const isTold = (await tx.$count(notices, and(eq(notices.workspaceId, workspaceId), told))) > 0
      const leads = isTold ? [] : await membersOf(tx, 'leads', { workspaceId, ownerId: null, departmentId: null })
      const details = { since: since.toISOString() }
      await giveNotices(tx, ctx, { memberIds: leads, conversationId: null, kind: 'promises_stand', details })
      return { result: undefined, subject: { kind: 'workspace', id: workspaceId }, isSilent: true }
    })
  }
}

export async function watchPromises(app: App): Promise<Date | null> {
  try {
    const since = await promisesStandSince(app)
    if (since) await tellStanding(app, since)
    if (since) app.log.error({ since }, 'deadlines of promises are not looked at: the work process is dead or stuck')
    return since
  } catch (error) {
    app.log.error({ err: error }, 'nobody can tell whether deadlines of promises are looked at; trying again')
    return null
  }
}
