import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { App } from '#app.ts'
import { conversations } from '#db/tables/inbox.ts'
import { pledges } from '#db/tables/promises.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { writeConversation } from './change-conversation.ts'
import { membersOfDepartment } from './tell-handed-over.ts'

const atOnceMax = 200

/**
 * What was pledged until now: its conversation is open again, and whoever has it is told, once; where nobody has it, who pledged and its
 * department. Told is a column, so that a restart neither forgets nor repeats it. Answers how many came due.
 */
export async function tellPledges(app: App): Promise<number> {
  const isDue = and(isNull(pledges.outcome), isNull(pledges.toldAt), lte(pledges.dueAt, app.clock.now()))
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ id: pledges.id, workspaceId: pledges.workspaceId })
      .from(pledges)
      .where(isDue)
      .orderBy(asc(pledges.dueAt))
      .limit(atOnceMax),
  )
  for (const { id, workspaceId } of due)
    await tellPledge({ app, workspaceId, actor: { kind: 'system', part: 'clock' } }, id)
  return due.length
}

async function tellPledge(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'pledge.due', async (tx) => {
    const nothing = { result: undefined, subject: { kind: 'pledge', id }, isSilent: true }
    const [found] = await tx.select({ of: pledges.conversationId }).from(pledges).where(eq(pledges.id, id))
    if (!found) return nothing
    // As everybody: first the conversation, then what hangs on it.
    const [row] = await tx.select().from(conversations).where(eq(conversations.id, found.of)).for('update')
    const [told] = await tx
      .update(pledges)
      .set({ toldAt: ctx.app.clock.now() })
      .where(and(eq(pledges.id, id), isNull(pledges.outcome), isNull(pledges.toldAt)))
      .returning()
    if (!row || !told) return nothing
    if (row.state === 'waiting' || row.state === 'done')
      await writeConversation(tx, row.id, { state: 'open', doneAt: null, waitUntil: null })
    const ofDepartment = row.departmentId === null ? [] : await membersOfDepartment(tx, row.departmentId)
    const memberIds = row.ownerId === null ? [told.madeBy ?? [], ofDepartment].flat() : [row.ownerId]
    await giveNotices(tx, ctx, { memberIds, conversationId: row.id, kind: 'pledge_due' })
    return {
      result: undefined,
      subject: { kind: 'pledge', id },
      conversationId: row.id,
      details: { dueAt: told.dueAt.toISOString() },
      events: [{ kind: 'conversation.changed', subjectId: row.id }],
    }
  })
}
