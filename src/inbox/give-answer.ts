import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { assessments, mentions, mentionTopics, topics } from '#db/tables/mentions.ts'
import { type Asked, withAsked } from '#domain/promise-rule.ts'
import type { Context } from '#team/context.ts'
import { readPromiseTerms } from '#team/promise-terms.ts'
import { recordBroken } from './record-broken.ts'
import { readClocks, type StopWhy, showDue, stopClocks, writeClocks } from './write-clocks.ts'

const messagesMax = 100

/**
 * We answered, here or elsewhere: the clock of an answer stops. Whoever wrote again since what was answered waits for the next one. The
 * conversation is locked by the caller.
 */
export async function giveAnswer(
  tx: Tx,
  ctx: Context,
  input: { conversationId: string; answeredUpTo: Date; at: Date; by: StopWhy },
): Promise<void> {
  const { conversationId, answeredUpTo, at, by } = input
  const clocks = await readClocks(tx, [conversationId])
  const waiting = clocks.filter(({ kind, askedAt }) => kind !== 'resolution' && askedAt <= answeredUpTo)
  if (waiting.length > 0) {
    const ids = waiting.map(({ id }) => id)
    await recordBroken(tx, ctx, await stopClocks(tx, { ids, at, by }))
    await waitForNext(tx, ctx, { conversationId, since: answeredUpTo })
  }
  await showDue(tx, [conversationId])
}

async function waitForNext(tx: Tx, ctx: Context, { conversationId, since }: { conversationId: string; since: Date }) {
  const asked = await readAskedSince(tx, conversationId, since)
  if (asked.length === 0) return
  const { workspaceId } = ctx
  const terms = await readPromiseTerms(tx, workspaceId)
  await writeClocks(tx, { workspaceId, terms, wanted: [{ conversationId, kind: 'next', asked }] })
}

/** What they said since, the first of it first. */
export async function readAskedSince(tx: Tx, conversationId: string, since: Date): Promise<readonly Asked[]> {
  const rows = await tx
    .select({
      publishedAt: mentions.publishedAt,
      heardAt: mentions.heardAt,
      sourceId: mentions.sourceId,
      network: mentions.network,
      said: assessments.said,
      departmentId: conversations.departmentId,
      topics: sql<
        { id: string; departmentId: string | null }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', t.id,
        'departmentId', t.department_id)) from ${mentionTopics} mt join ${topics} t on t.id = mt.topic_id
        where mt.mention_id = ${mentions.id}), '[]')`,
    })
    .from(mentions)
    .innerJoin(conversations, eq(conversations.id, mentions.conversationId))
    .leftJoin(assessments, eq(assessments.mentionId, mentions.id))
    .where(
      and(
        eq(mentions.conversationId, conversationId),
        eq(mentions.isOwn, false),
        eq(mentions.isFoundLater, false),
        isNull(mentions.deletedAt),
        gt(mentions.publishedAt, since),
      ),
    )
    .orderBy(asc(mentions.publishedAt))
    .limit(messagesMax)
  return rows
    .map((row) => ({
      at: row.publishedAt.toISOString(),
      heardAt: row.heardAt.toISOString(),
      urgency: row.said?.urgency ?? 0,
      departmentIds: [row.departmentId, ...row.topics.map((topic) => topic.departmentId)].filter((id) => id !== null),
      sourceId: row.sourceId,
      network: row.network,
      topicIds: row.topics.map(({ id }) => id),
    }))
    .reduce<readonly Asked[]>(withAsked, [])
}
