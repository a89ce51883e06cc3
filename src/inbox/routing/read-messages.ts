import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { assessments, authors, mentions } from '#db/tables/mentions.ts'
import { corrected } from '#domain/correction.ts'
import { authorsOfPerson } from '#mentions/person-sql.ts'
import { matchedColumns, storedPost } from '#mentions/stored-post.ts'
import type { RoutedMessage } from './compile-rules.ts'

/**
 * Messages that are not ours as the rules are asked about them, in the order in which they were heard. Whether they were just heard or
 * are tried again a month later, they are read the same way: a trial would promise nothing otherwise.
 */
export async function readMessages(
  tx: Tx,
  { workspaceId, which, asksReturning }: { workspaceId: string; which: SQL; asksReturning: boolean },
): Promise<RoutedMessage[]> {
  const beganBefore = sql<boolean>`exists (select from conversations e where e.author_id = any(${authorsOfPerson({ id: sql`${authors.id}`, personId: sql`${authors.personId}` })})
    and e.workspace_id = ${workspaceId} and e.number < ${conversations.number})`
  const rows = await tx
    .select({
      ...matchedColumns,
      id: mentions.id,
      conversationId: mentions.conversationId,
      sourceId: mentions.sourceId,
      topicIds: conversations.topicIds,
      said: assessments.said,
      correction: assessments.correction,
      isReturning: asksReturning ? beganBefore : sql<boolean>`false`,
    })
    .from(mentions)
    .innerJoin(conversations, eq(conversations.id, mentions.conversationId))
    .innerJoin(authors, eq(authors.id, mentions.authorId))
    .leftJoin(assessments, eq(assessments.mentionId, mentions.id))
    .where(and(eq(mentions.workspaceId, workspaceId), eq(mentions.isOwn, false), which))
    .orderBy(asc(mentions.heardAt), asc(mentions.publishedAt), asc(mentions.id))
  return rows.map((row) => {
    const judged = row.said && corrected(row.said, row.correction)
    return {
      id: row.id,
      conversationId: row.conversationId,
      post: storedPost(row),
      facts: {
        topicIds: row.topicIds,
        sourceId: row.sourceId,
        network: row.network,
        lang: judged?.lang ?? 'und',
        sentiment: judged?.sentiment.class ?? 'unsure',
        intent: judged?.intent.top ?? 'unsure',
        kind: row.kind,
        urgency: judged?.urgency ?? 0,
        anger: judged?.anger ?? 0,
        followers: row.author.followers,
        rating: row.rating,
        isReturning: row.isReturning,
      },
    }
  })
}
