import { sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { authors } from '#db/tables/mentions.ts'
import type { Post } from '#domain/post.ts'

/** `network` and native id in one key; a line feed stands in neither. */
export function nativeKey(network: string, nativeId: string): string {
  return `${network}\n${nativeId}`
}

/** Keeps who wrote these posts, newest profile wins, and returns their ids by `nativeKey`. */
export async function storeAuthors(tx: Tx, workspaceId: string, posts: readonly Post[]): Promise<Map<string, string>> {
  const byKey = new Map(posts.map((post) => [nativeKey(post.network, post.author.nativeId), post]))
  if (byKey.size === 0) return new Map()
  // Sorted, so that two batches with the same authors lock the rows in the same order.
  const values = [...byKey.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { network, author }]) => ({
      id: newId(),
      workspaceId,
      network,
      nativeId: author.nativeId,
      handle: author.handle,
      name: author.name || author.handle || author.nativeId,
      url: author.url ?? null,
      avatarUrl: author.avatarUrl ?? null,
      bio: author.bio ?? null,
      followers: author.followers ?? null,
    }))
  const rows = await tx
    .insert(authors)
    .values(values)
    .onConflictDoUpdate({
      target: [authors.workspaceId, authors.network, authors.nativeId],
      set: {
        // A stream often knows only the id: what a richer source told us is not overwritten with nothing.
        handle: sql`coalesce(nullif(excluded.handle, ''), ${authors.handle})`,
        name: sql`case when excluded.name in (excluded.native_id, '') then ${authors.name} else excluded.name end`,
        url: sql`coalesce(excluded.url, ${authors.url})`,
        avatarUrl: sql`coalesce(excluded.avatar_url, ${authors.avatarUrl})`,
        bio: sql`coalesce(excluded.bio, ${authors.bio})`,
        followers: sql`coalesce(excluded.followers, ${authors.followers})`,
        updatedAt: sql`now()`,
      },
    })
    .returning({ id: authors.id, network: authors.network, nativeId: authors.nativeId })
  return new Map(rows.map((row) => [nativeKey(row.network, row.nativeId), row.id]))
}
