import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { stays } from '#db/tables/inbox.ts'

/** What is taken back within this time was never there. */
const takenBackMs = 2 * minute

type Moving = {
  workspaceId: string
  conversationIds: readonly string[]
  departmentId: string | null
  at: Date
  /** Null when the program places it. */
  by: string | null
}

/** From now on these stand at this department. Inside the transaction that moves them; where one stood there already nothing changes. */
export async function recordStays(
  tx: Tx,
  { workspaceId, conversationIds, departmentId, at, by }: Moving,
): Promise<void> {
  if (conversationIds.length === 0) return
  const ids = [...conversationIds]
  const last = await tx
    .select()
    .from(stays)
    .where(and(inArray(stays.conversationId, ids), isNull(stays.untilAt)))
  const moved = ids.filter(
    (id) => (last.find((one) => one.conversationId === id)?.departmentId ?? null) !== departmentId,
  )
  const left = last.filter((one) => moved.includes(one.conversationId))
  const back = new Set<string>()
  for (const stay of left) if (await isTakenBack(tx, stay, { departmentId, at, by })) back.add(stay.conversationId)
  const ended = left.filter((one) => !back.has(one.conversationId)).map((one) => one.id)
  if (ended.length > 0) await tx.update(stays).set({ untilAt: at }).where(inArray(stays.id, ended))
  const begun = departmentId === null ? [] : moved.filter((id) => !back.has(id))
  if (begun.length > 0)
    await tx
      .insert(stays)
      .values(
        begun.map((conversationId) => ({ id: newId(), workspaceId, conversationId, departmentId, fromAt: at, by })),
      )
}

type StayRow = typeof stays.$inferSelect

/** Whoever moved it moves it back at once: the stay before goes on as if nothing had been. */
async function isTakenBack(tx: Tx, stay: StayRow, to: Pick<Moving, 'departmentId' | 'at' | 'by'>): Promise<boolean> {
  if (!to.by || stay.by !== to.by || to.at.getTime() - stay.fromAt.getTime() > takenBackMs) return false
  const [before] = await tx
    .select()
    .from(stays)
    .where(and(eq(stays.conversationId, stay.conversationId), eq(stays.untilAt, stay.fromAt)))
    .orderBy(desc(stays.fromAt))
    .limit(1)
  if ((before?.departmentId ?? null) !== to.departmentId) return false
  await tx.delete(stays).where(eq(stays.id, stay.id))
  if (before) await tx.update(stays).set({ untilAt: null }).where(eq(stays.id, before.id))
  return true
}
