import { eq } from 'drizzle-orm'
import { connectorsIn } from '#app.ts'
import { day, hour } from '#base/clock.ts'
import { sources } from '#db/tables/listen.ts'
import type { Words } from '#domain/connector.ts'
import { type Bounds, countBounds } from '#domain/doubt.ts'
import type { QueryParts } from '#domain/query-parts.ts'
import type { Span } from '#domain/span.ts'
import { clauseFinder } from '#match/find-clauses.ts'
import { type Nearly, nearlyFinder } from '#match/find-nearly.ts'
import { openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import { partsOfQuery } from '#match/parts-of-query.ts'
import type { QueryProblem } from '#match/query-problem.ts'
import type { QueryTree } from '#match/query-tree.ts'
import type { Context } from '#team/context.ts'
import { type RecentMention, readRecent } from './read-recent.ts'
import { setsFor } from './read-sets.ts'
import { sentenceOf } from './read-topics.ts'
import { storedPost } from './stored-post.ts'

/** Stored mentions that a query is tried on at most: enough for a judgement, quick enough to do while typing. */
const triedMax = 2_000
const windowDays = 7
const shownMax = 20
const nearlyShownMax = 6
/** To say what keeps a message out takes ten times as long as to match it, and a handful is shown. */
const nearlyTriedMax = 500
/** Heard for less than this, a number a day would be a guess. */
const heardLeastMs = 6 * hour

export type CheckedQuery = {
  errors: readonly QueryProblem[]
  warnings: readonly QueryProblem[]
  says: Words | null
  tree: QueryTree | null
  parts: QueryParts | null
  sample: SampleMention[]
  matched: number
  of: number
  /** The stretch of time that was looked at: seven days, or less where there is less, or more than can be tried. */
  since: Date | null
  perDay: ({ expected: number } & Bounds) | null
  /** How many matched in each day of that stretch, the oldest first; the last is the day until now. */
  days: number[]
  bySource: { name: string; matched: number; of: number }[]
  /** What it does not match, but for one part. */
  nearly: NearlyMention[]
}
export type SampleMention = FoundMention & {
  /** The places in the query that let it in, and the query without some of them that lets it in no more. */
  clauses: readonly Span[]
  without: { query: string; cuts: readonly Span[] } | null
}
export type NearlyMention = FoundMention & { nearly: Pick<Nearly, 'kind' | 'at'> }
type FoundMention = RecentMention & { spans: readonly Span[] }

/** Reads a query without saving it: what is wrong, what it says, and what it finds among what was heard this week. */
export async function checkQuery(ctx: Context, query: string): Promise<CheckedQuery> {
  const sets = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => setsFor(tx, { ...ctx, query }))
  const parsed = parseQuery(query, sets)
  if (!parsed.ok) return { ...nothingTried, errors: parsed.errors, warnings: [], says: null }
  const { tree, warnings } = parsed
  const engine = openEngine()
  engine.add('asked', tree)
  const now = ctx.app.clock.now()
  const from = new Date(now.getTime() - windowDays * day)
  const { rows, listeningSince } = await readRecent(ctx, { from, max: triedMax })
  const found: FoundMention[] = []
  const others: RecentMention[] = []
  for (const row of rows) {
    const [hit] = engine.match(storedPost(row))
    if (hit) found.push({ ...row, spans: hit.spans })
    else others.push(row)
  }
  const isCut = rows.length === triedMax
  const since = isCut ? (rows.at(-1)?.publishedAt ?? from) : latest(from, listeningSince)
  return {
    errors: [],
    warnings,
    says: sentenceOf(query, sets),
    tree,
    parts: partsOfQuery(tree) ?? null,
    sample: withClauses(clauseFinder(query, sets), spread(found, shownMax)),
    matched: found.length,
    of: rows.length,
    since: rows.length > 0 ? since : null,
    perDay: perDay(found.length, now.getTime() - since.getTime()),
    days: rows.length > 0 ? countDays(found, { now, since }) : [],
    bySource: await countSources(ctx, { rows, found }),
    nearly: nearlyAmong(nearlyFinder(query, sets), others),
  }
}

function withClauses(find: ReturnType<typeof clauseFinder>, found: readonly FoundMention[]): SampleMention[] {
  return found.map((row) => {
    const { at = [], without = null } = find(storedPost(row)) ?? {}
    return { ...row, clauses: at, without }
  })
}

const nearness: readonly Nearly['kind'][] = ['otherwise', 'excluded', 'missing']

/** The nearest first, some of every kind, and of one kind evenly over the week. */
function nearlyAmong(find: ReturnType<typeof nearlyFinder>, rows: readonly RecentMention[]): NearlyMention[] {
  const all = spread(rows, nearlyTriedMax).flatMap((row): NearlyMention[] => {
    const nearly = find(storedPost(row))
    return nearly ? [{ ...row, spans: nearly.spans, nearly: { kind: nearly.kind, at: nearly.at } }] : []
  })
  const byKind = nearness.map((kind) => all.filter(({ nearly }) => nearly.kind === kind))
  const kindCount = byKind.filter((some) => some.length > 0).length
  return byKind.flatMap((some) => spread(some, Math.ceil(nearlyShownMax / Math.max(1, kindCount))))
}

const nothingTried = {
  tree: null,
  parts: null,
  sample: [],
  matched: 0,
  of: 0,
  since: null,
  perDay: null,
  days: [],
  bySource: [],
  nearly: [],
}

/** As many as asked for, evenly over the whole: one busy hour must not stand for a week. */
function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]).filter(
    (one) => one !== undefined,
  )
}

function perDay(count: number, heardMs: number): CheckedQuery['perDay'] {
  if (heardMs < heardLeastMs) return null
  const days = heardMs / day
  const { low, high } = countBounds(count)
  return { expected: count / days, low: low / days, high: high / days }
}

/** Only days that were heard: a bar of nothing would say that nothing was said. */
function countDays(found: readonly FoundMention[], { now, since }: { now: Date; since: Date }): number[] {
  const count = Math.min(windowDays, Math.max(1, Math.ceil((now.getTime() - since.getTime()) / day)))
  const days = Array.from({ length: count }, () => 0)
  for (const { publishedAt } of found) {
    const ago = Math.max(0, Math.floor((now.getTime() - publishedAt.getTime()) / day))
    const at = count - 1 - ago
    if (at >= 0) days[at] = (days[at] ?? 0) + 1
  }
  return days
}

type Counted = { rows: readonly RecentMention[]; found: readonly FoundMention[] }

/** By where it was heard; what came from a source that is gone, or by hand, counts for its network. */
async function countSources(ctx: Context, { rows, found }: Counted): Promise<CheckedQuery['bySource']> {
  const here = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select({ id: sources.id, name: sources.name }).from(sources).where(eq(sources.workspaceId, ctx.workspaceId)),
  )
  const names = new Map(here.map(({ id, name }) => [id, name]))
  const connectors = connectorsIn(ctx.app, ctx.workspaceId)
  const nameOf = ({ sourceId, network }: RecentMention) =>
    names.get(sourceId ?? '') ?? connectors.get(network)?.name ?? network
  const tried = Map.groupBy(rows, nameOf)
  const matched = Map.groupBy(found, nameOf)
  return [...tried]
    .map(([name, of]) => ({ name, matched: matched.get(name)?.length ?? 0, of: of.length }))
    .sort((a, b) => b.matched - a.matched || b.of - a.of)
}

function latest(a: Date, b: Date | undefined): Date {
  return b && b > a ? b : a
}
