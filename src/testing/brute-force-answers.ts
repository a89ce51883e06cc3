import type { Pool } from 'pg'
import { add, listed } from './tally.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

type Place = { network: string; department_id: string | null }
type Effect = Place & {
  strategy: string | null
  sent_at: Date
  change: string | null
  is_promotional: boolean | null
  is_unasked: boolean | null
}
type Silence = Place & {
  kind: string
  reason_id: string
  reason_name: string
  decided_at: Date
  ended_by: string | null
}

/** What left and what was left unsaid, as anybody would count it who reads every row. */
export async function bruteForceAnswers(
  pool: Pool,
  { workspaceId, spansAt }: { workspaceId: string; spansAt: (at: Date) => string[] },
): Promise<{ answers: string[]; silences: string[] }> {
  const { rows: effects } = await pool.query<Effect>(
    `select e.*, e.effect -> 'tone' ->> 'change' as change, j.is_promotional, j.is_unasked
       from answer_effects e left join judged_replies j using (reply_id) where e.workspace_id = $1`,
    [workspaceId],
  )
  const { rows: all } = await pool.query<Silence>(
    `select s.*, c.network, c.department_id from silences s join conversations c on c.id = s.conversation_id where s.workspace_id = $1`,
    [workspaceId],
  )
  const answers = new Map<string, number[]>()
  const silences = new Map<string, number[]>()
  const keysOf = (at: Date, { network, department_id }: Place) =>
    spansAt(at).map((span) => `${span} ${network} ${department_id ?? nobody}`)
  for (const { change, is_promotional, is_unasked, ...row } of effects)
    for (const key of keysOf(row.sent_at, row))
      add(
        answers,
        `${key} ${row.strategy ?? ''}`,
        [
          ...[true, change === 'better', change === 'better' || change === 'same' || change === 'worse'],
          ...[is_promotional !== null, is_promotional === true, is_unasked === true],
        ].map(Number),
      )
  for (const row of all.filter(({ kind, ended_by }) => kind === 'silence' && ended_by !== 'taken_back'))
    for (const key of keysOf(row.decided_at, row)) add(silences, `${key} ${row.reason_id} ${row.reason_name}`, [1])
  return { answers: listed(answers), silences: listed(silences) }
}
