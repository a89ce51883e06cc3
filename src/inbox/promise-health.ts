import { and, asc, eq, lt } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute } from '#base/clock.ts'
import { beats, promiseClocks } from '#db/tables/promises.ts'

/** The clocks go round every ten seconds: silent for so long they are dead or stuck. */
export const silentMostMs = 3 * minute
export const promiseBeat = 'promises'
const watchEveryMs = minute

/** They went round. Written after the work, so that a round which hangs is no sign of life. */
export async function beat(app: App): Promise<void> {
  const at = app.clock.now()
  await app.db.asSystem((tx) =>
    tx.insert(beats).values({ name: promiseBeat, at }).onConflictDoUpdate({ target: beats.name, set: { at } }),
  )
}

/**
 * Since when deadlines are not looked at; null when all is well. Either nothing goes round any more, or it goes round and one promise stays
 * behind. Where nothing ever went round, only what is overdue tells.
 */
export async function promisesStandSince(app: App): Promise<Date | null> {
  const before = new Date(app.clock.now().getTime() - silentMostMs)
  return app.db.asSystem(async (tx) => {
    const [last] = await tx.select({ at: beats.at }).from(beats).where(eq(beats.name, promiseBeat))
    const [late] = await tx
      .select({ at: promiseClocks.actAt })
      .from(promiseClocks)
      .where(and(eq(promiseClocks.isRunning, true), lt(promiseClocks.actAt, before)))
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

export async function watchPromises(app: App): Promise<Date | null> {
  try {
    const since = await promisesStandSince(app)
    if (since) app.log.error({ since }, 'deadlines of promises are not looked at: the work process is dead or stuck')
    return since
  } catch (error) {
    app.log.error({ err: error }, 'nobody can tell whether deadlines of promises are looked at; trying again')
    return null
  }
}
