import { eq, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import type { Urgency } from '#domain/assessment.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'

type Touching = {
  stored: readonly StoredMention[]
  heardAt: Date
  /** Found by looking back: the past is read, and opens nothing again. */
  isFoundLater: boolean
}

/**
 * Brings the conversation up to what was just stored in it: newest message, labels. A message that is not ours
 * opens it again for whoever owned it; our own never make work.
 */
export async function touchConversations(tx: Tx, input: Touching): Promise<void> {
  const byConversation = Map.groupBy(input.stored, (item) => item.conversationId)
  for (const [id, items] of [...byConversation].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await touchOne(tx, { ...input, id, items })
  }
}

async function touchOne(
  tx: Tx,
  input: Omit<Touching, 'stored'> & { id: string; items: readonly StoredMention[] },
): Promise<void> {
  const { id, items } = input
  const theirs = items
    .filter((item) => !item.isOwn)
    .toSorted((a, b) => a.post.publishedAt.getTime() - b.post.publishedAt.getTime())
  const newest = theirs.at(-1)
  if (!newest) {
    await tx
      .update(conversations)
      .set({
        messageCount: sql`${conversations.messageCount} + ${items.length}`,
        version: sql`${conversations.version} + 1`,
      })
      .where(eq(conversations.id, id))
    return
  }
  const { assessment } = newest
  const topicIds = [...new Set(theirs.flatMap((item) => item.matches.map((match) => match.id)))]
  const publishedAt = sql`${newest.post.publishedAt.toISOString()}::timestamptz`
  const isNewest = sql`(${conversations.latestMentionId} is null or ${conversations.latestAt} <= ${publishedAt})`
  await tx
    .update(conversations)
    .set({
      messageCount: sql`${conversations.messageCount} + ${items.length}`,
      version: sql`${conversations.version} + 1`,
      ...(input.isFoundLater
        ? {}
        : {
            // Whether noise stays noise is decided when all of the batch is known (sift-noise.ts).
            state: sql`case when ${conversations.state} = 'noise' then 'noise' when ${staysQuiet(assessment.urgency)} then 'waiting' else 'open' end`,
            openSince: sql`case when ${conversations.state} = 'done' then ${firstHeardAt(theirs, input.heardAt)}::timestamptz else ${conversations.openSince} end`,
            raised: sql`case when ${conversations.state} = 'done' then 0 else ${conversations.raised} end`,
            waitUntil: sql`case when ${staysQuiet(assessment.urgency)} then ${conversations.waitUntil} end`,
            doneAt: null,
          }),
      latestMentionId: sql`case when ${isNewest} then ${newest.id}::uuid else ${conversations.latestMentionId} end`,
      latestAt: sql`greatest(${conversations.latestAt}, ${publishedAt})`,
      latestHeardAt: newest.heardAt ?? input.heardAt,
      // While it is open nothing lowers it; what was done and comes back starts anew.
      urgency: sql`case when ${conversations.state} = 'done' then ${assessment.urgency}::smallint
        else greatest(${conversations.urgency}, ${assessment.urgency}::smallint) end`,
      // A message that comes late does not speak for the conversation.
      sentiment: sql`case when ${isNewest} then ${assessment.sentiment.class} else ${conversations.sentiment} end`,
      intent: sql`case when ${isNewest} then ${assessment.intent.top} else ${conversations.intent} end`,
      lang: sql`case when ${isNewest} then ${assessment.lang} else ${conversations.lang} end`,
      topicIds: sql`array(select distinct unnest(${conversations.topicIds} || ${sqlUuids(topicIds)}))`,
    })
    .where(eq(conversations.id, id))
}

/** Quiet until it grows: what they write now is heard and opens nothing. Unless somebody must look at once. */
function staysQuiet(urgency: Urgency): SQL {
  if (urgency === 3) return sql`false`
  return sql`(${conversations.state} = 'waiting' and ${conversations.waitsFor} is not distinct from 'growth')`
}

function firstHeardAt(theirs: readonly StoredMention[], heardAt: Date): string {
  return new Date(Math.min(...theirs.map((item) => (item.heardAt ?? heardAt).getTime()))).toISOString()
}

function sqlUuids(ids: readonly string[]) {
  return sql`${`{${ids.join(',')}}`}::uuid[]`
}
