import { day, hour } from '#base/clock.ts'
import type { Words } from '#domain/connector.ts'
import { type Bounds, countBounds } from '#domain/doubt.ts'
import type { QueryParts } from '#domain/query-parts.ts'
import type { Span } from '#domain/span.ts'
import { clauseFinder } from '#match/find-clauses.ts'
import { openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import { partsOfQuery } from '#match/parts-of-query.ts'
import type { PostInput } from '#match/post-input.ts'
import type { QueryProblem } from '#match/query-problem.ts'
import type { Context } from '#team/context.ts'
import { type RecentMention, readRecent } from './read-recent.ts'
import { setsFor } from './read-sets.ts'
import { sentenceOf } from './read-topics.ts'

/** Stored mentions that a query is tried on at most: enough for a judgement, quick enough to do while typing. */
const triedMax = 2_000
const windowDays = 7
const shownMax = 20
/** Heard for less than this, a number a day would be a guess. */
const heardLeastMs = 6 * hour

export type CheckedQuery = {
  errors: readonly QueryProblem[]
  warnings: readonly QueryProblem[]
  says: Words | null
  parts: QueryParts | null
  sample: SampleMention[]
  matched: number
  of: number
  /** The stretch of time that was looked at: seven days, or less where there is less, or more than can be tried. */
  since: Date | null
  perDay: ({ expected: number } & Bounds) | null
}
export type SampleMention = FoundMention & {
  /** The places in the query that let it in, and the query without some of them that lets it in no more. */
  clauses: readonly Span[]
  without: { query: string; cuts: readonly Span[] } | null
}
type FoundMention = RecentMention & { spans: readonly Span[] }

/** Reads a query without saving it: what is wrong, what it says, and what it finds among what was heard this week. */
export async function checkQuery(ctx: Context, query: string): Promise<CheckedQuery> {
  const sets = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => setsFor(tx, { ...ctx, query }))
  const parsed = parseQuery(query, sets)
  if (!parsed.ok) return { ...nothingTried, errors: parsed.errors, warnings: [], says: null, parts: null }
  const { tree, warnings } = parsed
  const engine = openEngine()
  engine.add('asked', tree)
  const now = ctx.app.clock.now()
  const from = new Date(now.getTime() - windowDays * day)
  const { rows, listeningSince } = await readRecent(ctx, { from, max: triedMax })
  const found = rows.flatMap((row): FoundMention[] => {
    const [hit] = engine.match(matchable(row))
    return hit ? [{ ...row, spans: hit.spans }] : []
  })
  const isCut = rows.length === triedMax
  const since = isCut ? (rows.at(-1)?.publishedAt ?? from) : latest(from, listeningSince)
  return {
    errors: [],
    warnings,
    says: sentenceOf(query, sets),
    parts: partsOfQuery(tree) ?? null,
    sample: withClauses(clauseFinder(query, sets), spread(found, shownMax)),
    matched: found.length,
    of: rows.length,
    since: rows.length > 0 ? since : null,
    perDay: perDay(found.length, now.getTime() - since.getTime()),
  }
}

function matchable(row: RecentMention): PostInput {
  return { ...row, source: row.network, url: row.url ?? undefined, title: row.title ?? undefined }
}

function withClauses(find: ReturnType<typeof clauseFinder>, found: readonly FoundMention[]): SampleMention[] {
  return found.map((row) => {
    const { at = [], without = null } = find(matchable(row)) ?? {}
    return { ...row, clauses: at, without }
  })
}

const nothingTried = { sample: [], matched: 0, of: 0, since: null, perDay: null }

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

function latest(a: Date, b: Date | undefined): Date {
  return b && b > a ? b : a
}
