import { and, eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { present } from '#base/assert.ts'
import { hour, minute } from '#base/clock.ts'
import { topics } from '#db/tables/mentions.ts'
import { workspaces } from '#db/tables/team.ts'
import type { Post } from '#domain/post.ts'
import type { PromiseTerms } from '#domain/promise-rule.ts'
import { setKey } from '#domain/query-set.ts'
import type { Span } from '#domain/span.ts'
import { type Engine, openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import { setsIn } from '#match/query-sets.ts'
import type { QueryTree } from '#match/query-tree.ts'
import { termsIn } from '#team/promise-terms.ts'
import { keepFrequencies } from './keep-frequencies.ts'
import { type Deltas, readLiveDeltas } from './live-deltas.ts'
import { querySetsOf, readRows, type SetRow } from './read-sets.ts'

/**
 * The standing queries of all workspaces, ready in one engine, with what else a post is judged by: the brand's names and the
 * promises. A workspace is read again after a change (`forget`), and once a minute in case another process made it; then what changed
 * comes and goes in the engine, while posts of others are matched. A post is matched with the topics of its own workspace only.
 */
export type TopicEngine = {
  ready(workspaceId: string): Promise<void>
  match(workspaceId: string, post: Post): { id: string; spans: readonly Span[] }[]
  brands(workspaceId: string): readonly string[]
  promises(workspaceId: string): PromiseTerms
  /** What triage was taught here by corrections, by language. */
  deltas(workspaceId: string): Deltas
  /** What the topics look for, for networks that filter at their side. */
  terms(workspaceId: string): readonly string[]
  /** Of a thousand messages so many make us look at the topic; undefined when it is not listened for. */
  costOf(topicId: string): number | undefined
  /** In what share of all messages this stands, by what was counted: 0 to 1. */
  shareOf(query: QueryTree): number
  forget(workspaceId: string): void
}

type Known = {
  /** By topic: the query as it stands in the engine, with the sets it asks for as they were. */
  queries: Map<string, string>
  brands: readonly string[]
  promises: PromiseTerms
  deltas: Deltas
  terms: readonly string[]
  readAtMs: number
  usedAtMs: number
  /** Readings may overtake each other; the one that began last holds. */
  reading: number
}

const rereadMs = minute
const termsMax = 100
/** A workspace of which nothing was heard for so long gives its room back: it may have been removed. */
const leftAfterMs = 6 * hour

export function openTopicEngine(app: App): TopicEngine {
  const engine = openEngine()
  const keeper = keepFrequencies(app, engine)
  const known = new Map<string, Known>()
  const here = (workspaceId: string) => present(known.get(workspaceId), 'ready() was awaited')
  /** A change during a reading makes that reading stale as well. */
  const forgotten = new Set<string>()
  let readings = 0

  const readAgain = async (workspaceId: string, nowMs: number): Promise<void> => {
    readings += 1
    const reading = readings
    const wasForgotten = forgotten.delete(workspaceId)
    try {
      await keeper.teach()
      const found = await read(app, workspaceId)
      const deltas = await readLiveDeltas(app, workspaceId, known.get(workspaceId)?.deltas)
      const before = known.get(workspaceId)
      if (before && before.reading > reading) return
      const { rows, sets, brands, promises } = found
      const queries = follow({ app, engine, workspaceId, before: before?.queries, rows, sets })
      known.set(workspaceId, { brands, promises, deltas, ...queries, readAtMs: nowMs, usedAtMs: nowMs, reading })
    } catch (error) {
      if (wasForgotten) forgotten.add(workspaceId)
      throw error
    }
  }
  const leaveUnused = (nowMs: number): void => {
    for (const [workspaceId, { queries, usedAtMs }] of known) {
      if (nowMs - usedAtMs < leftAfterMs) continue
      for (const id of queries.keys()) engine.remove(id)
      known.delete(workspaceId)
    }
  }
  return {
    async ready(workspaceId) {
      const nowMs = app.clock.now().getTime()
      const now = known.get(workspaceId)
      if (now) now.usedAtMs = nowMs
      const isYoung = now !== undefined && nowMs - now.readAtMs < rereadMs
      if (isYoung && !forgotten.has(workspaceId)) return
      leaveUnused(nowMs)
      await readAgain(workspaceId, nowMs)
      await keeper.keep()
    },
    match: (workspaceId, post) => {
      here(workspaceId)
      return engine.match({ ...matchable(post), scope: workspaceId })
    },
    brands: (workspaceId) => here(workspaceId).brands,
    promises: (workspaceId) => here(workspaceId).promises,
    deltas: (workspaceId) => here(workspaceId).deltas,
    terms: (workspaceId) => known.get(workspaceId)?.terms ?? [],
    costOf: (topicId) => engine.costOf(topicId),
    shareOf: (query) => engine.estimate(query),
    forget: (workspaceId) => void forgotten.add(workspaceId),
  }
}

/** A post as the engine reads it: words, names, and where it comes from. */
export function matchable(post: Post) {
  return {
    text: post.text,
    title: post.title,
    lang: post.lang,
    network: post.network,
    source: post.network,
    author: { handle: post.author.handle, name: post.author.name, followers: post.author.followers },
    url: post.url,
    links: post.links,
    tags: post.tags,
    mentions: post.mentions,
    kind: post.kind,
    rating: post.rating,
    has: post.media.map(({ kind }) => kind),
    is: [...(post.parentId ? ['reply'] : []), ...(post.editedAt ? ['edited'] : []), ...(post.isCut ? ['cut'] : [])],
  }
}

type TopicText = { id: string; query: string }

async function read(app: App, workspaceId: string) {
  const { rows, sets, workspace } = await app.db.inWorkspace(workspaceId, async (tx) => ({
    rows: await tx
      .select({ id: topics.id, query: topics.query })
      .from(topics)
      .where(and(eq(topics.workspaceId, workspaceId), eq(topics.state, 'on'))),
    sets: await readRows(tx, workspaceId),
    workspace: (await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId)))[0],
  }))
  const here = present(workspace, 'a source belongs to a workspace')
  return { rows, sets, brands: here.brands, promises: termsIn(here) }
}

