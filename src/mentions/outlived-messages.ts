import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import { conversations, personNotes } from '#db/tables/inbox.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { workspaces } from '#db/tables/team.ts'
import type { Post } from '#domain/post.ts'
import { blankMessages } from './erase-messages.ts'

type Outlived = { workspaceId: string; conversationIds: readonly string[]; at: Date }

/** The words of all that was said in these conversations, and by whom: they are nobody's any more. Answers whose they were. */
export async function blankConversations(
  tx: Tx,
  { workspaceId, conversationIds, at }: Outlived,
): Promise<{ messages: number; authorIds: string[] }> {
  const which = inArray(mentions.conversationId, [...conversationIds])
  const writers = await tx
    .selectDistinct({ id: mentions.authorId, network: mentions.network })
    .from(mentions)
    .where(which)
  const ids = await blankMessages(tx, { which, at })
  await tx.update(mentions).set({ parentId: null, rootId: null, isCut: false }).where(which)
  for (const network of new Set(writers.map((one) => one.network))) {
    const nobody = await nobodyOn(tx, { workspaceId, network, at })
    await tx
      .update(mentions)
      .set({ authorId: nobody })
      .where(and(which, eq(mentions.network, network)))
  }
  return { messages: ids.length, authorIds: writers.map(({ id }) => id) }
}

/** Whoever wrote what is erased: one for all of a network, so that nothing tells any more which messages are of one person. */
async function nobodyOn(
  tx: Tx,
  { workspaceId, network, at }: { workspaceId: string; network: string; at: Date },
): Promise<string> {
  const nobody = { id: newId(), workspaceId, network, nativeId: 'erased:nobody', handle: '', name: '' }
  const [row] = await tx
    .insert(authors)
    .values({ ...nobody, firstSeenAt: at, updatedAt: at })
    .onConflictDoUpdate({ target: [authors.workspaceId, authors.network, authors.nativeId], set: { updatedAt: at } })
    .returning({ id: authors.id })
  return row?.id ?? nobody.id
}

/** Profiles of whom nothing else is left: no message, no conversation, and no note that is younger than this. Answers how many went. */
export async function removeStrangers(
  tx: Tx,
  { authorIds, notedBefore }: { authorIds: readonly string[]; notedBefore: Date },
): Promise<number> {
  if (authorIds.length === 0) return 0
  const youngest = sql`coalesce(${personNotes.changedAt}, ${personNotes.at}) >= ${notedBefore.toISOString()}::timestamptz`
  const gone = await tx
    .delete(authors)
    .where(
      and(
        sql`${authors.id} = any(${uuidArray(authorIds)})`,
        sql`${authors.nativeId} <> 'erased:nobody'`,
        notExists(tx.select().from(mentions).where(eq(mentions.authorId, authors.id))),
        notExists(tx.select().from(conversations).where(eq(conversations.authorId, authors.id))),
        notExists(
          tx
            .select()
            .from(personNotes)
            .where(and(eq(personNotes.authorId, authors.id), youngest)),
        ),
      ),
    )
    .returning({ id: authors.id, personId: authors.personId })
  await dissolveAlone(
    tx,
    gone.flatMap(({ personId }) => personId ?? []),
  )
  return gone.length
}

/** A person of whom one account is left is that account, and linked to nobody. Asked under `lockPeople`. */
async function dissolveAlone(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const ids = uuidArray(personIds)
  await tx.execute(sql`
    update authors a set person_id = null, linked_by = null, linked_at = null
     where a.person_id = any(${ids}) and not exists (select from authors o where o.person_id = a.person_id and o.id <> a.id)`)
  await tx.execute(sql`
    delete from people p where p.id = any(${ids}) and not exists (select from authors a where a.person_id = p.id)`)
}

/** Without what is older than this workspace keeps: a poll that overlaps, or a look back, must not bring back what was erased. */
export async function withoutOutlived<T extends { post: Post }>(
  tx: Tx,
  { workspaceId, now, items }: { workspaceId: string; now: Date; items: readonly T[] },
): Promise<T[]> {
  if (items.length === 0) return []
  const [row] = await tx
    .select({ days: workspaces.unansweredDays })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
  const { days = null } = row ?? {}
  if (days === null) return [...items]
  const from = new Date(now.getTime() - days * day)
  return items.filter(({ post }) => post.publishedAt > from)
}
