import { and, eq, inArray, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import { replies } from '#db/tables/reply.ts'
import { titleFrom } from '#domain/conversation.ts'
import { type Post, threadOf } from '#domain/post.ts'
import { nativeKey } from '#mentions/store-authors.ts'
import { takeConversationNumbers } from '#team/take-conversation-numbers.ts'
import { type Join, joinSameAuthor } from './join-same-author.ts'

type Asked = {
  post: Post
  authorId: string
  isOwn: boolean
  /** Topics. */
  matches: readonly { id: string }[]
  heardAt?: Date
}
/** Posts that began no conversation, since their author was already in one. */
export type JoinedPost = { post: Post; conversationId: string; minutes: number }
type Found = { idByThread: Map<string, string>; openedIds: Set<string>; joined: JoinedPost[] }

/**
 * The conversation of each post by `nativeKey` of the post: the one its parent is in, else the one of its thread, else a
 * new one or, where the workspace wants it so, the one its author is in. One thread is one conversation: the unique key on the thread decides between two who open it at once. A post of
 * our own opens none: what we say elsewhere is no work here.
 */
export async function findThreads(
  tx: Tx,
  { workspaceId, asked, heardAt }: { workspaceId: string; asked: readonly Asked[]; heardAt: Date },
): Promise<{ idByPost: Map<string, string>; openedIds: Set<string>; joined: JoinedPost[] }> {
  const byParent = await conversationsOfParents(tx, workspaceId, asked)
  const idByPost = new Map<string, string>()
  const homeless: Asked[] = []
  for (const one of asked) {
    const { post } = one
    const known =
      (post.parentId && byParent.get(nativeKey(post.network, post.parentId))) ||
      (post.rootId && byParent.get(nativeKey(post.network, post.rootId)))
    if (known) idByPost.set(nativeKey(post.network, post.nativeId), known)
    else homeless.push(one)
  }
  const { idByThread, openedIds, joined } = await conversationsOfThreads(tx, { workspaceId, asked: homeless, heardAt })
  for (const { post, isOwn } of homeless) {
    const id = idByThread.get(nativeKey(post.network, threadOf(post)))
    if (isOwn && !id) continue
    idByPost.set(nativeKey(post.network, post.nativeId), present(id, 'every thread has a conversation'))
  }
  return { idByPost, openedIds, joined }
}

/** Networks that name only the parent, not the root of a thread, are threaded by what we already have. */
async function conversationsOfParents(
  tx: Tx,
  workspaceId: string,
  asked: readonly Asked[],
): Promise<Map<string, string>> {
  const nativeIds = [...new Set(asked.flatMap(({ post }) => [post.parentId, post.rootId]))].filter(
    (id) => id !== undefined,
  )
  if (nativeIds.length === 0) return new Map()
  const heard = await tx
    .select({ network: mentions.network, nativeId: mentions.nativeId, id: mentions.conversationId })
    .from(mentions)
    .where(and(eq(mentions.workspaceId, workspaceId), inArray(mentions.nativeId, nativeIds)))
  const answered = await tx
    .select({ network: conversations.network, nativeId: replies.nativeId, id: replies.conversationId })
    .from(replies)
    .innerJoin(conversations, eq(conversations.id, replies.conversationId))
    .where(and(eq(replies.workspaceId, workspaceId), inArray(replies.nativeId, nativeIds)))
  return new Map([...answered, ...heard].map((row) => [nativeKey(row.network, row.nativeId ?? ''), row.id]))
}

async function conversationsOfThreads(
  tx: Tx,
  { workspaceId, asked, heardAt }: { workspaceId: string; asked: readonly Asked[]; heardAt: Date },
): Promise<Found> {
  const firstByThread = new Map<string, Asked>()
  for (const one of asked.toSorted((a, b) => a.post.publishedAt.getTime() - b.post.publishedAt.getTime())) {
    const key = nativeKey(one.post.network, threadOf(one.post))
    const isBetter = firstByThread.get(key)?.isOwn && !one.isOwn
    if (!firstByThread.has(key) || isBetter) firstByThread.set(key, one)
  }
  if (firstByThread.size === 0) return { idByThread: new Map(), openedIds: new Set(), joined: [] }
  const found = await threadsIn(tx, workspaceId, firstByThread)
  const missing = [...firstByThread]
    .filter(([key, { isOwn }]) => !found.has(key) && !isOwn)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const joins = await joinSameAuthor(tx, { workspaceId, beginnings: missing.map(beginningOf) })
  const first = missing.flatMap(([key, one]) => (joins.has(key) ? [] : [one]))
  const opened = await openConversations(tx, { workspaceId, heardAt, first })
  const settled = opened.size < first.length ? await threadsIn(tx, workspaceId, firstByThread) : found
  const idByThread = new Map([...settled, ...opened])
  return { idByThread, openedIds: new Set(opened.values()), joined: followJoins({ joins, firstByThread, idByThread }) }
}

function beginningOf([key, { post, authorId, matches }]: [string, Asked]) {
  return { ...{ key, post, authorId }, topicIds: matches.map(({ id }) => id) }
}

/** Leads the threads that join to where they go. */
function followJoins(input: {
  joins: ReadonlyMap<string, Join>
  firstByThread: ReadonlyMap<string, Asked>
  idByThread: Map<string, string>
}): JoinedPost[] {
  const { joins, firstByThread, idByThread } = input
  return [...joins].flatMap(([key, { to, minutes }]) => {
    const conversationId = 'conversationId' in to ? to.conversationId : idByThread.get(to.key)
    const post = firstByThread.get(key)?.post
    if (!conversationId || !post) return []
    idByThread.set(key, conversationId)
    return [{ post, conversationId, minutes }]
  })
}

async function threadsIn(
  tx: Tx,
  workspaceId: string,
  byThread: ReadonlyMap<string, Asked>,
): Promise<Map<string, string>> {
  const threadIds = [...byThread.values()].map(({ post }) => threadOf(post))
  const rows = await tx
    .select({
      // What was merged goes on where it went.
      id: sql<string>`coalesce(${conversations.mergedInto}, ${conversations.id})`,
      network: conversations.network,
      threadId: conversations.threadId,
    })
    .from(conversations)
    .where(and(eq(conversations.workspaceId, workspaceId), inArray(conversations.threadId, threadIds)))
  return new Map(rows.map((row) => [nativeKey(row.network, row.threadId), row.id]))
}

async function openConversations(
  tx: Tx,
  { workspaceId, first, heardAt }: { workspaceId: string; first: readonly Asked[]; heardAt: Date },
): Promise<Map<string, string>> {
  if (first.length === 0) return new Map()
  const firstNumber = await takeConversationNumbers(tx, workspaceId, first.length)
  const rows = await tx
    .insert(conversations)
    .values(
      first.map(({ post, authorId, ...one }, index) => ({
        id: newId(),
        workspaceId,
        number: firstNumber + index,
        network: post.network,
        threadId: threadOf(post),
        title: titleFrom(post.text, post.title) || post.author.name || post.network,
        authorId,
        latestAt: post.publishedAt,
        createdAt: one.heardAt ?? heardAt,
      })),
    )
    .onConflictDoNothing({ target: [conversations.workspaceId, conversations.network, conversations.threadId] })
    .returning({ id: conversations.id, network: conversations.network, threadId: conversations.threadId })
  return new Map(rows.map((row) => [nativeKey(row.network, row.threadId), row.id]))
}
