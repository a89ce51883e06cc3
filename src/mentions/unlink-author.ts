import { eq, inArray } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { authors, people } from '#db/tables/mentions.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { groupOf, type LinkedAuthor, lockLinked, lockPeople } from './lock-people.ts'
import type { AfterMark } from './mark-author.ts'

/** What was taken out, and one of those who stayed: linking the first to it again is the way back. */
export type Unlinked = { removed: string[]; restId: string; isDissolved: boolean }

/**
 * Takes these out of the person of `id`. Several stay linked to each other, as they were before two groups were joined; a person left with one
 * identity is none. @throws AppError `not_found`; `taken` when a colleague was there first; `bad_input` for all of them.
 */
export async function unlinkAuthor(
  ctx: Context,
  input: { id: string; ids: readonly string[]; after: AfterMark },
): Promise<Unlinked> {
  return change(ctx, 'author.unlink', async (tx) => {
    await lockPeople(tx, ctx.workspaceId)
    const group = groupOf(await lockLinked(tx, ctx, [input.id, ...input.ids]), input.id)
    const going = group.filter(({ id }) => input.ids.includes(id))
    if (going.length < new Set(input.ids).size)
      throw new AppError('taken', 'These are not linked to each other any more.')
    const staying = group.filter((row) => !going.includes(row))
    const rest = staying.find(({ id }) => id === input.id) ?? staying[0]
    if (!rest) throw new AppError('bad_input', 'Leave at least one account of this person.')
    await takeOut(tx, ctx, { going, staying })
    // Both sides are weighed without each other.
    await input.after(tx, rest.id)
    for (const { id } of going) await input.after(tx, id)
    const removed = going.map(({ id }) => id)
    return {
      result: { removed, restId: rest.id, isDissolved: staying.length === 1 },
      subject: { kind: 'author', id: input.id },
      details: { removed, was: going.map(({ id, linkedBy, linkedAt }) => ({ id, linkedBy, linkedAt })) },
      events: [rest.id, ...removed].map((subjectId) => ({ kind: 'person.changed' as const, subjectId })),
    }
  })
}

type Parts = { going: readonly LinkedAuthor[]; staying: readonly LinkedAuthor[] }

/** A person of theirs stays with who stay; those who go are one of their own, unless it is one alone. */
export async function takeOut(tx: Tx, ctx: Context, { going, staying }: Parts): Promise<void> {
  const personId = going[0]?.personId ?? null
  if (going.length > 1) {
    const own = newId()
    await tx.insert(people).values({ id: own, workspaceId: ctx.workspaceId, createdAt: ctx.app.clock.now() })
    await tx
      .update(authors)
      .set({ personId: own })
      .where(inArray(authors.id, idsOf(going)))
  } else await setAlone(tx, going)
  if (staying.length > 1) return
  await setAlone(tx, staying)
  if (personId) await tx.delete(people).where(eq(people.id, personId))
}

async function setAlone(tx: Tx, rows: readonly LinkedAuthor[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .update(authors)
    .set({ personId: null, linkedBy: null, linkedAt: null })
    .where(inArray(authors.id, idsOf(rows)))
}

function idsOf(rows: readonly LinkedAuthor[]): string[] {
  return rows.map(({ id }) => id)
}
