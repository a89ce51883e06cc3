import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { routings } from '#db/tables/routing.ts'
import { members } from '#db/tables/team.ts'
import type { RoutingFiring } from '#domain/routing.ts'
import { recordStays } from '#inbox/record-stay.ts'
import type { Standing } from './route-through.ts'

export type Placing = {
  before: Standing
  after: Standing
  firings: readonly RoutingFiring[]
  mentionId: string | null
}
type Writing = {
  workspaceId: string
  placings: readonly Placing[]
  at: Date
  runId: string | null
  /** What was just heard has counted its version up already. */
  counts: 0 | 1
}

/** Members whom a rule may give work now: who is here, not away, and may answer. */
export async function membersWhoCanTake(
  tx: Tx,
  { workspaceId, ids }: { workspaceId: string; ids: Iterable<string | null> },
): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Set()
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        inArray(members.id, wanted),
        isNull(members.leftAt),
        eq(members.isAway, false),
        ne(members.role, 'observer'),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** Writes where conversations stand now, and keeps with each what fired and how it stood before. They are locked by the caller. */
export async function writePlaces(tx: Tx, { workspaceId, placings, at, runId, counts }: Writing): Promise<void> {
  if (placings.length === 0) return
  const rows = placings.map(({ after }) => after)
  await tx.execute(sql`
    update conversations c
       set department_id = p."departmentId", owner_id = p."ownerId", urgency_from = p."urgencyFrom",
           urgency = greatest(c.urgency, p."urgencyFrom"), version = c.version + ${counts}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as p(id uuid, "departmentId" uuid, "ownerId" uuid, "urgencyFrom" smallint)
     where c.id = p.id and c.workspace_id = ${workspaceId}`)
  await recordMoves(tx, { workspaceId, placings, at })
  await tx.insert(routings).values(
    placings.map(({ before, after, firings, mentionId }) => ({
      id: newId(),
      workspaceId,
      conversationId: after.id,
      mentionId,
      runId,
      at,
      firings: [...firings],
      fromDepartmentId: before.departmentId,
      fromOwnerId: before.ownerId,
      fromUrgency: before.urgencyFrom,
      departmentId: after.departmentId,
      ownerId: after.ownerId,
      urgency: after.urgencyFrom,
    })),
  )
}

/** What the customer's wait is made of: where a conversation stood, and since when. */
async function recordMoves(
  tx: Tx,
  { workspaceId, placings, at }: Pick<Writing, 'workspaceId' | 'placings' | 'at'>,
): Promise<void> {
  const moved = placings.filter(({ before, after }) => before.departmentId !== after.departmentId)
  for (const [departmentId, those] of Map.groupBy(moved, ({ after }) => after.departmentId)) {
    const conversationIds = those.map(({ after }) => after.id)
    await recordStays(tx, { workspaceId, conversationIds, departmentId, at, by: null })
  }
}
