import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { assistUses } from '#db/tables/assist.ts'
import { draftTasks } from '#domain/assist/assist-task.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** The writer took it into their draft: from then on it is their text, and the record knows that a model helped. Twice is once. */
export async function acceptSuggestion(ctx: Context, id: string): Promise<void> {
  const { id: memberId } = memberOf(ctx)
  await change(ctx, 'assist.use', async (tx) => {
    const [row] = await tx
      .update(assistUses)
      .set({ acceptedAt: sql`coalesce(${assistUses.acceptedAt}, ${ctx.app.clock.now().toISOString()}::timestamptz)` })
      .where(
        and(
          eq(assistUses.workspaceId, ctx.workspaceId),
          eq(assistUses.id, id),
          eq(assistUses.memberId, memberId),
          inArray(assistUses.task, [...draftTasks]),
          ne(assistUses.state, 'asked'),
          ne(assistUses.state, 'failed'),
        ),
      )
      .returning()
    if (!row) throw new AppError('not_found', 'This suggestion is not here any more.')
    return { result: undefined, subject: { kind: 'assist_use', id }, details: { task: row.task, model: row.model } }
  })
}

type Writing = { conversationId: string; memberId: string }

/** Asked in the transaction that writes an answer: what its writer took over since their last one ended in it. */
export async function tieToReply(
  tx: Tx,
  { conversationId, memberId, replyId }: Writing & { replyId: string },
): Promise<void> {
  await tx
    .update(assistUses)
    .set({ replyId })
    .where(and(isTaken({ conversationId, memberId }), or(isNull(assistUses.replyId), wasUndone)))
}

/** The draft was emptied: what was taken over went with it. */
export async function letGoOfSuggestions(tx: Tx, writing: Writing): Promise<void> {
  await tx
    .update(assistUses)
    .set({ acceptedAt: null })
    .where(and(isTaken(writing), isNull(assistUses.replyId)))
}

/** An answer that was taken back is a draft again, with all that is in it. */
const wasUndone = sql`exists (select from replies r where r.id = ${assistUses.replyId} and r.state = 'undone')`

function isTaken({ conversationId, memberId }: Writing) {
  return and(
    eq(assistUses.conversationId, conversationId),
    eq(assistUses.memberId, memberId),
    sql`${assistUses.acceptedAt} is not null`,
  )
}
