import type { Conversation } from '#api/contract/shapes.ts'
import { ask, queries } from '#web/api.ts'
import type { Changed, Subject } from './run-plan.ts'

/** Back to the state it had: open, waiting until then, or done. Whoever decides about what nobody had gets it; that goes back too. */
export async function restore(row: Subject): Promise<Changed> {
  const restored = await restoreState(row)
  return row.owner ? restored : ask('POST /api/conversations/{id}/release', { params: { id: row.id }, body: {} })
}

function restoreState(row: Subject): Promise<Changed> {
  if (row.state === 'waiting' && row.waitUntil) return askWait(row.id, row.waitUntil)
  if (row.state === 'done') return ask('POST /api/conversations/{id}/finish', { params: { id: row.id }, body: {} })
  return ask('POST /api/conversations/{id}/reopen', { params: { id: row.id }, body: {} })
}

export function askWait(id: string, until: string): Promise<Changed> {
  return ask('POST /api/conversations/{id}/wait', { params: { id }, body: { until } })
}

/** To whoever had it before; to nobody when nobody had. */
export function giveBack(row: Subject, myId: string | undefined): Promise<Changed> {
  const params = { id: row.id }
  if (!row.owner && !row.department) return ask('POST /api/conversations/{id}/release', { params, body: {} })
  if (row.owner && row.owner.id === myId)
    return ask('POST /api/conversations/{id}/claim', { params, body: { takeOver: true } })
  const body = { memberId: row.owner?.id ?? null, departmentId: row.department?.id ?? null, reason: '' }
  return ask('POST /api/conversations/{id}/hand-over', { params, body })
}

const ours = new Map<string, number>()
const underWay = new Map<string, Promise<unknown>>()

/**
 * One after the other for one conversation: a quick hand presses the next key before the answer to the last one is here, and a
 * decision must build on the version that ours before it made.
 */
export function inTurn(id: string, act: () => Promise<Changed>): Promise<Changed> {
  const before = underWay.get(id) ?? Promise.resolve()
  const turn = before.then(act, act).then((changed) => {
    ours.set(changed.id, changed.version)
    return changed
  })
  underWay.set(id, turn)
  const end = () => void (underWay.get(id) === turn && underWay.delete(id))
  turn.then(end, end)
  return turn
}

/** The version of the card, or of the open conversation where that was read later, or the one that a decision of ours made. */
export function newestVersion(row: Pick<Subject, 'id' | 'version'>): number {
  const known = queries.getQueriesData<Conversation>({ queryKey: ['GET /api/conversations/{id}'] })
  const read = known.flatMap(([, one]) => (one?.id === row.id ? [one.version] : []))
  return Math.max(row.version, ours.get(row.id) ?? 0, ...read)
}
