import type { ClientBase } from 'pg'
import { AppError } from '#base/errors.ts'

/** The role whose eyes row-level security narrows. Nobody logs in as it: a transaction puts it on. */
export const appRole = 'wederhoor_app'

/** Makes the role, which belongs to the whole server, and lets the connected user put it on. */
export async function ensureAppRole(client: ClientBase): Promise<void> {
  await permitted(client, 'create the role', async () => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [appRole])
    if (rowCount === 0) await client.query(createRole)
  })
  await permitted(client, 'use the role', async () => {
    if (!(await mayPutOn(client))) await client.query(`grant ${appRole} to current_user`)
  })
}

/** Two databases of one server may be migrated at once: the second to come finds the role made. */
const createRole = `do $$ begin
  create role ${appRole} nologin;
exception when duplicate_object or unique_violation then null;
end $$`

async function mayPutOn(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select case when current_setting('server_version_num')::int >= 160000
       then pg_has_role(current_user, $1, 'set') else pg_has_role(current_user, $1, 'member') end as may`,
    [appRole],
  )
  return rows[0]?.may ?? false
}

async function permitted(client: ClientBase, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === '42501')) throw cause
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_user) as name')
    throw new AppError(
      'unavailable',
      `The database user ${rows[0]?.name} may not ${what} ${appRole}, which keeps workspaces apart. Let an administrator of PostgreSQL run: create role ${appRole} nologin; grant ${appRole} to ${rows[0]?.name};  (leave out what exists)`,
      { cause },
    )
  }
}
