import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { corrections } from '#db/tables/learning.ts'
import { assessments, authors, mentions, mentionTopics, mentionVersions } from '#db/tables/mentions.ts'
import { dropPrints } from './keep-prints.ts'
import type { KeptPost } from './store-mentions.ts'

export type TouchedMention = { id: string; conversationId: string }

/** Which of these posts we have, and still show. */
export async function knownIds(
  tx: Tx,
  { workspaceId, network, nativeIds }: { workspaceId: string; network: string; nativeIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await tx
    .select({ nativeId: mentions.nativeId })
    .from(mentions)
    .where(
      and(
        eq(mentions.workspaceId, workspaceId),
        eq(mentions.network, network),
        inArray(mentions.nativeId, [...nativeIds]),
        isNull(mentions.deletedAt),
      ),
    )
  return new Set(rows.map((row) => row.nativeId))
}

/** Which posts we have of these authors, and still show. */
export async function idsOfAuthors(
  tx: Tx,
  { workspaceId, network, authorIds }: { workspaceId: string; network: string; authorIds: readonly string[] },
): Promise<string[]> {
  if (authorIds.length === 0) return []
  const rows = await tx
    .select({ nativeId: mentions.nativeId })
    .from(mentions)
    .innerJoin(authors, eq(authors.id, mentions.authorId))
    .where(
      and(
        eq(authors.workspaceId, workspaceId),
        eq(authors.network, network),
        inArray(authors.nativeId, [...authorIds]),
        isNull(mentions.deletedAt),
      ),
    )
  return rows.map((row) => row.nativeId)
}

/** The writer changed the post: the old words become a version, the new ones are matched and judged anew. */
export async function storeEdit(
  tx: Tx,
  { workspaceId, kept, at }: { workspaceId: string; kept: KeptPost; at: Date },
): Promise<TouchedMention | undefined> {
  const { post, assessment, matches } = kept
  const [old] = await tx
    .select({ id: mentions.id, text: mentions.text, conversationId: mentions.conversationId })
    .from(mentions)
    .where(
      and(
        eq(mentions.workspaceId, workspaceId),
        eq(mentions.network, post.network),
        eq(mentions.nativeId, post.nativeId),
        isNull(mentions.deletedAt),
      ),
    )
    .for('update')
  if (!old || old.text === post.text) return undefined
  await tx
    .insert(mentionVersions)
    .values({ id: newId(), workspaceId, mentionId: old.id, text: old.text, seenUntil: at })
  await tx
    .update(mentions)
    .set({
      text: post.text,
      title: post.title ?? null,
      editedAt: post.editedAt ?? at,
      lang: assessment.lang,
      media: post.media,
      links: post.links,
      tags: post.tags,
      addressed: post.mentions,
      ref: post.ref ?? null,
    })
    .where(eq(mentions.id, old.id))
  await tx.delete(mentionTopics).where(eq(mentionTopics.mentionId, old.id))
  if (matches.length > 0) {
    await tx
      .insert(mentionTopics)
      .values(matches.map(({ id, spans }) => ({ workspaceId, mentionId: old.id, topicId: id, spans: [...spans] })))
  }
  await tx.update(assessments).set({ said: assessment, at }).where(eq(assessments.mentionId, old.id))
  return { id: old.id, conversationId: old.conversationId }
}

/** The post is gone on the network, so its words go here too: text, pictures and earlier versions. Who and when stay. */
export async function blankDeleted(
  tx: Tx,
  {
    workspaceId,
    network,
    nativeIds,
    at,
  }: { workspaceId: string; network: string; nativeIds: readonly string[]; at: Date },
): Promise<TouchedMention[]> {
  if (nativeIds.length === 0) return []
  const gone = await tx
    .update(mentions)
    .set({
      deletedAt: at,
      recheckAt: null,
      text: '',
      title: null,
      media: [],
      links: [],
      tags: [],
      addressed: [],
      ref: sql`null`,
    })
    .where(
      and(
        eq(mentions.workspaceId, workspaceId),
        eq(mentions.network, network),
        inArray(mentions.nativeId, [...nativeIds]),
        isNull(mentions.deletedAt),
      ),
    )
    .returning({ id: mentions.id, conversationId: mentions.conversationId })
  const ids = gone.map((one) => one.id)
  if (ids.length === 0) return []
  await dropPrints(tx, ids)
  await tx.delete(mentionVersions).where(inArray(mentionVersions.mentionId, ids))
  // A struck reason may be a word of the message.
  const isStruck = and(inArray(corrections.mentionId, ids), eq(corrections.kind, 'not_because'))
  await tx.update(corrections).set({ reason: sql`reason - 'value'` }).where(isStruck)
  await tx.update(mentionTopics).set({ spans: [] }).where(inArray(mentionTopics.mentionId, ids))
  return gone
}
