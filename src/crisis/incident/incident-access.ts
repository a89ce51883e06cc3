import { and, eq, type SQL, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { isId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { incidents } from '#db/tables/crisis.ts'
import { numberOfIncidentKey } from '#domain/incident.ts'
import { isAtLeast } from '#domain/role.ts'
import { type Context, memberOf } from '#team/context.ts'

export type IncidentRow = typeof incidents.$inferSelect

/**
 * A private incident is there for those in it, for whoever leads it, for administrators and the coordinator, who must be able to give it to somebody
 * else at any hour. For the others it does not exist. `i` is the incident of the question.
 */
export function mayEnter(ctx: Context): SQL<boolean> {
  if (ctx.actor.kind === 'system') return sql`true`
  const { id, role } = memberOf(ctx)
  if (isAtLeast(role, 'admin')) return sql`true`
  return sql<boolean>`(not incidents.is_private or ${isIn(id)}
    or exists (select from workspaces w where w.id = incidents.workspace_id and w.coordinator_id = ${id}))`
}

/** In it, and more than an observer of it; in an open room that is every member who is not put there to observe. */
function mayWork(ctx: Context): SQL<boolean> {
  if (ctx.actor.kind === 'system') return sql`true`
  const { id, role } = memberOf(ctx)
  if (isAtLeast(role, 'admin')) return sql`true`
  return sql<boolean>`(coalesce(${id} in (incidents.lead_id, incidents.comms_id), false)
    or not exists (select from incident_people p where p.incident_id = incidents.id and p.member_id = ${id} and p.part = 'observer'))`
}

function isIn(memberId: string): SQL<boolean> {
  return sql<boolean>`(incidents.lead_id = ${memberId} or incidents.comms_id = ${memberId}
    or exists (select from incident_people p where p.incident_id = incidents.id and p.member_id = ${memberId}))`
}

/** By its id or its key. @throws AppError `not_found`, also for one that is not theirs to see. */
export async function incidentFor(tx: Tx, ctx: Context, idOrKey: string): Promise<IncidentRow> {
  return (await find(tx, ctx, idOrKey)).row
}

/** For reading, with whether the reader may do something. */
export async function incidentSeen(
  tx: Tx,
  ctx: Context,
  idOrKey: string,
): Promise<{ row: IncidentRow; mayWork: boolean }> {
  return find(tx, ctx, idOrKey)
}

/**
 * For changing: held until the change stands, so that two who act at once come one after the other.
 *
 * @throws AppError `not_found`; `not_allowed` for who only observes; `taken` once it is closed.
 */
export async function incidentToChange(tx: Tx, ctx: Context, id: string): Promise<IncidentRow> {
  const { row, mayWork: may } = await find(tx, ctx, id, sql`for no key update of incidents`)
  if (!may)
    throw new AppError('not_allowed', {
      en: 'You observe this incident. Ask its lead for a part in it.',
      nl: 'Je kijkt mee met dit incident. Vraag wie het leidt om mee te mogen werken.',
    })
  if (row.state === 'closed')
    throw new AppError('taken', {
      en: 'This incident is closed. Open it again first.',
      nl: 'Dit incident is gesloten. Heropen het eerst.',
    })
  return row
}

async function find(tx: Tx, ctx: Context, idOrKey: string, lock = sql``) {
  const number = numberOfIncidentKey(idOrKey)
  if (!number && !isId(idOrKey)) throw notHere()
  const is = number ? eq(incidents.number, number) : eq(incidents.id, idOrKey)
  const where = and(eq(incidents.workspaceId, ctx.workspaceId), is, mayEnter(ctx))
  if (lock.queryChunks.length > 0) await tx.execute(sql`select from incidents where ${where} ${lock}`)
  const [found] = await tx
    .select({ row: incidents, mayWork: mayWork(ctx) })
    .from(incidents)
    .where(where)
  if (!found) throw notHere()
  return found
}

function notHere(): AppError {
  return new AppError('not_found', 'This incident does not exist, or it is not yours to see.')
}
