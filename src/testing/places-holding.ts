import type { Pool } from 'pg'

/** Where some words stand in a workspace: every table, every column, as text. What is erased stands nowhere. */
export async function placesHolding(
  pool: Pool,
  { workspaceId, needle }: { workspaceId: string; needle: string },
): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string; walled: boolean }>(
    `select c.table_name as name, exists (select from information_schema.columns w where w.table_schema = 'public'
       and w.table_name = c.table_name and w.column_name = 'workspace_id') as walled
     from information_schema.tables c where c.table_schema = 'public' and c.table_type = 'BASE TABLE' order by 1`,
  )
  const found: string[] = []
  for (const { name, walled } of tables) {
    const where = walled ? 't.workspace_id = $2' : '$2::uuid is not null'
    const { rows } = await pool.query<{ row: string }>(
      `select t::text as row from "${name}" t where t::text ilike '%' || $1 || '%' and ${where}`,
      [needle, workspaceId],
    )
    found.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 300)}`))
  }
  return found
}
