import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import { incidentKey } from '#domain/incident.ts'

/** An open incident as it bears on whoever answers in one of its conversations. */
export type IncidentOver = {
  id: string
  key: string
  title: string
  isPrivate: boolean
  notToSay: string[]
  notToSayBy: { id: string; name: string } | null
  /** The newest approved version. */
  line: { number: number; text: string } | null
  voices: { who: string; what: string }[]
}

/** Which open incidents this conversation is part of, the oldest first. Read afresh in the transaction that writes an answer: what was set meanwhile holds. */
export async function incidentsOver(
  tx: Tx,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
): Promise<IncidentOver[]> {
  const { rows } = await tx.execute<Omit<IncidentOver, 'key'> & { number: number }>(sql`
    select i.id, i.number, i.title, i.is_private as "isPrivate", i.not_to_say as "notToSay", i.voices,
        case when m.id is null then null else jsonb_build_object('id', m.id, 'name', m.name) end as "notToSayBy",
        (select jsonb_build_object('number', l.number, 'text', l.text) from incident_lines l
          where l.incident_id = i.id and l.state = 'approved' order by l.number desc limit 1) as line
      from incidents i join conversations c on c.id = ${conversationId} and in_incident(i, c)
        left join members m on m.id = i.not_to_say_by
     where i.workspace_id = ${workspaceId} and i.state = 'open' order by i.number`)
  return rows.map(({ number, ...row }) => ({ ...row, key: incidentKey(number) }))
}

/** What is not said in which of these, by incident: what `incidentsOver` says of each of them, for many at once. */
export type UnsaidIn = { key: string; notToSay: string[]; conversationIds: string[] }

export async function unsaidIn(
  tx: Tx,
  { workspaceId, conversationIds }: { workspaceId: string; conversationIds: readonly string[] },
): Promise<UnsaidIn[]> {
  const { rows } = await tx.execute<Omit<UnsaidIn, 'key'> & { number: number }>(sql`
    select i.number, i.not_to_say as "notToSay", jsonb_agg(c.id order by c.number) as "conversationIds"
      from incidents i join conversations c on c.id = any(${uuidArray(conversationIds)}) and in_incident(i, c)
     where i.workspace_id = ${workspaceId} and i.state = 'open' and i.not_to_say <> '{}' group by i.id order by i.number`)
  return rows.map(({ number, ...row }) => ({ ...row, key: incidentKey(number) }))
}

/** In some open incident every answer of the workspace needs approval. */
export async function holdsAnswers(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from incidents where workspace_id = ${workspaceId} and state = 'open' and needs_approval limit 1`)
  return rows.length > 0
}
