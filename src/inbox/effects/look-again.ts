import { sql } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'

/** In a storm an answer is looked at once in so long, and not at every message. */
const apartMs = minute

/**
 * Something was heard, edited, deleted, corrected or linked: the answers that are watched there, or that were given to these people under any of
 * their names, are looked at again. In the transaction of what happened, so that nothing is missed; the looking itself is not done in it.
 */
export async function lookAgain(
  tx: Tx,
  {
    authorIds = [],
    conversationIds = [],
    at,
  }: { authorIds?: readonly string[]; conversationIds?: readonly string[]; at: Date },
): Promise<void> {
  if (authorIds.length + conversationIds.length === 0) return
  const [ids, threads] = [uuidArray([...new Set(authorIds)]), uuidArray([...new Set(conversationIds)])]
  const now = sql`${at.toISOString()}::timestamptz`
  // One order for all who mark: two who hear of the same people wait for each other, and never in a circle.
  await tx.execute(sql`
    with named as (
      select unnest(${ids}) as id
      union select l.id from authors a join authors l on l.person_id = a.person_id where a.id = any(${ids}) and a.person_id is not null
    ), watched as (
      select reply_id from answer_effects where conversation_id = any(${threads}) and look_at is not null
      union select e.reply_id from answer_effects e join named n on n.id = e.author_id where e.look_at is not null
    ), held as (
      select reply_id, greatest(${now}, coalesce(looked_at, ${now}) + make_interval(secs => ${apartMs / 1_000})) as soon
        from answer_effects where reply_id in (select reply_id from watched) order by reply_id for update
    )
    update answer_effects e set look_at = h.soon from held h where e.reply_id = h.reply_id and e.look_at > h.soon`)
}
