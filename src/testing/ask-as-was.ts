import { sql } from 'drizzle-orm'
import type { Database } from '#db/database.ts'

/** That an answer was once asked about, in words that name somebody: as a row, where the rules of the house do not matter. */
export async function askAsWas(
  db: Pick<Database, 'asSystem'>,
  { conversationId, note }: { conversationId: string; note: string },
): Promise<void> {
  await db.asSystem((tx) =>
    tx.execute(sql`
      insert into approvals (id, workspace_id, conversation_id, reply_id, why, approvers, version, intent_hash, text, asked_by, asked_at,
        outcome, settled_by, settled_at, note)
      select gen_random_uuid(), r.workspace_id, r.conversation_id, r.id, '{"kind": "all"}', '{}', 1, r.intent_hash, r.text, r.written_by, r.created_at,
        'voided', r.written_by, r.created_at, ${note} from replies r where r.conversation_id = ${conversationId}`),
  )
}
