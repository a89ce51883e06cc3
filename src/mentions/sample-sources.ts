import { and, eq } from 'drizzle-orm'
import { connectorsIn } from '#app.ts'
import { day, second } from '#base/clock.ts'
import { sources } from '#db/tables/listen.ts'
import { type Connector, isFailure, type Words } from '#domain/connector.ts'
import type { Post } from '#domain/post.ts'
import type { Span } from '#domain/span.ts'
import { cannotSearch, searchSource } from '#listen/search-source.ts'
import type { SourceRow } from '#listen/source-row.ts'
import { clauseFinder, type FoundClauses } from '#match/find-clauses.ts'
import { type Nearly, nearlyFinder } from '#match/find-nearly.ts'
import { openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import { assertMay } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { networkTerms } from './network-terms.ts'
import { setsFor } from './read-sets.ts'
import { matchable } from './topic-engine.ts'

const windowDays = 7
const sourcesMax = 12
/** A sample, not the whole: somebody waits for it. */
const pagesMax = 2
const sampleMsMax = 25 * second
const shownMax = 8
const nearlyShownMax = 3

export type SourceSample = {
  network: string
  name: string
  /** False: it was not asked, or did not answer; `why` says the reason. */
  isSearched: boolean
  /** Also what such a search leaves out. */
  why: Words | null
  /** Of so many messages that the network showed for the words of the query, so many match. */
  matched: number
  of: number
  /** How far back it was looked at; seven days when the network had no more. */
  since: Date | null
  perDay: number | null
  sample: { post: Post; spans: readonly Span[]; clauses: readonly Span[]; without: FoundClauses['without'] | null }[]
  nearly: { post: Post; spans: readonly Span[]; nearly: Pick<Nearly, 'kind' | 'at'> }[]
}

type Asked = {
  terms: readonly string[]
  since: Date
  signal: AbortSignal
  match: (post: Post) => readonly Span[] | undefined
  clausesOf: ReturnType<typeof clauseFinder>
  nearlyOf: ReturnType<typeof nearlyFinder>
}

/** What the networks that can be searched have for a query of the last seven days, before it is saved. Nothing of it is kept. */
export async function sampleSources(ctx: Context, query: string): Promise<SourceSample[]> {
  assertMay(ctx, 'topic.create')
  const { workspaceId, app } = ctx
  const { rows, sets, terms } = await app.db.inWorkspace(workspaceId, async (tx) => ({
    rows: await tx
      .select()
      .from(sources)
      .where(and(eq(sources.workspaceId, workspaceId), eq(sources.state, 'on'), eq(sources.listensTo, 'settings')))
      .orderBy(sources.createdAt),
    sets: await setsFor(tx, { workspaceId, query }),
    terms: await networkTerms(tx, { workspaceId, query }),
  }))
  const parsed = parseQuery(query, sets)
  if (!parsed.ok) return []
  const engine = openEngine()
  engine.add('asked', parsed.tree)
  const asked: Asked = {
    terms,
    since: new Date(app.clock.now().getTime() - windowDays * day),
    signal: AbortSignal.timeout(sampleMsMax),
    match: (post) => engine.match(matchable(post))[0]?.spans,
    clausesOf: clauseFinder(query, sets),
    nearlyOf: nearlyFinder(query, sets),
  }
  const connectors = connectorsIn(app, workspaceId)
  const known = rows.flatMap((source) => {
    const connector = connectors.get(source.connector)
    return connector ? [{ source, connector }] : []
  })
  const able = known.filter(({ connector }) => connector.search).slice(0, sourcesMax)
  const unable = new Map(known.filter(({ connector }) => !connector.search).map((one) => [one.connector.id, one]))
  // Networks beside each other, the sources of one network after each other.
  const byNetwork = Map.groupBy(able, ({ connector }) => connector.id)
  const samples = await Promise.all([...byNetwork.values()].map((some) => sampleEach(ctx, some, asked)))
  return [...samples.flat(), ...[...unable.values()].map(({ connector }) => notAsked(connector))]
}

type Known = { source: SourceRow; connector: Connector }

async function sampleEach(ctx: Context, known: readonly Known[], asked: Asked): Promise<SourceSample[]> {
  const samples: SourceSample[] = []
  for (const one of known) samples.push(await sampleOne(ctx, one, asked))
  return samples
}

async function sampleOne(ctx: Context, { source, connector }: Known, asked: Asked): Promise<SourceSample> {
  const posts = new Map<string, Post>()
  let cursor: unknown = null
  let why: Words | null = null
  let isWhole = false
  for (let page = 0; page < pagesMax && !isWhole; page += 1) {
    const { terms, since, signal } = asked
    const found = await searchSource(ctx.app, { source, connector, terms, since, cursor, signal })
    if (isFailure(found)) {
      why = found.why
      break
    }
    for (const post of found.posts) if (post.publishedAt >= since) posts.set(post.nativeId, post)
    cursor = found.cursor
    isWhole = !found.more
    why = found.leavesOut ?? null
  }
  const isSearched = isWhole || posts.size > 0
  return { network: connector.id, name: source.name, isSearched, why, ...judge(ctx, { posts, isWhole, asked }) }
}

type Judged = Omit<SourceSample, 'network' | 'name' | 'isSearched' | 'why'>

function judge(
  ctx: Context,
  { posts, isWhole, asked }: { posts: ReadonlyMap<string, Post>; isWhole: boolean; asked: Asked },
): Judged {
  const newestFirst = [...posts.values()].toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
  const oldest = newestFirst.at(-1)?.publishedAt
  const since = isWhole ? asked.since : (oldest ?? null)
  const matched = newestFirst.flatMap((post) => {
    const spans = asked.match(post)
    return spans ? [{ post, spans }] : []
  })
  const isMatched = new Set(matched.map(({ post }) => post))
  const days = since ? (ctx.app.clock.now().getTime() - since.getTime()) / day : 0
  return {
    matched: matched.length,
    of: newestFirst.length,
    since,
    perDay: days > 0 ? matched.length / days : null,
    sample: matched.slice(0, shownMax).map((one) => {
      const { at = [], without = null } = asked.clausesOf(matchable(one.post)) ?? {}
      return { ...one, clauses: at, without }
    }),
    nearly: newestFirst
      .filter((post) => !isMatched.has(post))
      .flatMap((post) => {
        const nearly = asked.nearlyOf(matchable(post))
        return nearly ? [{ post, spans: nearly.spans, nearly: { kind: nearly.kind, at: nearly.at } }] : []
      })
      .slice(0, nearlyShownMax),
  }
}

function notAsked({ id, name }: Connector): SourceSample {
  const nothing = { matched: 0, of: 0, since: null, perDay: null, sample: [], nearly: [] }
  return { network: id, name, isSearched: false, why: cannotSearch(name), ...nothing }
}
