import { eq, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { textArray } from '#db/sql-arrays.ts'
import { incidentEntries, incidentLines, incidentTasks } from '#db/tables/crisis.ts'
import { members } from '#db/tables/team.ts'
import type { Action } from '#domain/action.ts'
import { conversationKey } from '#domain/conversation.ts'
import type { Context } from '#team/context.ts'
import { idsInScope } from './in-scope.ts'
import { type IncidentRow, incidentFor } from './incident-access.ts'

/** What is done in its conversations, and to all of us, is part of its story. */
const aroundIt: readonly Action[] = [
  'reply.write',
  'reply.write_pile',
  'reply.remove',
  'approval.approve',
  'approval.ask_changes',
  'approval.reject',
  'conversation.hand_over',
  'conversation.finish',
  'promise.break',
  'pledge.make',
]
const ofAll: readonly Action[] = ['sending.stop', 'sending.resume', 'approval.switch']
/** What the alert did from which it was opened, before that too. */
const ofItsAlert: readonly Action[] = ['alert.raise', 'alert.again', 'alert.end']
/** Stars itself: a decision, and what was decided by doing it. */
const decisions: readonly Action[] = [
  'incident.decide',
  'incident.approve_line',
  'incident.hold',
  'incident.close',
  'sending.stop',
]

export type Happening = {
  id: number
  at: Date
  by: { id: string; name: string } | null
  action: Action
  /** As the audit has it. */
  details: Record<string, unknown>
  /** What was written then: a decision, an update, a version of the line, a task. */
  text: string | null
  /** Of a colleague it is about. */
  about: { id: string; name: string } | null
  conversation: { id: string; key: string } | null
  isStarred: boolean
}

export const timelineShownMax = 300

/** What happened, the newest first: the audit itself, so that nobody has to keep a log and nobody can write another. */
export async function readTimeline(ctx: Context, idOrKey: string): Promise<Happening[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const row = await incidentFor(tx, ctx, idOrKey)
    return timelineOf(tx, ctx, { row, limit: timelineShownMax })
  })
}

type Asked = { row: IncidentRow; limit: number; happeningId?: number; beforeId?: number }
type AuditLine = {
  id: string
  at: string
  actor: string
  action: Action
  details: Record<string, unknown>
  conversationId: string | null
  number: number | null
  isStarred: boolean
}

export async function timelineOf(tx: Tx, ctx: Context, asked: Asked): Promise<Happening[]> {
  const { row, limit } = asked
  const lines = await linesOf(tx, asked)
  const [names, texts] = [await namesIn(tx, ctx), await textsIn(tx, row.id)]
  return lines.slice(0, limit).map(({ number, conversationId, isStarred, ...line }) => ({
    ...{ id: Number(line.id), at: new Date(line.at), action: line.action, details: line.details },
    by: named(line.actor, names),
    text: textOf(line.details, texts),
    about: named(aboutWhom(line.details), names),
    conversation: conversationId && number ? { id: conversationId, key: conversationKey(number) } : null,
    isStarred: isStarred || decisions.includes(line.action),
  }))
}

async function linesOf(tx: Tx, { row, limit, happeningId, beforeId }: Asked): Promise<AuditLine[]> {
  const { id, workspaceId, alertId, beganAt, openedAt, closedAt } = row
  const only: SQL[] = [
    ...(happeningId === undefined ? [] : [sql`a.id = ${happeningId}`]),
    ...(beforeId === undefined ? [] : [sql`a.id < ${beforeId}`]),
  ]
  const more = only.length > 0 ? sql`and ${sql.join(only, sql` and `)}` : sql``
  const until = closedAt ? sql`and a.at <= ${closedAt.toISOString()}` : sql``
  const { rows } = await tx.execute<AuditLine>(sql`
    select a.id, a.at, a.actor, a.action, a.details, a.conversation_id as "conversationId", c.number,
        exists (select from incident_stars s where s.incident_id = ${id} and s.audit_id = a.id) as "isStarred"
      from (
        (select * from audit a where a.subject_kind = 'incident' and a.subject_id = ${id} and a.workspace_id = ${workspaceId} ${more}
          order by a.id desc limit ${limit})
        union all
        (select * from audit a where a.workspace_id = ${workspaceId} and a.conversation_id in ${idsInScope(row)}
            and a.action = any(${textArray(aroundIt)}) and a.at >= ${beganAt.toISOString()} ${until} ${more}
          order by a.id desc limit ${limit})
        union all
        (select * from audit a where a.workspace_id = ${workspaceId} and a.subject_kind = 'alert' and a.subject_id = ${alertId}
            and a.action = any(${textArray(ofItsAlert)}) ${until} ${more}
          order by a.id desc limit ${limit})
        union all
        (select * from audit a where a.workspace_id = ${workspaceId} and a.action = any(${textArray(ofAll)})
            and a.at >= ${openedAt.toISOString()} ${until} ${more}
          order by a.id desc limit ${limit})
      ) a left join conversations c on c.id = a.conversation_id
     order by a.id desc limit ${limit}`)
  return rows
}

async function namesIn(tx: Tx, { workspaceId }: Context): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(eq(members.workspaceId, workspaceId))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function aboutWhom({ memberId, assigneeId, leadId, commsId }: Record<string, unknown>): unknown {
  return memberId ?? assigneeId ?? leadId ?? commsId
}

function named(id: unknown, names: ReadonlyMap<string, string>): { id: string; name: string } | null {
  const name = typeof id === 'string' ? names.get(id) : undefined
  return name === undefined ? null : { id: String(id), name }
}

async function textsIn(tx: Tx, incidentId: string): Promise<ReadonlyMap<string, string>> {
  const entries = await tx
    .select({ id: incidentEntries.id, text: incidentEntries.text })
    .from(incidentEntries)
    .where(eq(incidentEntries.incidentId, incidentId))
  const lines = await tx
    .select({ id: incidentLines.id, text: incidentLines.text })
    .from(incidentLines)
    .where(eq(incidentLines.incidentId, incidentId))
  const tasks = await tx
    .select({ id: incidentTasks.id, text: incidentTasks.title })
    .from(incidentTasks)
    .where(eq(incidentTasks.incidentId, incidentId))
  return new Map([...entries, ...lines, ...tasks].map(({ id, text }) => [id, text]))
}

function textOf(details: Record<string, unknown>, texts: ReadonlyMap<string, string>): string | null {
  const id = details.entryId ?? details.lineId ?? details.taskId
  const kept = typeof id === 'string' ? texts.get(id) : undefined
  return kept ?? (typeof details.reason === 'string' ? details.reason : null)
}
