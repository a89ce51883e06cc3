import { and, eq, gt, gte, or, sql } from 'drizzle-orm'
import { day, hour } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { alertScopes, type alertSettings, alerts, expectedPeaks } from '#db/tables/alerts.ts'
import { sources } from '#db/tables/listen.ts'
import { topics } from '#db/tables/mentions.ts'
import { workspaces } from '#db/tables/team.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import { learnedHours } from './learn-usual.ts'
import type { Scope } from './read-series.ts'

export type AlertRow = typeof alerts.$inferSelect
export type ScopeRow = typeof alertScopes.$inferSelect
export type PeakRow = typeof expectedPeaks.$inferSelect
export type SettingsRow = typeof alertSettings.$inferSelect
export type Made = { name: string; hour: number }

/** What is known of a workspace besides what was said, and how it wants to be told. */
export type Facts = Known & { settings: SettingsRow }

export type Known = {
  workspaceId: string
  hours: OpeningHours | null
  /** The first hour of which anything is known. */
  sinceHour: number
  topics: ReadonlyMap<string, Made>
  sources: ReadonlyMap<string, Made>
  peaks: PeakRow[]
  /** Open ones, and those that were over within the time that is learned from. */
  alerts: { row: AlertRow; scopes: ScopeRow[] }[]
}

export async function readFacts(tx: Tx, { settings, now }: { settings: SettingsRow; now: Date }): Promise<Facts> {
  return { settings, ...(await readKnown(tx, { workspaceId: settings.workspaceId, now })) }
}

export async function readKnown(tx: Tx, { workspaceId, now }: { workspaceId: string; now: Date }): Promise<Known> {
  const oldest = new Date(now.getTime() - learnedHours * hour - day)
  const [workspace] = await tx
    .select({ hours: workspaces.openingHours })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
  const ours = await tx
    .select({ id: topics.id, name: topics.name, createdAt: topics.createdAt })
    .from(topics)
    .where(and(eq(topics.workspaceId, workspaceId), sql`${topics.purpose} <> 'market'`))
  const ears = await tx
    .select({ id: sources.id, name: sources.name, createdAt: sources.createdAt })
    .from(sources)
    .where(eq(sources.workspaceId, workspaceId))
  const peaks = await tx
    .select()
    .from(expectedPeaks)
    .where(and(eq(expectedPeaks.workspaceId, workspaceId), gte(expectedPeaks.endsAt, oldest)))
  const made = (rows: { id: string; name: string; createdAt: Date }[]) =>
    new Map(rows.map(({ id, name, createdAt }) => [id, { name, hour: hourOf(createdAt) }]))
  return {
    ...{ workspaceId, hours: workspace?.hours ?? null, peaks },
    ...{ topics: made(ours), sources: made(ears) },
    sinceHour: await firstHour(tx, { workspaceId, now }),
    alerts: await alertsSince(tx, { workspaceId, oldest }),
  }
}

/** By an index: when the first that is still here was heard. */
async function firstHour(tx: Tx, { workspaceId, now }: { workspaceId: string; now: Date }): Promise<number> {
  const { rows } = await tx.execute<{ at: string | null }>(
    sql`select min(heard_at) as at from mentions where workspace_id = ${workspaceId}`,
  )
  const first = rows[0]?.at
  return hourOf(first ? new Date(first) : now)
}

async function alertsSince(
  tx: Tx,
  { workspaceId, oldest }: { workspaceId: string; oldest: Date },
): Promise<Facts['alerts']> {
  const isNear = or(eq(alerts.state, 'open'), gt(alerts.endedAt, oldest))
  const rows = await tx
    .select({ row: alerts, scope: alertScopes })
    .from(alerts)
    .innerJoin(alertScopes, eq(alertScopes.alertId, alerts.id))
    .where(and(eq(alerts.workspaceId, workspaceId), isNear))
    .orderBy(alerts.raisedAt, alerts.id)
  return [...Map.groupBy(rows, ({ row }) => row.id).values()].flatMap((group) =>
    group[0] ? [{ row: group[0].row, scopes: group.map(({ scope }) => scope) }] : [],
  )
}

/** A peak of some searches is one of the whole too, and of whatever else they are part of; other searches know nothing of it. */
export function peaksOver(peaks: readonly PeakRow[], { scope, at }: { scope: Scope; at: Date }): PeakRow[] {
  const isOf = ({ topicIds }: PeakRow) =>
    scope.kind !== 'topic' || topicIds.length === 0 || topicIds.includes(scope.subjectId)
  return peaks.filter((peak) => at >= peak.startsAt && at < peak.endsAt && isOf(peak))
}

/** Hours of alerts and of entered peaks say nothing of what is usual; what a member called no alarm does. */
export function unusualIn({ alerts: told, peaks }: Pick<Facts, 'alerts' | 'peaks'>, now: Date) {
  const hours = new Set<number>()
  for (const { row, scopes } of told) {
    if (row.state === 'false_alarm') continue
    for (const { beganAt, raisedAt, endedAt } of scopes) {
      const back = Math.floor((raisedAt.getTime() - beganAt.getTime()) / hour)
      for (let at = hourBefore(raisedAt) - back; at <= hourBefore(endedAt ?? now); at += 1) hours.add(at)
    }
  }
  return (hourOfEpoch: number, scope: Scope): boolean => {
    if (hours.has(hourOfEpoch)) return true
    const [from, until] = [new Date(hourOfEpoch * hour), new Date((hourOfEpoch + 1) * hour - 1)]
    return [from, until].some((at) => peaksOver(peaks, { scope, at }).length > 0)
  }
}

const hourOf = (at: Date): number => Math.floor(at.getTime() / hour)
/** A look is about what came before it. */
const hourBefore = (at: Date): number => Math.floor((at.getTime() - 1) / hour)
