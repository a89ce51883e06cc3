import { and, between, eq, inArray, isNull } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions, mentionTopics } from '#db/tables/mentions.ts'
import { workspaces } from '#db/tables/team.ts'
import type { Post } from '#domain/post.ts'

/** A post that would begin a conversation of its own. */
export type Beginning = { key: string; post: Post; authorId: string; topicIds: readonly string[] }
/** Where a beginning goes instead, and how many minutes lie between. */
export type Join = { to: { conversationId: string } | { key: string }; minutes: number }
type Said = { to: Join['to']; authorId: string; network: string; at: number; topicIds: readonly string[] }

/** An article or a review stands by itself, whoever wrote the one before. */
const joinable: readonly Post['kind'][] = ['post', 'message']

/**
 * One author who goes on in a new post, shortly after the last and about the same topic, goes on in the same conversation, if the workspace wants
 * it so: one they began themselves and that is still work. By `key` of those that join; the nearest in time is the one.
 */
export async function joinSameAuthor(
  tx: Tx,
  { workspaceId, beginnings }: { workspaceId: string; beginnings: readonly Beginning[] },
): Promise<Map<string, Join>> {
  const candidates = beginnings.filter(canJoin)
  if (candidates.length === 0) return new Map()
  const [workspace] = await tx
    .select({ joinMinutes: workspaces.joinMinutes })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
  const windowMs = (workspace?.joinMinutes ?? 0) * minute
  if (windowMs === 0) return new Map()
  const said = await saidBefore(tx, { workspaceId, candidates, windowMs })
  const joins = new Map<string, Join>()
  for (const one of candidates.toSorted((a, b) => a.post.publishedAt.getTime() - b.post.publishedAt.getTime())) {
    const at = one.post.publishedAt.getTime()
    const near = said
      .filter((other) => isSameTalk(other, one) && Math.abs(other.at - at) <= windowMs)
      .toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0]
    if (near) joins.set(one.key, { to: near.to, minutes: Math.round(Math.abs(near.at - at) / minute) })
    const { authorId, topicIds, key } = one
    said.push({ ...{ authorId, topicIds, at }, network: one.post.network, to: near?.to ?? { key } })
  }
  return joins
}

function canJoin({ post, authorId, topicIds }: Beginning): boolean {
  const isBeginning = !post.parentId && !post.rootId
  return isBeginning && authorId !== '' && topicIds.length > 0 && joinable.includes(post.kind)
}

function isSameTalk(said: Said, one: Beginning): boolean {
  const isByThem = said.authorId === one.authorId && said.network === one.post.network
  return isByThem && said.topicIds.some((id) => one.topicIds.includes(id))
}

async function saidBefore(
  tx: Tx,
  input: { workspaceId: string; candidates: readonly Beginning[]; windowMs: number },
): Promise<Said[]> {
  const { workspaceId, candidates, windowMs } = input
  const moments = candidates.map(({ post }) => post.publishedAt.getTime())
  const rows = await tx
    .select({
      conversationId: mentions.conversationId,
      authorId: mentions.authorId,
      network: mentions.network,
      at: mentions.publishedAt,
      topicId: mentionTopics.topicId,
    })
    .from(mentions)
    .innerJoin(conversations, eq(conversations.id, mentions.conversationId))
    .innerJoin(mentionTopics, eq(mentionTopics.mentionId, mentions.id))
    .where(
      and(
        eq(mentions.workspaceId, workspaceId),
        inArray(mentions.authorId, [...new Set(candidates.map(({ authorId }) => authorId))]),
        between(
          mentions.publishedAt,
          new Date(Math.min(...moments) - windowMs),
          new Date(Math.max(...moments) + windowMs),
        ),
        eq(conversations.authorId, mentions.authorId),
        inArray(conversations.state, ['open', 'waiting']),
        isNull(conversations.noise),
      ),
    )
  return rows.map(({ conversationId, topicId, at, authorId, network }) => ({
    ...{ authorId, network },
    to: { conversationId },
    at: at.getTime(),
    topicIds: [topicId],
  }))
}
