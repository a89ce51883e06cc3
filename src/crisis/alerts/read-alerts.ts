import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { mayEnter } from '#crisis/incident/incident-access.ts'
import type { Tx } from '#db/database.ts'
import { alertScopes, alertSettings, alerts } from '#db/tables/alerts.ts'
import { incidents } from '#db/tables/crisis.ts'
import { type AlertScopeKind, alertLimits, alertScopeKinds, type FalseAlarmReason } from '#domain/alert.ts'
import { incidentKey } from '#domain/incident.ts'
import type { Context } from '#team/context.ts'
import { type DeafSource, readDeaf } from './hear-deaf.ts'
import type { AlertRow, ScopeRow } from './read-facts.ts'
import { whyWords } from './why-words.ts'

export type Named = { id: string; name: string }
export type ListedScope = { kind: AlertScopeKind; id: string | null; name: string | null; isStill: boolean }
export type ListedAlert = Pick<
  AlertRow,
  | 'id'
  | 'state'
  | 'severity'
  | 'worstSeverity'
  | 'seen'
  | 'beganAt'
  | 'raisedAt'
  | 'lastAt'
  | 'endedAt'
  | 'again'
  | 'seenAt'
  | 'isDeaf'
> & {
  scopes: ListedScope[]
  why: { en: string; nl: string }
  seenBy: Named | null
  falseAlarm: { reason: FalseAlarmReason; note: string; by: Named | null } | null
  incident: { id: string; key: string; state: 'open' | 'closed' } | null
}
export type ReadAlerts = {
  open: ListedAlert[]
  recent: ListedAlert[]
  isOn: boolean
  lookedAt: Date | null
  listening: { isDeaf: boolean; sources: DeafSource[] }
}

/** What is unusual now and what was lately, and whether everybody is heard. */
export async function readAlerts(ctx: Context): Promise<ReadAlerts> {
  const deaf = await readDeaf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const [settings] = await tx.select().from(alertSettings).where(eq(alertSettings.workspaceId, ctx.workspaceId))
    return {
      open: (await listed(tx, ctx, eq(alerts.state, 'open'))).map(({ alert }) => alert),
      recent: (await listed(tx, ctx, ne(alerts.state, 'open'))).map(({ alert }) => alert),
      isOn: settings?.isOn ?? true,
      lookedAt: settings?.lookedAt ?? null,
      listening: { isDeaf: deaf.length > 0, sources: deaf },
    }
  })
}

export type Found = { alert: ListedAlert; row: AlertRow; scopes: ScopeRow[] }

/** @throws AppError `not_found`, for one of another workspace as for none. */
export async function findAlert(tx: Tx, ctx: Context, id: string): Promise<Found> {
  const [found] = await listed(tx, ctx, eq(alerts.id, id))
  if (!found) throw new AppError('not_found', 'This alert is not here any more.')
  return found
}

const person = (column: SQL) =>
  sql<Named | null>`(select jsonb_build_object('id', m.id, 'name', m.name) from members m where m.id = ${column})`
const subjectName = sql<string | null>`case alert_scopes.kind
  when 'topic' then (select t.name from topics t where t.id = alert_scopes.subject_id)
  when 'source' then (select s.name from sources s where s.id = alert_scopes.subject_id)
  when 'story' then (select c.title from conversations c where c.story_id = alert_scopes.subject_id and c.erased_at is null
    order by c.created_at, c.id limit 1) end`

async function listed(tx: Tx, ctx: Context, where: SQL): Promise<Found[]> {
  const rows = await tx
    .select({ row: alerts, seenBy: person(sql`alerts.seen_by`), refusedBy: person(sql`alerts.refused_by`) })
    .from(alerts)
    .where(and(eq(alerts.workspaceId, ctx.workspaceId), where))
    .orderBy(desc(alerts.raisedAt), desc(alerts.id))
    .limit(alertLimits.recent)
  const ids = sql`${`{${rows.map(({ row }) => row.id).join(',')}}`}::uuid[]`
  const scopes = await tx
    .select({ scope: alertScopes, name: subjectName })
    .from(alertScopes)
    .where(sql`${alertScopes.alertId} = any(${ids})`)
  const rooms = await tx
    .select({ id: incidents.id, number: incidents.number, state: incidents.state, alertId: incidents.alertId })
    .from(incidents)
    .where(and(eq(incidents.workspaceId, ctx.workspaceId), sql`${incidents.alertId} = any(${ids})`, mayEnter(ctx)))
    .orderBy(desc(incidents.number))
  return rows.map(({ row, seenBy, refusedBy }) => {
    const own = scopes.filter(({ scope }) => scope.alertId === row.id)
    const room = rooms.find(({ alertId }) => alertId === row.id)
    const { refusedAs: reason, note } = row
    const alert = {
      ...pick(row),
      seenBy,
      scopes: own.map(listedScope).toSorted((one, other) => rank(one) - rank(other)),
      why: whyWords(row.seen),
      falseAlarm: reason && { reason, note, by: refusedBy },
      incident: room ? { id: room.id, key: incidentKey(room.number), state: room.state } : null,
    }
    return { alert, row, scopes: own.map(({ scope }) => scope) }
  })
}

const rank = ({ kind }: ListedScope): number => alertScopeKinds.indexOf(kind)

function listedScope({ scope, name }: { scope: ScopeRow; name: string | null }): ListedScope {
  const { kind, subjectId, endedAt } = scope
  return { kind, id: kind === 'whole' ? null : subjectId, name, isStill: endedAt === null }
}

function pick(row: AlertRow) {
  const { id, state, severity, worstSeverity, seen, beganAt, raisedAt, lastAt, endedAt, again, seenAt, isDeaf } = row
  return { id, state, severity, worstSeverity, seen, beganAt, raisedAt, lastAt, endedAt, again, seenAt, isDeaf }
}
