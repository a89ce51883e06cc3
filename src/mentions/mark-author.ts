import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { authors } from '#db/tables/mentions.ts'
import type { AuthorMark } from '#domain/risk.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'

/** Told in the same transaction: whoever weighs by it follows. */
export type AfterMark = (tx: Tx, authorId: string) => Promise<void>

/** Somebody to answer with care, or a journalist. Said by a member; null takes it away. */
export async function markAuthor(
  ctx: Context,
  input: { id: string; mark: AuthorMark | null; after: AfterMark },
): Promise<void> {
  await change(ctx, 'author.mark', async (tx) => {
    const [marked] = await tx
      .update(authors)
      .set({ mark: input.mark })
      .where(and(eq(authors.workspaceId, ctx.workspaceId), eq(authors.id, input.id)))
      .returning({ id: authors.id })
    if (!marked) throw new AppError('not_found', 'This person is not here any more.')
    await input.after(tx, marked.id)
    return {
      result: undefined,
      subject: { kind: 'author', id: marked.id },
      details: { mark: input.mark },
      events: [{ kind: 'conversation.changed', subjectId: marked.id }],
    }
  })
}
