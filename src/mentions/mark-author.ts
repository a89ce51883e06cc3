import { inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { authors } from '#db/tables/mentions.ts'
import type { AuthorMark } from '#domain/risk.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { groupOf, lockLinked, lockPeople } from './lock-people.ts'

/** Told in the same transaction: whoever weighs by it follows. */
export type AfterMark = (tx: Tx, authorId: string) => Promise<void>

/**
 * Somebody to answer with care, or a journalist. Said by a member; null takes it away. It is said of the person: whatever was said of a linked identity
 * gives way to it. Whom nothing was said of keeps nothing, so that an identity that was linked by mistake leaves without the mark of another.
 */
export async function markAuthor(
  ctx: Context,
  input: { id: string; mark: AuthorMark | null; after: AfterMark },
): Promise<void> {
  await change(ctx, 'author.mark', async (tx) => {
    await lockPeople(tx, ctx.workspaceId)
    const group = groupOf(await lockLinked(tx, ctx, [input.id]), input.id)
    const marked = group.filter(({ id, mark }) => id === input.id || mark !== null).map(({ id }) => id)
    await tx.update(authors).set({ mark: input.mark }).where(inArray(authors.id, marked))
    await input.after(tx, input.id)
    return {
      result: undefined,
      subject: { kind: 'author', id: input.id },
      details: { mark: input.mark },
      events: [
        { kind: 'conversation.changed', subjectId: input.id },
        { kind: 'person.changed', subjectId: input.id },
      ],
    }
  })
}
