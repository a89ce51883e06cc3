import { and, eq, inArray } from 'drizzle-orm'
import type { App } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { erasedAuthors } from '#db/tables/mentions.ts'
import type { Post } from '#domain/post.ts'
import { nativeKey } from './store-authors.ts'

/** Who somebody was, for comparing and for nothing else: nobody reads it back without the key of the house. */
export function fingerprintOf(app: App, author: { network: string; nativeId: string }): string {
  return app.secrets.sign(nativeKey(author.network, author.nativeId), 'erase')
}

/**
 * Without what an erased author said until then, which networks tell again when they are looked back over; and without all they say where they
 * asked for that. Before anything of it is stored.
 */
export async function withoutErased<T extends { post: Post }>(
  tx: Tx,
  { app, workspaceId, items }: { app: App; workspaceId: string; items: readonly T[] },
): Promise<T[]> {
  if (items.length === 0) return []
  const printOf = ({ post }: T): string => fingerprintOf(app, { network: post.network, nativeId: post.author.nativeId })
  const prints = new Map(items.map((item) => [item, printOf(item)]))
  const rows = await tx
    .select()
    .from(erasedAuthors)
    .where(
      and(
        eq(erasedAuthors.workspaceId, workspaceId),
        inArray(erasedAuthors.fingerprint, [...new Set(prints.values())]),
      ),
    )
  if (rows.length === 0) return [...items]
  const erased = new Map(rows.map((row) => [row.fingerprint, row]))
  return items.filter((item) => {
    const row = erased.get(prints.get(item) ?? '')
    return !row || (!row.keepsOut && item.post.publishedAt > row.erasedAt)
  })
}
