import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { answeredByHandFromMs } from '#domain/promise-clock.ts'

/** What is no answer, or not yet: it never stood, stands no more, or waits for somebody who approves it or puts it there. */
const noAnswer = sql`('refused', 'undone', 'removed', 'needs_person', 'assisted', 'awaits_approval')`
const handFrom = sql.raw(`interval '${answeredByHandFromMs} milliseconds'`)

/** Up to when we answered in conversation `c`: from here, on the network itself, or by another way as a colleague said. */
const answeredUpTo = sql`greatest(
  (select max(r.created_at) from replies r where r.conversation_id = c.id and r.state not in ${noAnswer}),
  (select max(o.published_at) from mentions o where o.conversation_id = c.id and o.is_own and coalesce(o.parent_id, o.root_id) is not null
    and not exists (select from mentions q where q.conversation_id = c.id and not q.is_own
      and q.published_at <= o.published_at and q.published_at > o.published_at - ${handFrom})),
  (select max(s.decided_at) from silences s where s.conversation_id = c.id and s.kind = 'elsewhere' and s.ended_by is distinct from 'taken_back'))`

/** A thank-you after our answer waits for nothing. */
const isThanks = sql`exists (select from assessments a where a.mention_id = m.id
  and coalesce(a.correction->>'intent', a.said->'intent'->>'top') = 'praise'
  and coalesce(a.correction->>'sentiment', a.said->'sentiment'->>'class') <> 'negative')`

/**
 * Whether closing conversation `c` asks for a decision: they said something that still stands and nobody answered. For the list and for the verb
 * that closes, so that both say the same.
 */
export const needsDecision: SQL = sql`(c.state in ('open', 'waiting') and exists (
  select from (select ${answeredUpTo} as up_to) answered join mentions m on m.conversation_id = c.id
   where not m.is_own and m.deleted_at is null and m.published_at > coalesce(answered.up_to, '-infinity'::timestamptz)
     and not (answered.up_to is not null and ${isThanks})))`

export async function isUndecided(tx: Tx, conversationId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ is: boolean }>(
    sql`select ${needsDecision} as is from conversations c where c.id = ${conversationId}`,
  )
  return rows[0]?.is ?? false
}
