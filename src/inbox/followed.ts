import { and, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { accounts, replies } from '#db/tables/reply.ts'
import { type Post, threadOf } from '#domain/post.ts'
import { plainWords } from '#domain/same-text.ts'
import { nativeKey } from '#mentions/store-authors.ts'

/**
 * What belongs to our conversations although no topic matches it: our own posts, what answers one of our replies, and
 * what the person we talk with adds in the same thread. Kept in memory, since every post of a firehose is asked.
 */
export type Followed = {
  isOwn(workspaceId: string, post: Post): boolean
  isFollowed(workspaceId: string, post: Post): boolean
  /** Is this an answer that a colleague posted by hand? The same words, under the message it was written for. */
  isAssisted(workspaceId: string, post: Post): boolean
  /** A post was just stored: who began its thread is followed from now on, without reading everything again. */
  learn(workspaceId: string, post: Post): void
  /** An account or a reply changed: read again before the next post. */
  forget(workspaceId: string): void
  ready(workspaceId: string): Promise<void>
}

type Known = {
  own: Set<string>
  ourReplies: Set<string>
  authorOfThread: Map<string, string>
  assisted: Set<string>
  readAtMs: number
}

const rereadMs = minute / 2
const threadsMax = 100_000
const repliesMax = 50_000

export function openFollowed(app: App): Followed {
  const known = new Map<string, Known>()
  /** A change during a reading makes that reading stale as well. */
  const forgotten = new Set<string>()
  return {
    isOwn: (workspaceId, post) =>
      known.get(workspaceId)?.own.has(nativeKey(post.network, post.author.nativeId)) ?? false,
    isFollowed(workspaceId, post) {
      const here = known.get(workspaceId)
      if (!here || !(post.parentId || post.rootId)) return false
      if (post.parentId && here.ourReplies.has(nativeKey(post.network, post.parentId))) return true
      return here.authorOfThread.get(nativeKey(post.network, threadOf(post))) === post.author.nativeId
    },
    isAssisted(workspaceId, post) {
      const parent = post.parentId ?? post.rootId
      return Boolean(parent && known.get(workspaceId)?.assisted.has(assistedKey(post.network, parent, post.text)))
    },
    learn(workspaceId, post) {
      const threads = known.get(workspaceId)?.authorOfThread
      const key = nativeKey(post.network, threadOf(post))
      if (threads && !threads.has(key)) threads.set(key, post.author.nativeId)
    },
    forget: (workspaceId) => void forgotten.add(workspaceId),
    async ready(workspaceId) {
      const nowMs = app.clock.now().getTime()
      const here = known.get(workspaceId)
      const isYoung = here !== undefined && nowMs - here.readAtMs < rereadMs
      if (isYoung && !forgotten.has(workspaceId)) return
      const wasForgotten = forgotten.delete(workspaceId)
      try {
        known.set(workspaceId, { ...(await read(app, workspaceId)), readAtMs: nowMs })
      } catch (error) {
        if (wasForgotten) forgotten.add(workspaceId)
        throw error
      }
    },
  }
}

async function read(app: App, workspaceId: string): Promise<Omit<Known, 'readAtMs'>> {
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const own = await tx
      .select({ network: accounts.network, nativeId: accounts.nativeId })
      .from(accounts)
      .where(and(eq(accounts.workspaceId, workspaceId), ne(accounts.state, 'removed')))
    const sent = await tx
      .select({ network: conversations.network, nativeId: replies.nativeId })
      .from(replies)
      .innerJoin(conversations, eq(conversations.id, replies.conversationId))
      .where(and(eq(replies.workspaceId, workspaceId), isNotNull(replies.nativeId)))
      .orderBy(sql`${replies.createdAt} desc`)
      .limit(repliesMax)
    const threads = await tx
      .select({ network: conversations.network, threadId: conversations.threadId, author: authors.nativeId })
      .from(conversations)
      .innerJoin(authors, eq(authors.id, conversations.authorId))
      .where(eq(conversations.workspaceId, workspaceId))
      .orderBy(sql`${conversations.latestAt} desc`)
      .limit(threadsMax)
    const byHand = await tx
      .select({ network: mentions.network, nativeId: mentions.nativeId, text: replies.text })
      .from(replies)
      .innerJoin(mentions, eq(mentions.id, replies.mentionId))
      .where(and(eq(replies.workspaceId, workspaceId), eq(replies.state, 'assisted')))
      .limit(repliesMax)
    return {
      assisted: new Set(byHand.map((one) => assistedKey(one.network, one.nativeId, one.text))),
      own: new Set(own.map((one) => nativeKey(one.network, one.nativeId))),
      ourReplies: new Set(sent.map((one) => nativeKey(one.network, one.nativeId ?? ''))),
      authorOfThread: new Map(threads.map((one) => [nativeKey(one.network, one.threadId), one.author])),
    }
  })
}

function assistedKey(network: string, parentId: string, text: string): string {
  return `${nativeKey(network, parentId)}\n${plainWords(text)}`
}
