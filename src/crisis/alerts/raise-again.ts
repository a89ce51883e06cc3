import { and, eq, type SQL, sql } from 'drizzle-orm'
import { isAgain } from '#crisis/follow-alert.ts'
import type { Tx } from '#db/database.ts'
import { alerts } from '#db/tables/alerts.ts'
import { incidents } from '#db/tables/crisis.ts'
import { graveFrom } from '#domain/alert.ts'
import { recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { drawCourse, drawForecast } from './draw-course.ts'
import { mostly, nameOfAlert, readHolds } from './name-of-alert.ts'
import { beganOf, figuresOf, type Raised, raisedChange, type Standing } from './raise-alert.ts'
import { scopeKey } from './read-series.ts'
import { tellAlert } from './tell-alert.ts'

/**
 * What flares up where an alert was over a few hours ago is that alert once more: it stands again with its room and all that was written of it, and they are told.
 * Undefined where there is none, where its room was closed, or where it is about other searches: that is another event.
 */
export async function raiseAgain(
  tx: Tx,
  ctx: Context,
  { standing, ...raised }: Raised & { standing: readonly Standing[] },
): Promise<Standing | undefined> {
  const { one, alert, until, isDeaf, facts } = raised
  const here = scopeKey(one.scope)
  const before = standing.findLast(
    ({ row, scopes }) =>
      row.state === 'over' && scopes.some((scope) => scopeKey(scope) === here && isAgain(scope, until)),
  )
  if (!before || (await isAboutOthers(tx, before, raised))) return undefined
  const found = await figuresOf(tx, { one, spike: alert.spike, until, workspaceId: ctx.workspaceId })
  const { level, parts } = found.severity
  const isGrave = level >= graveFrom
  const overAt = before.row.endedAt ?? before.row.lastAt
  const [row] = await tx
    .update(alerts)
    .set({
      ...{ state: 'open', lastAt: until, endedAt: null, seen: found.seen, seenNow: found.seen, isDeaf },
      ...{ severity: level, worstSeverity: Math.max(level, before.row.worstSeverity), severityParts: parts },
      again: [...before.row.again, { overAt: overAt.toISOString(), at: until.toISOString() }],
      course: drawCourse({ stepped: one, until, beganAt: before.row.beganAt, before: before.row.course }),
      forecast: drawForecast(one, until),
      // Whoever looked at it then may have put it away, and that it was grave then calls nobody now.
      ...{ isGraveTold: isGrave, seenBy: null, seenAt: null },
    })
    .where(and(eq(alerts.id, before.row.id), eq(alerts.state, 'over'), isNotClosed(before.row.id)))
    .returning()
  if (!row) return undefined
  await recordChange(tx, ctx, 'alert.again', raisedChange(row, one))
  const name = await nameOfAlert(tx, { facts, scope: one.scope, from: beganOf(alert, until), until })
  await tellAlert(tx, ctx, { kind: isGrave ? 'alert_grave' : 'alert_again', name, place: row.id })
  before.row = row
  before.scopes = before.scopes.filter((scope) => scopeKey(scope) !== here)
  return before
}

/** Whether both are about certain searches, and none of them is the same. */
async function isAboutOthers(tx: Tx, before: Standing, { one, alert, until, facts }: Raised): Promise<boolean> {
  const { workspaceId } = facts
  const { beganAt, endedAt } = before.row
  const mostOf = async (from: Date, to: Date): Promise<string[]> => {
    const { topics, people } = await readHolds(tx, { workspaceId, scope: one.scope, from, until: to })
    return topics.flatMap((held) => (held.people >= mostly * people ? [held.id] : []))
  }
  const [then, now] = [await mostOf(beganAt, endedAt ?? until), await mostOf(beganOf(alert, until), until)]
  return then.length > 0 && now.length > 0 && !now.some((id) => then.includes(id))
}

/** Where a room was opened from it and closed, people said that it is behind them. */
function isNotClosed(alertId: string): SQL {
  return sql`not exists (select from ${incidents} where ${incidents.alertId} = ${alertId} and ${incidents.state} = 'closed')`
}
