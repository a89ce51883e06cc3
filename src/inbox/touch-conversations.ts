import { eq, sql } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import type { PromiseMinutes } from '#domain/conversation.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'

/**
 * Brings the conversation up to what was just stored in it: newest message, labels, promise. A message that is not ours
 * opens it again for whoever owned it; our own never make work.
 */
export async function touchConversations(
  tx: Tx,
  input: { stored: readonly StoredMention[]; heardAt: Date; promises: PromiseMinutes; promiseFrom: Date },
): Promise<void> {
  const byConversation = Map.groupBy(input.stored, (item) => item.conversationId)
  for (const [id, items] of [...byConversation].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await touchOne(tx, { ...input, id, items })
  }
}

async function touchOne(
  tx: Tx,
  input: { id: string; items: readonly StoredMention[]; heardAt: Date; promises: PromiseMinutes; promiseFrom: Date },
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
  const promised = promiseFor(theirs, input)
  const topicIds = [...new Set(theirs.flatMap((item) => item.matches.map((match) => match.id)))]
  const due = promised ? sql`${promised.dueAt.toISOString()}::timestamptz` : sql`null::timestamptz`
  await tx
    .update(conversations)
    .set({
      messageCount: sql`${conversations.messageCount} + ${items.length}`,
      version: sql`${conversations.version} + 1`,
      state: 'open',
      waitUntil: null,
      doneAt: null,
      // The earliest promise that still runs is the one we keep; `least` passes over null.
      dueAt: sql`case when ${conversations.state} = 'done' then ${due} else least(${conversations.dueAt}, ${due}) end`,
      promisedMinutes: sql`coalesce(${promised?.minutes ?? null}::int, ${conversations.promisedMinutes})`,
      latestMentionId: sql`case when ${conversations.latestMentionId} is null or ${conversations.latestAt} <= ${newest.post.publishedAt.toISOString()}::timestamptz
        then ${newest.id}::uuid else ${conversations.latestMentionId} end`,
      latestAt: sql`greatest(${conversations.latestAt}, ${newest.post.publishedAt.toISOString()}::timestamptz)`,
      latestHeardAt: newest.heardAt ?? input.heardAt,
      // While it is open nothing lowers it; what was done and comes back starts anew.
      urgency: sql`case when ${conversations.state} = 'done' then ${assessment.urgency}::smallint
        else greatest(${conversations.urgency}, ${assessment.urgency}::smallint) end`,
      sentiment: assessment.sentiment.class,
      intent: assessment.intent.top,
      lang: assessment.lang,
      topicIds: sql`array(select distinct unnest(${conversations.topicIds} || ${sqlUuids(topicIds)}))`,
    })
    .where(eq(conversations.id, id))
}

/**
 * The promise of a first answer runs from publication. What was published before we began to listen there has none:
 * nobody promised anything about it, and an inbox that is red on its first day teaches to look away.
 */
export function promiseFor(
  theirs: readonly StoredMention[],
  { promises, promiseFrom }: { promises: PromiseMinutes; promiseFrom: Date },
): { dueAt: Date; minutes: number } | undefined {
  let earliest: { dueAt: Date; minutes: number } | undefined
  for (const { post, assessment } of theirs) {
    const minutes = promises[`${assessment.urgency}`]
    if (minutes === null || post.publishedAt < promiseFrom) continue
    const dueAt = new Date(post.publishedAt.getTime() + minutes * minute)
    if (!earliest || dueAt < earliest.dueAt) earliest = { dueAt, minutes }
  }
  return earliest
}

function sqlUuids(ids: readonly string[]) {
  return sql`${`{${ids.join(',')}}`}::uuid[]`
}
