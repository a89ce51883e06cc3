import { newId } from '#base/ids.ts'
import type { alertScopes, alerts } from '#db/tables/alerts.ts'

type Ids = Readonly<Record<string, string>>
type AlertRow = typeof alerts.$inferInsert

export const peakAsked = { name: 'Actieweek', startsAt: '2027-01-04T08:00:00Z', endsAt: '2027-01-08T18:00:00Z' }

const seen = {
  ...{ windowMinutes: 60, people: 12, expected: 1.5, all: 15, usualShare: 0.2, logChance: -7, logShareChance: -6 },
}

/** One that is open, about the whole. */
export function alertRow(workspaceId: string, now: Date): AlertRow & { id: string } {
  const times = { beganAt: now, raisedAt: now, lastAt: now, seenNow: seen }
  return { id: newId(), workspaceId, ...times, severity: 6, worstSeverity: 6, seen }
}

export function alertScopeRow({ id, workspaceId, raisedAt }: AlertRow): typeof alertScopes.$inferInsert {
  const spike = { windowMinutes: 60, count: 12, expected: 1.5, all: 15, logChance: -7, logShareChance: -6, logAll: -3 }
  const times = { beganAt: raisedAt, raisedAt, lastAt: raisedAt }
  return { alertId: id, workspaceId, kind: 'whole', subjectId: workspaceId, ...times, spike, worst: spike }
}

const of = ({ id = '' }: Ids) => ({ params: { id } })
const alert = { places: { id: 'alert' } } as const

/** Everybody sees them; who answers judges them; who leads says what is expected, and what wants to be told. */
export const alertWalls = {
  'GET /api/alerts': { least: 'observer' },
  'GET /api/alerts/{id}': { ...alert, least: 'observer', ask: of },
  'POST /api/alerts/{id}/seen': { ...alert, least: 'member', ask: (ids: Ids) => ({ ...of(ids), body: {} }) },
  'POST /api/alerts/{id}/false-alarm': {
    ...alert,
    least: 'member',
    ask: (ids: Ids) => ({ ...of(ids), body: { reason: 'expected', note: 'Actieweek' } }),
  },
  'GET /api/alert-settings': { least: 'observer' },
  'PATCH /api/alert-settings': { least: 'lead', ask: () => ({ body: { sensitivity: 'watchful' } }) },
  'GET /api/expected-peaks': { least: 'observer' },
  'POST /api/expected-peaks': {
    least: 'lead',
    places: { topicId: 'topic' },
    ask: ({ topicId }: Ids) => ({ body: { ...peakAsked, topicIds: [topicId] } }),
  },
  'DELETE /api/expected-peaks/{id}': { least: 'lead', places: { id: 'peak' }, ask: of },
} as const
