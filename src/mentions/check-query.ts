import { and, desc, eq, isNull } from 'drizzle-orm'
import { assessments, authors, mentions } from '#db/tables/mentions.ts'
import { type Assessment, type Correction, corrected } from '#domain/assessment.ts'
import type { Words } from '#domain/connector.ts'
import type { Span } from '#domain/span.ts'
import { openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import type { QueryProblem } from '#match/query-problem.ts'
import type { Context } from '#team/context.ts'
import { sentenceOf } from './read-topics.ts'

/** The newest stored mentions that a query is tried on: enough for a judgement, quick enough to do while typing. */
const triedMax = 2_000
const shownMax = 20

export type CheckedQuery = {
  errors: readonly QueryProblem[]
  warnings: readonly QueryProblem[]
  says: Words | null
  sample: SampleMention[]
  matched: number
  of: number
}
export type SampleMention = {
  mention: typeof mentions.$inferSelect
  author: typeof authors.$inferSelect
  assessment: Assessment | null
  spans: readonly Span[]
}

/** Reads a query without saving it: what is wrong, what it says, and what it finds among what we heard. */
export async function checkQuery(ctx: Context, query: string): Promise<CheckedQuery> {
  const parsed = parseQuery(query)
  if (!parsed.ok) return { errors: parsed.errors, warnings: [], says: null, sample: [], matched: 0, of: 0 }
  const { tree, warnings } = parsed
  const engine = openEngine()
  engine.add('asked', tree)
  const rows = await newestMentions(ctx)
  const sample: SampleMention[] = []
  let matched = 0
  for (const row of rows) {
    const [hit] = engine.match({
      text: row.mention.text,
      title: row.mention.title ?? undefined,
      lang: row.mention.lang,
      source: row.mention.network,
      author: { handle: row.author.handle, name: row.author.name },
      url: row.mention.url ?? undefined,
      links: row.mention.links,
    })
    if (!hit) continue
    matched += 1
    if (sample.length < shownMax) sample.push({ ...row, assessment: labelsOf(row), spans: hit.spans })
  }
  return { errors: [], warnings, says: sentenceOf(query), sample, matched, of: rows.length }
}

type Row = {
  mention: typeof mentions.$inferSelect
  author: typeof authors.$inferSelect
  said: Assessment | null
  correction: Correction | null
}

function labelsOf({ said, correction }: Row): Assessment | null {
  return said && corrected(said, correction)
}

async function newestMentions(ctx: Context): Promise<Row[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select({ mention: mentions, author: authors, said: assessments.said, correction: assessments.correction })
      .from(mentions)
      .innerJoin(authors, eq(authors.id, mentions.authorId))
      .leftJoin(assessments, eq(assessments.mentionId, mentions.id))
      .where(and(eq(mentions.workspaceId, ctx.workspaceId), isNull(mentions.deletedAt), eq(mentions.isOwn, false)))
      .orderBy(desc(mentions.publishedAt))
      .limit(triedMax),
  )
}
