import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'

/**
 * Two ways to the tables, and no third. Inside a workspace the rows of every other one do not exist: the transaction
 * takes the role `wederhoor_app`, for which row-level security holds. The program's own work over all workspaces
 * (which sources are due, which replies) runs as the owner, and every such query names its workspaces itself.
 */
export type Database = {
  pool: Pool
  inWorkspace<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same for a single question without a transaction around it: what every request asks costs one way to the server and back. */
  read<T>(work: (db: Pick<Tx, 'select'>) => Promise<T>): Promise<T>
}

export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0]

export function databaseOn(pool: Pool): Database {
  const db = drizzle(pool, { casing: 'snake_case' })
  return {
    pool,
    inWorkspace: (workspaceId, work) =>
      db.transaction(async (tx) => {
        await tx.execute(
          sql`select set_config('role', 'wederhoor_app', true), set_config('wederhoor.workspace', ${workspaceId}, true)`,
        )
        return work(tx)
      }),
    asSystem: (work) => db.transaction(work),
    read: (work) => work(db),
  }
}