type Change = {
  app: App
  engine: Engine
  workspaceId: string
  before: ReadonlyMap<string, string> | undefined
  rows: readonly TopicText[]
  sets: readonly SetRow[]
}

/** What changed since the last reading comes and goes; what stands is left alone. */
function follow({ app, engine, workspaceId, before, rows, sets }: Change): Pick<Known, 'queries' | 'terms'> {
  const querySets = querySetsOf(sets)
  const revisions = new Map(sets.map(({ id, name, revision }) => [setKey(name), `${id} ${revision}`]))
  const queries = new Map<string, string>()
  const terms = new Set<string>()
  for (const { id, query } of rows) {
    const parsed = parseQuery(query, querySets)
    if (!parsed.ok) {
      app.log.error({ topic: id }, 'a stored query is not understood by this version; the topic hears nothing')
      continue
    }
    // With what it says also which sets it was read with: when one changes, so does the query.
    const asked = [
      query,
      ...setsIn(parsed.tree)
        .values()
        .map((key) => revisions.get(key)),
    ].join('\n')
    if (before?.get(id) !== asked) engine.replace(id, parsed.tree, { scope: workspaceId })
    queries.set(id, asked)
    if (terms.size < termsMax) for (const term of termsOf(parsed.tree)) terms.add(term)
  }
  for (const id of before?.keys() ?? []) if (!queries.has(id)) engine.remove(id)
  return { queries, terms: [...terms].slice(0, termsMax) }
}

/** What a network can be asked for: the words and tags a query wants, not those it excludes. */
export function termsOf(tree: QueryTree): string[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.children.flatMap(termsOf)
    case 'tag':
      return [`#${tree.text}`]
    case 'handle':
      return [`@${tree.text}`]
    case 'cash':
      return [`$${tree.text}`]
    case 'word':
    case 'phrase':
    case 'exact':
      return [tree.text]
    case 'forms':
      return tree.forms
    case 'near':
      return [...termsOf(tree.left), ...termsOf(tree.right)]
    case 'set':
      return tree.entries.flatMap(termsOf)
    case 'window':
      return tree.text.split(/\s+/u).filter(Boolean)
    case 'not':
    case 'field':
    case 'prefix':
    case 'tagPrefix':
      return []
  }
}
