import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { routings } from '#db/tables/routing.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { weighConversations } from '#inbox/weigh-conversations.ts'
import type { Context } from '#team/context.ts'
import { type Advanced, holdRun, type RunRow } from './advance-run.ts'
import { isElsewhere, type Standing } from './route-through.ts'
import { membersWhoCanTake, type Placing, writePlaces } from './write-places.ts'

const batchMax = 200

/** Puts the next conversations of a run back to where they stood; what was moved since, or taken up by a person, stays. */
export async function advanceUndo(tx: Tx, ctx: Context, run: RunRow): Promise<Advanced | undefined> {
  const { workspaceId } = ctx
  await lockStories(tx, workspaceId)
  if (!(await holdRun(tx, run))) return undefined
  const ofRun = and(eq(routings.workspaceId, workspaceId), eq(routings.runId, run.undoes ?? run.id))
  const isLeft = and(ofRun, isNull(routings.takenBackAt))
  const ofCount = run.ofCount > 0 ? run.ofCount : await tx.$count(routings, isLeft)
  const rows = await tx.select().from(routings).where(isLeft).orderBy(asc(routings.id)).limit(batchMax)
  const placings = await placingsOf(tx, ctx, rows)
  const now = ctx.app.clock.now()
  await writePlaces(tx, { workspaceId, placings, at: now, runId: run.id, counts: 1 })
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await tx.update(routings).set({ takenBackAt: now }).where(inArray(routings.id, ids))
  const movedIds = placings.map(({ after }) => after.id)
  await weighConversations(tx, { workspaceId, ids: movedIds, now })
  const progress = {
    ofCount,
    triedCount: run.triedCount + rows.length,
    movedCount: run.movedCount + movedIds.length,
    byHandCount: run.byHandCount + rows.length - movedIds.length,
  }
  return { progress, isDone: rows.length < batchMax, movedIds, batchMax }
}

async function placingsOf(
  tx: Tx,
  { workspaceId }: Context,
  rows: readonly (typeof routings.$inferSelect)[],
): Promise<Placing[]> {
  if (rows.length === 0) return []
  const held = await tx
    .select()
    .from(conversations)
    .where(
      inArray(
        conversations.id,
        rows.map((row) => row.conversationId),
      ),
    )
    .orderBy(asc(conversations.id))
    .for('update')
  const nowOf = new Map(held.map((row) => [row.id, row]))
  const canTake = await membersWhoCanTake(tx, { workspaceId, ids: rows.map((row) => row.fromOwnerId) })
  return rows.flatMap((row) => {
    const now = nowOf.get(row.conversationId)
    if (!now || now.isPlacedByHand) return []
    const before: Standing = {
      id: now.id,
      departmentId: now.departmentId,
      ownerId: now.ownerId,
      urgencyFrom: now.urgencyFrom,
    }
    const left = { ...before, departmentId: row.departmentId, ownerId: row.ownerId, urgencyFrom: row.urgency }
    if (isElsewhere(before, left)) return []
    const ownerId = row.fromOwnerId !== null && canTake.has(row.fromOwnerId) ? row.fromOwnerId : null
    const after = { id: now.id, departmentId: row.fromDepartmentId, ownerId, urgencyFrom: row.fromUrgency }
    return [{ before, after, firings: [], mentionId: null }]
  })
}
