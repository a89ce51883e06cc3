import type { Ask } from '#api/contract/contract.ts'
import type { Conversation } from '#api/contract/shapes.ts'
import { queries } from '#web/api.ts'
import type { Changed, Subject } from './run-plan.ts'

type DecisionRoute =
  | 'POST /api/conversations/{id}/finish'
  | 'POST /api/conversations/{id}/reopen'
  | 'POST /api/conversations/{id}/wait'
  | 'POST /api/conversations/{id}/claim'
  | 'POST /api/conversations/{id}/release'
  | 'POST /api/conversations/{id}/hand-over'
  | 'POST /api/conversations/{id}/noise'
type BodyOf<A> = A extends { body: infer B } ? B : never
/** One decision as it goes to the server: a value, so that it can wait in this browser when there is no connection. */
export type DecisionAsk = { [N in DecisionRoute]: { name: N; body: BodyOf<Ask<N>> } }[DecisionRoute]

/** Back to the state it had: open, waiting until then, or done. Whoever decides about what nobody had gets it; that goes back too. */
export function restore(row: Subject): DecisionAsk[] {
  return row.owner
    ? [restoreState(row)]
    : [restoreState(row), { name: 'POST /api/conversations/{id}/release', body: {} }]
}

/** What was taught goes back with it; then, where that is not enough, the state it had. */
export function unsayNoise(row: Subject): DecisionAsk[] {
  const unsay: DecisionAsk = { name: 'POST /api/conversations/{id}/noise', body: { said: 'taken_back' } }
  return row.state === 'open' || row.state === 'noise' ? [unsay] : [unsay, restoreState(row)]
}

function restoreState({ state, waitUntil, waitsFor }: Subject): DecisionAsk {
  const body = { waitsFor: waitsFor ?? 'time', until: waitUntil }
  if (state === 'waiting') return { name: 'POST /api/conversations/{id}/wait', body }
  if (state === 'done') return { name: 'POST /api/conversations/{id}/finish', body: { isUndo: true } }
  return { name: 'POST /api/conversations/{id}/reopen', body: { isUndo: true } }
}

/** To whoever had it before; to nobody when nobody had. */
export function giveBack(row: Subject, myId: string | undefined): DecisionAsk[] {
  if (!row.owner && !row.department) return [{ name: 'POST /api/conversations/{id}/release', body: {} }]
  if (row.owner && row.owner.id === myId)
    return [{ name: 'POST /api/conversations/{id}/claim', body: { takeOver: true } }]
  const body = { memberId: row.owner?.id ?? null, departmentId: row.department?.id ?? null, reason: '' }
  return [{ name: 'POST /api/conversations/{id}/hand-over', body }]
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
