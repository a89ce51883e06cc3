import { and, eq, inArray } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { assessments, mentions, mentionTopics } from '#db/tables/mentions.ts'
import type { Assessment } from '#domain/assessment.ts'
import type { Post } from '#domain/post.ts'
import type { Span } from '#domain/span.ts'
import { nativeKey } from './store-authors.ts'

/** A post that we keep, with why, and what triage says of it. */
export type KeptPost = {
  post: Post
  matches: readonly { id: string; spans: readonly Span[] }[]
  assessment: Assessment
  isOwn: boolean
  /** Where it was heard at another moment than the rest of its batch. */
  heardAt?: Date
}
/** Where and when a batch was heard, and when to ask whether it still stands. */
type Heard = {
  workspaceId: string
  sourceId: string | null
  heardAt: Date
  recheckAt: Date | null
  /** It came by looking back. */
  isFoundLater?: boolean
}
export type NewMention = KeptPost & { authorId: string; conversationId: string }
export type StoredMention = NewMention & { id: string }

/**
 * Stores each post once. What another source brought in the meantime is left out of the answer: the condition is the
 * unique key itself, so two that hear the same post at the same time cannot both store it.
 */
export async function storeMentions(tx: Tx, input: { items: readonly NewMention[] } & Heard): Promise<StoredMention[]> {
  const { items, ...heard } = input
  const { workspaceId } = heard
  if (items.length === 0) return []
  const byKey = new Map(items.map((item) => [nativeKey(item.post.network, item.post.nativeId), item]))
  const rows = await tx
    .insert(mentions)
    .values([...byKey.values()].map((item) => mentionRow(item, heard)))
    .onConflictDoNothing({ target: [mentions.workspaceId, mentions.network, mentions.nativeId] })
    .returning({ id: mentions.id, network: mentions.network, nativeId: mentions.nativeId })
  const stored = rows.map((row) => ({
    ...present(byKey.get(nativeKey(row.network, row.nativeId)), 'a stored mention was asked for'),
    id: row.id,
  }))
  await storeLabels(tx, { workspaceId, stored, at: heard.heardAt })
  return stored
}

/** Polls overlap on purpose, so most of a page is known: what we have already is left out before any work is done for it. */
export async function withoutKnown(
  tx: Tx,
  workspaceId: string,
  kept: readonly KeptPost[],
): Promise<readonly KeptPost[]> {
  if (kept.length === 0) return kept
  const nativeIds = kept.map((item) => item.post.nativeId)
  const known = await tx
    .select({ network: mentions.network, nativeId: mentions.nativeId })
    .from(mentions)
    .where(and(eq(mentions.workspaceId, workspaceId), inArray(mentions.nativeId, nativeIds)))
  const keys = new Set(known.map((row) => nativeKey(row.network, row.nativeId)))
  return kept.filter((item) => !keys.has(nativeKey(item.post.network, item.post.nativeId)))
}

async function storeLabels(
  tx: Tx,
  { workspaceId, stored, at }: { workspaceId: string; stored: readonly StoredMention[]; at: Date },
): Promise<void> {
  const matched = stored.flatMap((item) =>
    item.matches.map(({ id, spans }) => ({ workspaceId, mentionId: item.id, topicId: id, spans: [...spans] })),
  )
  if (matched.length > 0) await tx.insert(mentionTopics).values(matched).onConflictDoNothing()
  if (stored.length > 0) {
    await tx
      .insert(assessments)
      .values(stored.map((item) => ({ mentionId: item.id, workspaceId, said: item.assessment, at })))
      .onConflictDoNothing()
  }
}

function mentionRow(
  { post, assessment, isOwn, authorId, conversationId, heardAt }: NewMention,
  { recheckAt, ...place }: Heard,
): typeof mentions.$inferInsert {
  return {
    id: newId(),
    ...place,
    heardAt: heardAt ?? place.heardAt,
    recheckAt: isOwn ? null : recheckAt,
    authorId,
    conversationId,
    isOwn,
    network: post.network,
    nativeId: post.nativeId,
    kind: post.kind,
    url: post.url ?? null,
    parentId: post.parentId ?? null,
    rootId: post.rootId ?? null,
    ref: post.ref ?? null,
    title: post.title ?? null,
    text: post.text,
    isCut: post.isCut,
    lang: assessment.lang,
    publishedAt: post.publishedAt,
    editedAt: post.editedAt ?? null,
    links: post.links,
    media: post.media,
    likes: post.likes ?? null,
    reposts: post.reposts ?? null,
    replies: post.replies ?? null,
    rating: post.rating ?? null,
    tags: post.tags,
    addressed: post.mentions,
    isFoundLater: place.isFoundLater ?? false,
  }
}
