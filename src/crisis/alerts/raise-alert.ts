import { minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Alert } from '#crisis/follow-alert.ts'
import { binMinutes } from '#crisis/look-for-spike.ts'
import type { Tx } from '#db/database.ts'
import { alertScopes, alerts } from '#db/tables/alerts.ts'
import { type AlertSeen, type AlertSpike, graveFrom } from '#domain/alert.ts'
import { doublingsIn, weighAlert } from '#domain/weigh-alert.ts'
import { type Changed, recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { drawCourse, drawForecast } from './draw-course.ts'
import { nameOfAlert } from './name-of-alert.ts'
import type { AlertRow, Facts, ScopeRow } from './read-facts.ts'
import { readReach } from './read-series.ts'
import type { Stepped } from './step-scopes.ts'
import { tellAlert } from './tell-alert.ts'

export type Look = { facts: Facts; until: Date; isDeaf: boolean }
export type Standing = { row: AlertRow; scopes: ScopeRow[] }
export type Raised = Look & { one: Stepped; alert: Alert }

export const beganOf = (alert: Alert, until: Date): Date =>
  new Date(until.getTime() - alert.spike.windowMinutes * minute)

/** Something unusual that nobody was told of: it stands, and they are told. */
export async function raiseAlert(
  tx: Tx,
  ctx: Context,
  { one, alert, until, isDeaf, facts }: Raised,
): Promise<Standing> {
  const beganAt = beganOf(alert, until)
  const found = await figuresOf(tx, { one, spike: alert.spike, until, workspaceId: ctx.workspaceId })
  const { level, parts } = found.severity
  const isGrave = level >= graveFrom
  const row: AlertRow = {
    ...{
      id: newId(),
      workspaceId: ctx.workspaceId,
      state: 'open',
      beganAt,
      raisedAt: until,
      lastAt: until,
      endedAt: null,
    },
    ...{ severity: level, worstSeverity: level, severityParts: parts, seen: found.seen, seenNow: found.seen, isDeaf },
    course: drawCourse({ stepped: one, until, beganAt, before: [] }),
    forecast: drawForecast(one, until),
    ...{ again: [], isGraveTold: isGrave, seenBy: null, seenAt: null, refusedBy: null, refusedAs: null, note: '' },
  }
  await tx.insert(alerts).values(row)
  await recordChange(tx, ctx, 'alert.raise', raisedChange(row, one))
  const name = await nameOfAlert(tx, { facts, scope: one.scope, from: beganAt, until })
  await tellAlert(tx, ctx, { kind: isGrave ? 'alert_grave' : 'alert_raised', name, place: row.id })
  return { row, scopes: [] }
}

/** What the audit keeps of it. */
export function raisedChange({ id, severity, seen }: AlertRow, { scope }: Stepped): Changed<undefined> {
  const { people, expected, windowMinutes } = seen
  const details = { severity, place: scope.kind, people, expected: Math.round(expected * 10) / 10, windowMinutes }
  return { result: undefined, subject: { kind: 'alert', id }, events: [{ kind: 'alert.changed' }], details }
}

export async function addScope(
  tx: Tx,
  { row, one, alert }: { row: AlertRow; one: Stepped; alert: Alert },
): Promise<ScopeRow> {
  const { raisedAt, lastAt, spike, worst } = alert
  const scope: ScopeRow = {
    ...{ alertId: row.id, workspaceId: row.workspaceId, ...one.scope, raisedAt, lastAt, endedAt: null },
    ...{ beganAt: beganOf(alert, raisedAt), spike, worst },
  }
  // What is unusual there once more goes on.
  const {
    alertId: _alert,
    workspaceId: _workspace,
    kind: _kind,
    subjectId: _subject,
    beganAt: _began,
    ...again
  } = scope
  await tx
    .insert(alertScopes)
    .values(scope)
    .onConflictDoUpdate({ target: [alertScopes.alertId, alertScopes.kind, alertScopes.subjectId], set: again })
  return scope
}

export async function figuresOf(
  tx: Tx,
  { one, spike, until, workspaceId }: { one: Stepped; spike: AlertSpike; until: Date; workspaceId: string },
) {
  const { scope, day: lately, usual } = one
  const { windowMinutes, count, expected, all, logChance, logShareChance } = spike
  const from = new Date(until.getTime() - windowMinutes * minute)
  const reach = await readReach(tx, { workspaceId, scope, from, until })
  const doublingsPerHour = doublingsIn(lately.grave.slice(-windowMinutes / binMinutes), binMinutes)
  const seen: AlertSeen = {
    windowMinutes,
    people: count,
    expected,
    all,
    usualShare: usual.mean,
    logChance,
    logShareChance,
  }
  return { seen, severity: weighAlert({ spike, doublingsPerHour, reach }) }
}
