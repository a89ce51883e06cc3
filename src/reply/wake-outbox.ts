import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'

/** Where the outboxes of all processes listen. */
export const outboxChannel = 'wederhoor_outbox'

/** Rings when this transaction commits: there is something to do, maybe sooner than the outbox thought. */
export async function wakeOutbox(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`)
}
