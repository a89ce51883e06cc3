import { and, eq, isNull, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { incidentTasks } from '#db/tables/crisis.ts'
import { incidentLimits } from '#domain/incident.ts'
import { assertMembersHere } from '#team/assert-here.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { incidentToChange } from './incident-access.ts'

/** One more thing to do, at the end of the list. */
export async function addTask(
  ctx: Context,
  { id, title, assigneeId }: { id: string; title: string; assigneeId: string | null },
): Promise<string> {
  return change(ctx, 'incident.add_task', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    await assertMembersHere(tx, ctx, assigneeId ? [assigneeId] : [])
    const onList = and(eq(incidentTasks.incidentId, row.id), isNull(incidentTasks.removedAt))
    if ((await tx.$count(incidentTasks, onList)) >= incidentLimits.tasks)
      throw new AppError('bad_input', {
        en: 'There are 100 tasks. Remove one first.',
        nl: 'Er staan al 100 taken. Haal er eerst een weg.',
      })
    const taskId = newId()
    await tx.insert(incidentTasks).values({
      ...{ id: taskId, workspaceId: ctx.workspaceId, incidentId: row.id, title, assigneeId },
      position: sql`(select coalesce(max(position), -1) + 1 from incident_tasks where incident_id = ${row.id})`,
      ...{ addedBy: memberOf(ctx).id, addedAt: ctx.app.clock.now() },
    })
    return {
      result: taskId,
      subject: { kind: 'incident', id: row.id },
      details: { taskId, ...(assigneeId ? { assigneeId } : {}) },
      events: [{ kind: 'incident.changed' }],
    }
  })
}
