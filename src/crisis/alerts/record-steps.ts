import { and, eq } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { alertScopes, alerts } from '#db/tables/alerts.ts'
import { alertScopeKinds, graveFrom } from '#domain/alert.ts'
import { recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { tellEvents } from '#team/tell-events.ts'
import { drawCourse, drawForecast } from './draw-course.ts'
import { nameOfAlert } from './name-of-alert.ts'
import { raiseAgain } from './raise-again.ts'
import { addScope, beganOf, figuresOf, type Look, type Raised, raiseAlert, type Standing } from './raise-alert.ts'
import type { ScopeRow } from './read-facts.ts'
import { readPeople } from './read-series.ts'
import type { Stepped } from './step-scopes.ts'
import { tellAlert } from './tell-alert.ts'

/** From this share of people on, what is unusual in two places is one event. */
const samePeople = 0.5

/** What a look found becomes what stands: one event is one alert, whatever places it shows in. */
export async function recordSteps(
  tx: Tx,
  ctx: Context,
  { stepped, ...look }: Look & { stepped: readonly Stepped[] },
): Promise<void> {
  const standing = look.facts.alerts.map(({ row, scopes }) => ({ row, scopes: [...scopes] }))
  for (const one of stepped) if (one.row) await goOn(tx, { one, ...look, standing })
  const touched = new Set<string>()
  // The widest first: what explains the most gives the alert, and narrower places with the same people are part of it.
  for (const one of stepped) {
    if (one.step.kind !== 'raised') continue
    const { alert } = one.step
    const same = await sameEvent(tx, { one, alert, standing, ...look })
    if (same === 'told') continue
    const raised = { one, alert, ...look }
    const again = same ?? (await raiseAgain(tx, ctx, { ...raised, standing }))
    const into = again ?? (await raiseAlert(tx, ctx, raised))
    if (!again) standing.push(into)
    if (!same) touched.add(into.row.id)
    into.scopes.push(await addScope(tx, { row: into.row, one, alert }))
  }
  for (const one of standing)
    if (one.row.state === 'open') await settle(tx, ctx, { one, stepped, isNew: touched.has(one.row.id), ...look })
}

/** An alert that stands in one place: it goes on there, or is over there. */
async function goOn(
  tx: Tx,
  { one, until, isDeaf, standing }: Look & { one: Stepped; standing: Standing[] },
): Promise<void> {
  const { row, step } = one
  if (!row || step.kind === 'quiet') return
  const isOver = step.kind === 'over' && !isDeaf
  const { lastAt, spike, worst } = step.alert
  const set = { lastAt, spike, worst, endedAt: isOver ? until : null }
  await tx
    .update(alertScopes)
    .set(set)
    .where(
      and(
        eq(alertScopes.alertId, row.alertId),
        eq(alertScopes.kind, row.kind),
        eq(alertScopes.subjectId, row.subjectId),
      ),
    )
  for (const { scopes } of standing)
    for (const [at, scope] of scopes.entries()) if (scope === row) scopes[at] = { ...row, ...set }
}

/**
 * The alert that the same people made already. `told`: it is over, and was told within the day.
 */
async function sameEvent(
  tx: Tx,
  { one, alert, standing, facts, until }: Raised & { standing: readonly Standing[] },
): Promise<Standing | 'told' | undefined> {
  const { workspaceId } = facts
  const near = standing.filter(
    ({ row }) => row.state === 'open' || (row.endedAt && until.getTime() - row.endedAt.getTime() < day),
  )
  if (near.length === 0) return undefined
  const people = await readPeople(tx, { workspaceId, scope: one.scope, from: beganOf(alert, until), until })
  let best: { standing: Standing; share: number } | undefined
  for (const other of near) {
    const scope = mainOf(other.scopes)
    if (!scope) continue
    const theirs = await readPeople(tx, {
      workspaceId,
      scope,
      from: other.row.beganAt,
      until: other.row.endedAt ?? until,
    })
    const share = people.intersection(theirs).size / Math.max(1, Math.min(people.size, theirs.size))
    if (share >= samePeople && share > (best?.share ?? 0)) best = { standing: other, share }
  }
  if (!best) return undefined
  return best.standing.row.state === 'open' ? best.standing : 'told'
}

/** The widest place in which it still is unusual; of an alert that is over, the widest. */
export function mainOf(scopes: readonly ScopeRow[]): ScopeRow | undefined {
  const rank = ({ endedAt, kind }: ScopeRow) => (endedAt ? alertScopeKinds.length : 0) + alertScopeKinds.indexOf(kind)
  return scopes.toSorted((one, other) => rank(one) - rank(other))[0]
}

type Settled = Look & { one: Standing; stepped: readonly Stepped[]; isNew: boolean }

/** The row of an alert as its places say, after all of them were looked at. */
async function settle(tx: Tx, ctx: Context, { one, stepped, isNew, until, isDeaf, facts }: Settled): Promise<void> {
  const { row, scopes } = one
  const main = mainOf(scopes)
  if (isNew || !main) return
  const about = { kind: 'alert', id: row.id }
  if (scopes.every(({ endedAt }) => endedAt)) {
    await tx
      .update(alerts)
      .set({ state: 'over', endedAt: until, lastAt: latest(scopes), seenNow: null, forecast: [], isDeaf: false })
      .where(and(eq(alerts.id, row.id), eq(alerts.state, 'open')))
    await recordChange(tx, ctx, 'alert.end', { result: undefined, subject: about, events: [{ kind: 'alert.changed' }] })
    return
  }
  const found = stepped.find(({ scope }) => scope.kind === main.kind && scope.subjectId === main.subjectId)
  if (!found) return
  const isStill = main.lastAt.getTime() === until.getTime()
  const now = isStill
    ? await figuresOf(tx, { one: found, spike: main.spike, until, workspaceId: row.workspaceId })
    : undefined
  const severity = now?.severity.level ?? row.severity
  const isGraver = severity >= graveFrom && !row.isGraveTold
  const beganAt = new Date(Math.min(...scopes.map((scope) => scope.beganAt.getTime())))
  await tx
    .update(alerts)
    .set({
      ...{ beganAt, lastAt: latest(scopes), severity, worstSeverity: Math.max(severity, row.worstSeverity) },
      seen: now && now.seen.logChance < row.seen.logChance ? now.seen : row.seen,
      ...{ seenNow: now?.seen ?? null, severityParts: now?.severity.parts ?? row.severityParts },
      course: drawCourse({ stepped: found, until, beganAt, before: row.course }),
      forecast: drawForecast(found, until),
      isDeaf: isDeaf && !isStill,
      isGraveTold: row.isGraveTold || isGraver,
    })
    .where(and(eq(alerts.id, row.id), eq(alerts.state, 'open')))
  await tellEvents(tx, row.workspaceId, [{ kind: 'alert.changed', subjectId: row.id, conversationId: null }])
  if (!isGraver) return
  const name = await nameOfAlert(tx, { facts, scope: main, from: beganAt, until })
  await tellAlert(tx, ctx, { kind: 'alert_grave', name, place: row.id })
}

const latest = (scopes: readonly ScopeRow[]): Date =>
  new Date(Math.max(...scopes.map(({ lastAt }) => lastAt.getTime())))
