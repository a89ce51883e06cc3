import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { SilenceEnd, SilenceKind } from '#domain/silence.ts'
import type { Context } from '#team/context.ts'
import { silenceReasonsIn } from '#team/silence-reasons.ts'

type Person = { id: string; name: string }
export type Silence = {
  id: string
  kind: SilenceKind
  reason: { id: string; name: string } | null
  note: string
  owner: Person | null
  by: Person | null
  at: Date
  reviewAt: Date | null
  /** What the policy advised then: the name of its leaf. */
  advised: string | null
  endedAt: Date | null
  endedBy: SilenceEnd | null
}
type Row = Omit<Silence, 'at' | 'reviewAt' | 'endedAt' | 'reason'> & {
  at: string
  reviewAt: string | null
  endedAt: string | null
  reasonId: string | null
  reasonName: string
}

/** What was decided last in this conversation without an answer; what was taken back at once never was. */
export async function silenceIn(tx: Tx, ctx: Context, conversationId: string): Promise<Silence | null> {
  const { rows } = await tx.execute<Row>(sql`
    select s.id, s.kind, s.reason_id as "reasonId", s.reason_name as "reasonName", s.note, s.decided_at as at, s.review_at as "reviewAt",
      s.ended_at as "endedAt", s.ended_by as "endedBy", d.advice->'leaf'->>'name' as advised,
      case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end as owner,
      case when b.id is null then null else jsonb_build_object('id', b.id, 'name', b.name) end as by
      from silences s left join members o on o.id = s.owner_id left join members b on b.id = s.decided_by
      left join policy_decisions d on d.id = s.policy_decision_id
     where s.conversation_id = ${conversationId} and s.ended_by is distinct from 'taken_back'
     order by s.decided_at desc, s.id desc limit 1`)
  const [row] = rows
  if (!row) return null
  const { reasonId, reasonName, ...rest } = row
  const names = reasonId === null ? new Map() : await reasonNames(tx, ctx)
  return {
    ...rest,
    reason: reasonId === null ? null : { id: reasonId, name: names.get(reasonId) ?? reasonName },
    at: new Date(row.at),
    reviewAt: row.reviewAt ? new Date(row.reviewAt) : null,
    endedAt: row.endedAt ? new Date(row.endedAt) : null,
  }
}

export async function reasonNames(tx: Tx, ctx: Context): Promise<Map<string, string>> {
  return new Map((await silenceReasonsIn(tx, ctx)).map(({ id, name }) => [id, name]))
}

/** Conversations `c` that were deliberately not answered for this reason, whatever came of them. */
export function isSilentBy(reasonId: string): SQL {
  return sql`c.id in (select s.conversation_id from silences s
    where s.workspace_id = c.workspace_id and s.reason_id = ${reasonId} and s.ended_by is distinct from 'taken_back')`
}
