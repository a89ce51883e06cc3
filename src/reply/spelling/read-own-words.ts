import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { foldSpelled } from '#domain/draft/spelled-words.ts'
import { ownWordsMax } from '#domain/own-word.ts'
import { type Context, memberOf } from '#team/context.ts'

export type OwnWord = { id: string; word: string; by: { id: string; name: string } | null; at: string }

/** By the alphabet. */
export async function readOwnWords(ctx: Context): Promise<OwnWord[]> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const { rows } = await tx.execute<OwnWord>(sql`
      select o.id, o.word, case when m.id is null then null else jsonb_build_object('id', m.id, 'name', m.name) end as by, o.added_at as at
        from own_words o left join members m on m.id = o.added_by
       where o.workspace_id = ${ctx.workspaceId} order by o.folded limit ${ownWordsMax}`)
    return rows
  })
}

/**
 * All words that this house speaks of, in small letters: its own, and those of its name, brands, topics and what they look for, departments, members
 * and accounts. None of them is misspelled.
 */
export async function houseWords(tx: Tx, workspaceId: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ text: string }>(sql`
    select folded as text from own_words where workspace_id = ${workspaceId}
    union all select name || ' ' || array_to_string(brands, ' ') from workspaces where id = ${workspaceId}
    union all select name || ' ' || query from topics where workspace_id = ${workspaceId}
    union all select name || ' ' || array_to_string(entries, ' ') from query_sets where workspace_id = ${workspaceId}
    union all select name from departments where workspace_id = ${workspaceId}
    union all select name from members where workspace_id = ${workspaceId}
    union all select name || ' ' || handle from accounts where workspace_id = ${workspaceId}`)
  const words = rows.flatMap(({ text }) => text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [])
  return new Set(words.flatMap((word) => [foldSpelled(word), ...word.split('-').map(foldSpelled)]))
}
