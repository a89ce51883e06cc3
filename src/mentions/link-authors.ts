import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { authors, people } from '#db/tables/mentions.ts'
import { accounts } from '#db/tables/reply.ts'
import { identitiesMax } from '#domain/known-as.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { groupOf, type LinkedAuthor, lockLinked, lockPeople } from './lock-people.ts'
import type { AfterMark } from './mark-author.ts'

/** Who came to the person of `id`: taking exactly these out again is the way back. `count` is how many identities they have now. */
export type Linked = { joined: string[]; count: number }

/**
 * One person under two names, as a member says. Where either is linked already, all of both are one person from now on. Who linked an
 * identity to the group it came from stays with it, so that the groups can be taken apart as they were.
 */
export async function linkAuthors(
  ctx: Context,
  input: { id: string; otherId: string; after: AfterMark },
): Promise<Linked> {
  if (input.id === input.otherId) throw new AppError('bad_input', 'This is the same account already.')
  return change(ctx, 'author.link', async (tx) => {
    await lockPeople(tx, ctx.workspaceId)
    const rows = await lockLinked(tx, ctx, [input.id, input.otherId])
    const subject = { kind: 'author', id: input.id }
    const here = groupOf(rows, input.id)
    if (here.some(({ id }) => id === input.otherId))
      return { result: { joined: [], count: here.length }, subject, isSilent: true }
    const coming = groupOf(rows, input.otherId)
    assertFits(here.length + coming.length)
    await assertTheirs(tx, rows)
    await joinTo(tx, ctx, { here, coming })
    await input.after(tx, input.id)
    const joined = coming.map(({ id }) => id)
    return {
      result: { joined, count: rows.length },
      subject,
      details: { otherId: input.otherId, joined, count: rows.length },
      events: [{ kind: 'person.changed', subjectId: input.id }],
    }
  })
}

function assertFits(count: number): void {
  if (count > identitiesMax)
    throw new AppError('bad_input', 'One person can be known as at most 20 accounts. Unlink one first.')
}

/** What our own accounts say is said by us: nobody else is that person. */
async function assertTheirs(tx: Tx, rows: readonly LinkedAuthor[]): Promise<void> {
  const isOneOf = or(
    ...rows.map(({ network, nativeId }) => and(eq(accounts.network, network), eq(accounts.nativeId, nativeId))),
  )
  const workspaceId = rows[0]?.workspaceId ?? ''
  if ((await tx.$count(accounts, and(eq(accounts.workspaceId, workspaceId), isOneOf))) > 0)
    throw new AppError('bad_input', 'This is one of your own accounts. It is not linked to a person.')
}

async function joinTo(
  tx: Tx,
  ctx: Context,
  { here, coming }: { here: readonly LinkedAuthor[]; coming: readonly LinkedAuthor[] },
): Promise<void> {
  const now = ctx.app.clock.now()
  const kept = here[0]?.personId ?? coming[0]?.personId ?? null
  const personId = kept ?? newId()
  if (!kept) await tx.insert(people).values({ id: personId, workspaceId: ctx.workspaceId, createdAt: now })
  const ids = [...here, ...coming].map(({ id }) => id)
  const isNew = and(inArray(authors.id, ids), isNull(authors.personId))
  await tx
    .update(authors)
    .set({ linkedBy: memberOf(ctx).id, linkedAt: now })
    .where(isNew)
  await tx.update(authors).set({ personId }).where(inArray(authors.id, ids))
  const left = coming[0]?.personId ?? null
  if (left && left !== personId) await tx.delete(people).where(eq(people.id, left))
}
