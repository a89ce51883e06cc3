import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { textArray, uuidArray } from '#db/sql-arrays.ts'
import { opinions } from '#db/tables/advise.ts'
import { corrections } from '#db/tables/learning.ts'
import { assessments, authors, erasedAuthors, mentions, mentionTopics, mentionVersions } from '#db/tables/mentions.ts'
import { type Context, memberOf } from '#team/context.ts'
import { fingerprintOf } from './erased-authors.ts'
import { dropPrints } from './keep-prints.ts'

export type AuthorRow = typeof authors.$inferSelect
type Erasing = { author: AuthorRow; conversationIds: readonly string[]; names: readonly string[]; at: Date }

/** That they were erased is remembered by a fingerprint; the profile goes. The row stays for the messages, of which only the moments are left. */
export async function eraseProfile(
  tx: Tx,
  ctx: Context,
  { author, keepsOut, at }: { author: AuthorRow; keepsOut: boolean; at: Date },
): Promise<void> {
  const { id, workspaceId } = author
  const erased = { keepsOut, erasedBy: memberOf(ctx).id, erasedAt: at }
  await tx
    .insert(erasedAuthors)
    .values({ id: newId(), workspaceId, fingerprint: fingerprintOf(ctx.app, author), ...erased })
    .onConflictDoUpdate({ target: [erasedAuthors.workspaceId, erasedAuthors.fingerprint], set: erased })
  const gone = { handle: '', name: '', url: null, avatarUrl: null, bio: null, followers: null, mark: null }
  await tx
    .update(authors)
    .set({ ...gone, nativeId: `erased:${id}` })
    .where(eq(authors.id, id))
}

/** The words, what they were known and judged by, and every address that tells who wrote them. Answers how many there were. */
export async function eraseMessages(tx: Tx, erasing: Erasing): Promise<number> {
  const ids = await blankMessages(tx, { which: eq(mentions.authorId, erasing.author.id), at: erasing.at })
  await eraseAddresses(tx, erasing)
  return ids.length
}

/** All words of these messages, wherever they are kept here. That something was said, when, where and with which labels stays. Answers which. */
export async function blankMessages(tx: Tx, { which, at }: { which: SQL; at: Date }): Promise<string[]> {
  const said = await tx
    .update(mentions)
    .set({
      ...{ text: '', title: null, media: [], links: [], tags: [], addressed: [], url: null, recheckAt: null },
      nativeId: sql`'erased:' || ${mentions.id}`,
      ref: sql`null`,
      deletedAt: sql`coalesce(${mentions.deletedAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(which)
    .returning({ id: mentions.id })
  const ids = said.map(({ id }) => id)
  if (ids.length === 0) return ids
  await dropPrints(tx, ids)
  await tx.delete(mentionVersions).where(inArray(mentionVersions.mentionId, ids))
  // What was asked about goes; what it cost counts for the month.
  await tx.update(opinions).set({ mentionId: null, said: null }).where(inArray(opinions.mentionId, ids))
  await tx
    .update(assessments)
    .set({ said: sql`jsonb_set(said, '{reasons}', '[]')` })
    .where(inArray(assessments.mentionId, ids))
  const isStruck = inArray(corrections.mentionId, ids)
  await tx.update(corrections).set({ reason: sql`reason - 'value'` }).where(isStruck)
  await tx.update(mentionTopics).set({ spans: [] }).where(inArray(mentionTopics.mentionId, ids))
  return ids
}

/** Others' messages name what they answer by ids that may hold who wrote it (at://did…), and whom they address. */
async function eraseAddresses(tx: Tx, { author, conversationIds, names }: Erasing): Promise<void> {
  if (conversationIds.length === 0) return
  const ids = uuidArray(conversationIds)
  const parent = sql`coalesce(parent_id, '')`
  const root = sql`coalesce(root_id, '')`
  await tx.execute(sql`
    update mentions set parent_id = case when ${tellsOf(author, parent)} then null else parent_id end,
           root_id = case when ${tellsOf(author, root)} then null else root_id end,
           addressed = array(select one from unnest(addressed) one where without_names(one, ${textArray(names)}) = one)
     where conversation_id = any(${ids})`)
}

/** Whether an id or an address of a network says who this is. */
export function tellsOf({ nativeId, handle }: Pick<AuthorRow, 'nativeId' | 'handle'>, column: SQL): SQL {
  const telling = textArray([nativeId, handle].filter((one) => one.length > 2))
  return sql`exists (select from unnest(${telling}) one where position(lower(one) in lower(${column})) > 0)`
}
