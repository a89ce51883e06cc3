import { and, eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { present } from '#base/assert.ts'
import { minute } from '#base/clock.ts'
import { topics } from '#db/tables/mentions.ts'
import { workspaces } from '#db/tables/team.ts'
import type { PromiseMinutes } from '#domain/conversation.ts'
import type { Post } from '#domain/post.ts'
import type { Span } from '#domain/span.ts'
import { type Engine, openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import type { QueryTree } from '#match/query-tree.ts'

/**
 * The standing queries of every workspace, ready in memory, with what else a post is judged by: the brand's names and the
 * promises. Read again after a change (`forget`), and once a minute in case another process made it.
 */
export type TopicEngines = {
  ready(workspaceId: string): Promise<void>
  match(workspaceId: string, post: Post): { id: string; spans: readonly Span[] }[]
  brands(workspaceId: string): readonly string[]
  promises(workspaceId: string): PromiseMinutes
  /** What the topics look for, for networks that filter at their side. */
  terms(workspaceId: string): readonly string[]
  forget(workspaceId: string): void
}

type Known = {
  engine: Engine
  brands: readonly string[]
  promises: PromiseMinutes
  terms: readonly string[]
  readAtMs: number
}

const rereadMs = minute
const termsMax = 100

export function openTopicEngines(app: App): TopicEngines {
  const known = new Map<string, Known>()
  const here = (workspaceId: string) => present(known.get(workspaceId), 'ready() was awaited')
  /** A change during a reading makes that reading stale as well. */
  const forgotten = new Set<string>()
  return {
    async ready(workspaceId) {
      const now = known.get(workspaceId)
      const isYoung = now !== undefined && app.clock.now().getTime() - now.readAtMs < rereadMs
      if (isYoung && !forgotten.has(workspaceId)) return
      const wasForgotten = forgotten.delete(workspaceId)
      try {
        known.set(workspaceId, await read(app, workspaceId))
      } catch (error) {
        if (wasForgotten) forgotten.add(workspaceId)
        throw error
      }
    },
    match: (workspaceId, post) => here(workspaceId).engine.match(matchable(post)),
    brands: (workspaceId) => here(workspaceId).brands,
    promises: (workspaceId) => here(workspaceId).promises,
    terms: (workspaceId) => known.get(workspaceId)?.terms ?? [],
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

async function read(app: App, workspaceId: string): Promise<Known> {
  const { rows, workspace } = await app.db.inWorkspace(workspaceId, async (tx) => ({
    rows: await tx
      .select({ id: topics.id, query: topics.query })
      .from(topics)
      .where(and(eq(topics.workspaceId, workspaceId), eq(topics.state, 'on'))),
    workspace: (await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId)))[0],
  }))
  const { brands, promiseMinutes } = present(workspace, 'a source belongs to a workspace')
  const engine = openEngine()
  const terms = new Set<string>()
  for (const row of rows) {
    const parsed = parseQuery(row.query)
    if (!parsed.ok) {
      app.log.error({ topic: row.id }, 'a stored query is not understood by this version; the topic hears nothing')
      continue
    }
    engine.add(row.id, parsed.tree)
    for (const term of termsOf(parsed.tree)) terms.add(term)
  }
  return {
    engine,
    brands,
    promises: promiseMinutes,
    terms: [...terms].slice(0, termsMax),
    readAtMs: app.clock.now().getTime(),
  }
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
    case 'window':
      return tree.text.split(/\s+/u).filter(Boolean)
    case 'not':
    case 'field':
    case 'prefix':
    case 'tagPrefix':
      return []
  }
}
