import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { conversations } from '#db/tables/inbox.ts'
import type { KnowledgeStatement } from '#domain/knowledge.ts'
import type { RumourSays, RumourTruth, RumourVerdict } from '#domain/rumour.ts'
import type { Context } from '#team/context.ts'

/** A rumour that a conversation repeats, with the answer that may be given to it. */
export type ConversationRumour = {
  id: string
  title: string
  truth: RumourTruth
  says: RumourSays
  verdict: RumourVerdict
  /** The message it is about. */
  mentionId: string
  /** The newest version that was approved; null when there is none yet. */
  answer: { number: number; statements: KnowledgeStatement[] } | null
  told: number
}

/** What the messages of this conversation repeat, each rumour once, the newest message that does. */
export async function readConversationRumours(ctx: Context, conversationId: string): Promise<ConversationRumour[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const isIt = and(eq(conversations.workspaceId, ctx.workspaceId), eq(conversations.id, conversationId))
    if ((await tx.$count(conversations, isIt)) === 0)
      throw new AppError('not_found', 'This conversation is not here any more.')
    const { rows } = await tx.execute<ConversationRumour>(sql`
      select distinct on (r.id) r.id, r.title, r.truth, rm.says, rm.verdict, rm.mention_id as "mentionId",
             (select jsonb_build_object('number', a.number, 'statements', a.statements) from rumour_answers a
               where a.rumour_id = r.id and a.approved_at is not null order by a.number desc limit 1) as answer,
             (select count(*)::int from rumour_mentions o where o.rumour_id = r.id and o.says <> 'denies' and o.verdict in ('found', 'confirmed')) as told
        from mentions m join rumour_mentions rm on rm.mention_id = m.id join rumours r on r.id = rm.rumour_id
       where m.workspace_id = ${ctx.workspaceId} and m.conversation_id = ${conversationId} and m.deleted_at is null
         and rm.verdict <> 'refused' and r.state = 'watched'
       order by r.id, rm.verdict = 'maybe', rm.published_at desc`)
    return rows
  })
}
