import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { querySets, topics } from '#db/tables/mentions.ts'
import { setKey } from '#domain/query-set.ts'
import { parseQuery } from '#match/parse-query.ts'
import { noSets, type QuerySets, readSet, setsIn } from '#match/query-sets.ts'
import type { Context } from '#team/context.ts'

export type SetRow = typeof querySets.$inferSelect
export type SetWithUse = { set: SetRow; usedBy: { id: string; name: string }[] }

/** The named lists of a workspace in the order of their names, each with the searches that ask for it. */
export async function readSets(ctx: Context): Promise<SetWithUse[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const rows = await readRows(tx, ctx.workspaceId)
    const uses = await readUses(tx, ctx.workspaceId, querySetsOf(rows))
    return rows
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((set) => ({
        set,
        usedBy: uses.filter(({ keys }) => keys.has(setKey(set.name))).map(({ id, name }) => ({ id, name })),
      }))
  })
}

/** What `set:` can name in this workspace. Reads nothing where the query does not ask for any. */
export async function setsFor(
  tx: Tx,
  { workspaceId, query }: { workspaceId: string; query: string },
): Promise<QuerySets> {
  return mayAskForSets(query) ? querySetsOf(await readRows(tx, workspaceId)) : noSets
}

/** The same for a query that is saved: until the end of the transaction none of the sets changes or goes. */
export async function setsHeldFor(
  tx: Tx,
  { workspaceId, query }: { workspaceId: string; query: string },
): Promise<QuerySets> {
  if (!mayAskForSets(query)) return noSets
  return querySetsOf(await tx.select().from(querySets).where(eq(querySets.workspaceId, workspaceId)).for('share'))
}

export function readRows(tx: Tx, workspaceId: string): Promise<SetRow[]> {
  return tx.select().from(querySets).where(eq(querySets.workspaceId, workspaceId))
}

export function querySetsOf(rows: readonly Pick<SetRow, 'name' | 'entries'>[]): QuerySets {
  return new Map(rows.map(({ name, entries }) => [setKey(name), readSet(entries).entries]))
}

/** False where no set is asked for, whatever else the text is. */
export function mayAskForSets(query: string): boolean {
  return /set:/i.test(query)
}

export type SetUse = { id: string; name: string; query: string; keys: ReadonlySet<string> }

/** The searches that ask for any set, with the keys of those. Paused ones too: they may be listened for again. */
export async function readUses(tx: Tx, workspaceId: string, sets: QuerySets): Promise<SetUse[]> {
  const rows = await tx
    .select({ id: topics.id, name: topics.name, query: topics.query })
    .from(topics)
    .where(eq(topics.workspaceId, workspaceId))
    .orderBy(topics.name)
  return rows.flatMap((row) => {
    if (!mayAskForSets(row.query)) return []
    const parsed = parseQuery(row.query, sets)
    const keys = parsed.ok ? setsIn(parsed.tree) : new Set<string>()
    return keys.size > 0 ? [{ ...row, keys }] : []
  })
}
