import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'

/** Where the outboxes of all processes listen. */
export const outboxChannel = 'wederhoor_outbox'

const stopRing = 'stop '

/** The workspace that a ring says is stopped: a look there that was under way is not believed. */
export function stoppedIn(payload: string | undefined): string | undefined {
  return payload?.startsWith(stopRing) ? payload.slice(stopRing.length) : undefined
}

/** Rings when this transaction commits: there is something to do, maybe sooner than the outbox thought. */
export async function wakeOutbox(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`)
}

/** Rings in every process when this transaction commits: nothing may go out. The row is what counts; this only makes it sooner. */
export async function ringStop(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${outboxChannel}, ${stopRing + workspaceId})`)
}
