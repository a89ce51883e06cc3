import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { nobody } from './figure-keys.ts'
import { isWithin } from './report-ask.ts'

type Counted = { workspaceId: string; zone: string; day: string; days: SQL }

/** What left on this day and what came after it, and where it was decided to say nothing. */
export async function countAnswers(tx: Tx, { workspaceId, zone, day, days }: Counted): Promise<void> {
  await tx.execute(
    sql`delete from figure_answers where workspace_id = ${workspaceId} and span = 'day' and at = any(${days})`,
  )
  await tx.execute(sql`
    insert into figure_answers (workspace_id, span, at, network, department_id, strategy, sent, better, compared, judged, promotional, unasked)
    select ${workspaceId}::uuid, 'day', d.at, e.network, coalesce(e.department_id, ${nobody}), coalesce(e.strategy, ''), count(*),
           count(*) filter (where e.effect -> 'tone' ->> 'change' = 'better'),
           count(*) filter (where e.effect -> 'tone' ->> 'change' in ('better', 'same', 'worse')),
           count(j.reply_id), count(*) filter (where j.is_promotional), count(*) filter (where j.is_unasked)
      from unnest(${days}) d(at)
      join answer_effects e on e.workspace_id = ${workspaceId} and ${isWithin(sql`e.sent_at`, { from: day, to: day }, zone)}
      left join judged_replies j on j.reply_id = e.reply_id
     group by 3, 4, 5, 6`)
  await tx.execute(
    sql`delete from figure_silences where workspace_id = ${workspaceId} and span = 'day' and at = any(${days})`,
  )
  await tx.execute(sql`
    insert into figure_silences (workspace_id, span, at, network, department_id, reason_id, reason_name, silences)
    select ${workspaceId}::uuid, 'day', d.at, c.network, coalesce(c.department_id, ${nobody}), s.reason_id, s.reason_name, count(*)
      from unnest(${days}) d(at)
      join silences s on s.workspace_id = ${workspaceId} and s.kind = 'silence' and s.ended_by is distinct from 'taken_back'
        and ${isWithin(sql`s.decided_at`, { from: day, to: day }, zone)}
      join conversations c on c.id = s.conversation_id
     group by 3, 4, 5, 6, 7`)
}
