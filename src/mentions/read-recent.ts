import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import { assessments, authors, mentions, topics } from '#db/tables/mentions.ts'
import type { Sentiment } from '#domain/assessment.ts'
import type { Context } from '#team/context.ts'
import { type MatchedMention, matchedColumns } from './stored-post.ts'

/** What a query is tried on, and what a sample shows; without the reasons of triage, which weigh more than the words. */
export type RecentMention = MatchedMention & {
  nativeId: string
  sourceId: string | null
  publishedAt: Date
  sentiment: Sentiment | null
  isSpam: boolean
}

/** The newest mentions of others, at most `max`, and since when anything was listened for. A correction of a colleague wins. */
export async function readRecent(
  ctx: Context,
  { from, max }: { from: Date; max: number },
): Promise<{ rows: RecentMention[]; listeningSince: Date | undefined }> {
  const { workspaceId } = ctx
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const rows = await tx
      .select({
        ...matchedColumns,
        nativeId: mentions.nativeId,
        sourceId: mentions.sourceId,
        publishedAt: mentions.publishedAt,
        heardAt: mentions.heardAt,
        sentiment: sql<Sentiment | null>`coalesce(${assessments.correction} ->> 'sentiment', ${assessments.said} #>> '{sentiment,class}')`,
        isSpam: sql<boolean>`coalesce(${assessments.correction} ->> 'intent', ${assessments.said} #>> '{intent,top}', '') = 'spam'`,
      })
      .from(mentions)
      .innerJoin(authors, eq(authors.id, mentions.authorId))
      .leftJoin(assessments, eq(assessments.mentionId, mentions.id))
      .where(
        and(
          eq(mentions.workspaceId, workspaceId),
          gte(mentions.publishedAt, from),
          isNull(mentions.deletedAt),
          eq(mentions.isOwn, false),
        ),
      )
      .orderBy(desc(mentions.publishedAt))
      .limit(max)
    const [first] = await tx
      .select({ at: topics.createdAt })
      .from(topics)
      .where(eq(topics.workspaceId, workspaceId))
      .orderBy(topics.createdAt)
      .limit(1)
    // A topic may be younger than what was heard for one that is gone.
    const moments = [first?.at, ...rows.map(({ heardAt }) => heardAt)].filter((at) => at !== undefined)
    const sinceMs = Math.min(...moments.map((at) => at.getTime()))
    return { rows, listeningSince: moments.length > 0 ? new Date(sinceMs) : undefined }
  })
}
