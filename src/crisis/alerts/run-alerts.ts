import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { alertSettings } from '#db/tables/alerts.ts'
import { workspaces } from '#db/tables/team.ts'
import { openLearner } from './learn-usual.ts'
import { lookAtWorkspace } from './look-at-workspace.ts'
import { binMs } from './step-scopes.ts'

const lookEveryMs = 20 * second
/** Between two workspaces, so that the inbox goes first. */
const pauseMs = second / 4
const atOnceMax = 200

/** Asks every five minutes whether what is said is unusual and bad. Resolves when the signal aborts. */
export async function runAlerts(app: App, signal: AbortSignal): Promise<void> {
  const learn = openLearner(signal)
  while (!signal.aborted) {
    for (const workspaceId of await dueWorkspaces(app)) {
      if (signal.aborted) return
      await lookOrLog(app, { workspaceId, learn, signal })
      await app.clock.sleep(pauseMs, signal)
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}

/** What fails in one workspace stands in nobody else's way. */
async function lookOrLog(
  app: App,
  { signal, ...watched }: Parameters<typeof lookAtWorkspace>[1] & { signal: AbortSignal },
): Promise<void> {
  try {
    await lookAtWorkspace(app, watched)
  } catch (error) {
    // It was told to stop while it learned what is usual, and begins anew when it is started again.
    if (signal.aborted) return
    app.log.error(
      { err: error, workspaceId: watched.workspaceId },
      'it could not be asked what is unusual; trying again',
    )
  }
}

/** The ones that waited longest first. */
async function dueWorkspaces(app: App): Promise<string[]> {
  const until = new Date(Math.floor(app.clock.now().getTime() / binMs) * binMs)
  try {
    const rows = await app.db.asSystem((tx) =>
      tx
        .select({ id: workspaces.id })
        .from(workspaces)
        .leftJoin(alertSettings, eq(alertSettings.workspaceId, workspaces.id))
        .where(
          or(
            isNull(alertSettings.workspaceId),
            and(eq(alertSettings.isOn, true), or(isNull(alertSettings.lookedAt), lt(alertSettings.lookedAt, until))),
          ),
        )
        .orderBy(sql`${alertSettings.lookedAt} nulls first`)
        .limit(atOnceMax),
    )
    return rows.map(({ id }) => id)
  } catch (error) {
    app.log.error({ err: error }, 'workspaces could not be asked for; trying again')
    return []
  }
}
