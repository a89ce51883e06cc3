import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { listOfIds } from './list-of-ids.ts'

/**
 * After messages moved: how many there are, which is the newest, and what it says of the conversation. What people decided (owner, department,
 * title, promise) is not touched.
 */
export async function settleMoved(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update conversations c set
      message_count = (select count(*) from mentions m where m.conversation_id = c.id),
      latest_mention_id = n.id, latest_at = coalesce(n.published_at, c.latest_at),
      latest_heard_at = coalesce(n.heard_at, c.latest_heard_at),
      author_id = coalesce(f.author_id, c.author_id),
      sentiment = coalesce(n.correction ->> 'sentiment', n.said -> 'sentiment' ->> 'class', c.sentiment),
      intent = coalesce(n.correction ->> 'intent', n.said -> 'intent' ->> 'top', c.intent),
      lang = coalesce(n.said ->> 'lang', c.lang),
      urgency = greatest(c.urgency_from, coalesce((select max(coalesce((s.correction ->> 'urgency')::int, (s.said ->> 'urgency')::int)) from mentions m
        join assessments s on s.mention_id = m.id where m.conversation_id = c.id and not m.is_own), c.urgency)),
      topic_ids = array(select distinct t.topic_id from mentions m join mention_topics t on t.mention_id = m.id
        where m.conversation_id = c.id and not m.is_own),
      version = c.version + 1
    from conversations self
      left join lateral (select m.id, m.published_at, m.heard_at, s.said, s.correction from mentions m
        left join assessments s on s.mention_id = m.id
        where m.conversation_id = self.id and not m.is_own order by m.published_at desc, m.id desc limit 1) n on true
      left join lateral (select m.author_id from mentions m
        where m.conversation_id = self.id and not m.is_own order by m.published_at, m.id limit 1) f on true
    where self.id = c.id and c.id = any(${listOfIds(ids)}::uuid[])`)
}
