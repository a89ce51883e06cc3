import { and, eq, isNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { incidentTasks } from '#db/tables/crisis.ts'
import { assertMembersHere } from '#team/assert-here.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { incidentToChange } from './incident-access.ts'

/** Done, or not after all; or somebody else's. What stands as asked already changes nothing. */
export async function changeTask(
  ctx: Context,
  { id, isDone, assigneeId }: { id: string; isDone?: boolean; assigneeId?: string | null },
): Promise<void> {
  await change(ctx, 'incident.change_task', async (tx) => {
    const task = await taskToChange(tx, ctx, id)
    await assertMembersHere(tx, ctx, assigneeId ? [assigneeId] : [])
    const isTicked = isDone !== undefined && isDone !== (task.doneAt !== null)
    const isGiven = assigneeId !== undefined && assigneeId !== task.assigneeId
    const done = isDone ? { doneBy: memberOf(ctx).id, doneAt: ctx.app.clock.now() } : { doneBy: null, doneAt: null }
    if (isTicked || isGiven)
      await tx
        .update(incidentTasks)
        .set({ ...(isTicked ? done : {}), ...(isGiven ? { assigneeId } : {}) })
        .where(eq(incidentTasks.id, task.id))
    return {
      result: undefined,
      subject: { kind: 'incident', id: task.incidentId },
      details: { taskId: task.id, ...(isTicked ? { isDone } : {}), ...(isGiven ? { assigneeId } : {}) },
      events: [{ kind: 'incident.changed' }],
      isSilent: !isTicked && !isGiven,
    }
  })
}

/** Off the list. The timeline still tells what it was. */
export async function removeTask(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'incident.remove_task', async (tx) => {
    const task = await taskToChange(tx, ctx, id)
    await tx.update(incidentTasks).set({ removedAt: ctx.app.clock.now() }).where(eq(incidentTasks.id, task.id))
    return {
      result: undefined,
      subject: { kind: 'incident', id: task.incidentId },
      details: { taskId: task.id },
      events: [{ kind: 'incident.changed' }],
    }
  })
}

async function taskToChange(tx: Tx, ctx: Context, id: string): Promise<typeof incidentTasks.$inferSelect> {
  const isOnList = isNull(incidentTasks.removedAt)
  const isIt = and(eq(incidentTasks.workspaceId, ctx.workspaceId), eq(incidentTasks.id, id), isOnList)
  const [task] = await tx.select().from(incidentTasks).where(isIt)
  const gone = new AppError('not_found', 'This task is not here any more.')
  if (!task) throw gone
  await incidentToChange(tx, ctx, task.incidentId)
  // Once more, now that nobody else changes the room.
  const [held] = await tx.select().from(incidentTasks).where(isIt)
  if (!held) throw gone
  return held
}
