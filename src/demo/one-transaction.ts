import { sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import type { Database, Tx } from '#db/database.ts'

/**
 * Runs `work` with an app whose every transaction is a part of one: nobody sees anything of it before all of it stands, and
 * when anything in it fails nothing was ever there. One thing at a time: the parts share one connection.
 */
export function inOneTransaction<T>(app: App, work: (app: App) => Promise<T>): Promise<T> {
  return app.db.asSystem(async (outer) => work({ ...app, db: partsOf(app.db, outer) }))
}

/** The role and the workspace that a part runs behind, as `src/db/database.ts` sets them. */
type Place = { role: string; workspaceId: string }
const asOwner: Place = { role: 'none', workspaceId: '' }

function partsOf(db: Database, outer: Tx): Database {
  let here = asOwner
  let depth = 0
  const goTo = async (place: Place) => {
    if (place.role === here.role && place.workspaceId === here.workspaceId) return
    await outer.execute(
      sql`select set_config('role', ${place.role}, true), set_config('wederhoor.workspace', ${place.workspaceId}, true)`,
    )
    here = place
  }
  const within = async <R>(place: Place, work: (tx: Tx) => Promise<R>): Promise<R> => {
    const before = here
    await goTo(place)
    depth += 1
    const result = await work(outer)
    depth -= 1
    // Only a part inside another part has somewhere to go back to; the next one goes where it wants.
    if (depth > 0) await goTo(before)
    return result
  }
  return {
    pool: db.pool,
    inWorkspace: (workspaceId, work) => within({ role: 'wederhoor_app', workspaceId }, work),
    asSystem: (work) => within(asOwner, work),
    read: (work) => within(asOwner, work),
  }
}
