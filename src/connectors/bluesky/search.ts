import { z } from 'zod'
import {
  type ConnectorContext,
  type Failure,
  isFailure,
  type SearchAsk,
  type Searched,
  type Unreadable,
} from '#domain/connector.ts'
import type { PostInput } from '#domain/post.ts'
import { unreadableAnswer } from './failure.ts'
import { partsOfUri, postFromRecord } from './post-from-record.ts'
import { authorFromProfile, read } from './public-view.ts'
import { type Credentials, call } from './session.ts'
import { speaks } from './stream.ts'

/** The network's own limit of `app.bsky.feed.searchPosts`. */
const pageSize = 100

type Settings = { appview: string; languages: readonly string[] }

/** Which term is read, and where in it the network goes on. */
const cursorSchema = z.object({ term: z.string(), at: z.string().optional() })

const count = z.int().nonnegative().optional().catch(undefined)
const viewSchema = z.object({
  uri: z.string(),
  cid: z.string(),
  author: z.unknown(),
  record: z.unknown(),
  indexedAt: z.coerce.date(),
  likeCount: count,
  repostCount: count,
  replyCount: count,
})
const pageSchema = z.object({ posts: z.array(z.unknown()), cursor: z.string().optional().catch(undefined) })

/**
 * Term after term, the newest first. The public appview searches for members only most of the time, so an account is used where there
 * is one.
 */
export async function searchPast(
  context: ConnectorContext,
  { settings, credentials, terms, since, cursor }: SearchAsk<Settings, Credentials>,
): Promise<Searched | Failure> {
  const wanted = [...new Set(terms.map((term) => term.trim().toLowerCase()))].filter(Boolean).toSorted()
  const at = cursorSchema.safeParse(cursor).data ?? { term: wanted[0] ?? '' }
  if (!at.term) return { kind: 'searched', posts: [], cursor, more: false }
  const params = {
    q: /\s/.test(at.term) ? `"${at.term.replaceAll('"', ' ')}"` : at.term,
    sort: 'latest',
    since: since.toISOString(),
    limit: String(pageSize),
    ...(at.at && { cursor: at.at }),
  }
  const page = await readPage(context, { settings, credentials, params })
  if (isFailure(page)) return page
  const { posts, unreadable } = postsOf(page.views, { since, languages: settings.languages })
  const goesOn = page.next !== undefined && page.next !== at.at && page.views.length > 0
  const following = wanted[wanted.indexOf(at.term) + 1]
  const next = goesOn ? { term: at.term, at: page.next } : following === undefined ? undefined : { term: following }
  return {
    kind: 'searched',
    posts,
    cursor: next ?? at,
    more: next !== undefined,
    ...(unreadable.length > 0 && { unreadable }),
  }
}

type Question = { settings: Settings; credentials: Credentials | undefined; params: Record<string, string> }

async function readPage(
  context: ConnectorContext,
  { settings, credentials, params }: Question,
): Promise<{ kind: 'page'; views: unknown[]; next: string | undefined } | Failure> {
  const answer = credentials
    ? await readAsMember(context, credentials, params)
    : await readAsNobody(context, settings.appview, params)
  if (answer.kind !== 'read') return answer
  const page = pageSchema.safeParse(answer.json)
  if (!page.success) return unreadableAnswer
  return { kind: 'page', views: page.data.posts, next: page.data.cursor }
}

const method = 'app.bsky.feed.searchPosts'

async function readAsMember(context: ConnectorContext, credentials: Credentials, params: Record<string, string>) {
  const answer = await call(context, credentials, { name: method, params })
  return answer.kind === 'answer' ? { kind: 'read' as const, json: answer.data } : answer.failure
}

async function readAsNobody(context: ConnectorContext, appview: string, params: Record<string, string>) {
  const answer = await read(context, `${appview}/xrpc/${method}?${new URLSearchParams(params)}`)
  return answer.kind === 'reconnect' || answer.kind === 'refused' ? membersOnly : answer
}

const membersOnly: Failure = {
  kind: 'reconnect',
  why: {
    en: 'Bluesky shows the past to its members only. Connect a Bluesky account and look back again.',
    nl: 'Bluesky toont het verleden alleen aan leden. Koppel een Bluesky-account en zoek opnieuw terug.',
  },
}

function postsOf(
  views: readonly unknown[],
  { since, languages }: { since: Date; languages: readonly string[] },
): { posts: PostInput[]; unreadable: Unreadable[] } {
  const posts: PostInput[] = []
  const unreadable: Unreadable[] = []
  for (const one of views) {
    const view = viewSchema.safeParse(one).data
    const parts = view && partsOfUri(view.uri)
    if (!view || !parts) continue
    const { record, cid, likeCount: likes, repostCount: reposts, replyCount: replies } = view
    const author = authorFromProfile(view.author)
    const post = postFromRecord({ ...parts, cid, record, seenAt: view.indexedAt, author })
    if ('why' in post) unreadable.push({ why: post.why, sample: view.uri })
    else if (post.publishedAt >= since && speaks(post, record, languages))
      posts.push({ ...post, likes, reposts, replies })
  }
  return { posts, unreadable }
}
