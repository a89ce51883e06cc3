import { and, eq, or } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { notSameAuthors } from '#db/tables/mentions.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { groupOf, lockLinked, lockPeople } from './lock-people.ts'

type Pair = { oneId: string; otherId: string }

/** What looks alike is not the same, says a member: it is not suggested again, to nobody. `isSaid` false takes that back. */
export async function sayNotSame(ctx: Context, input: { id: string; otherId: string; isSaid: boolean }): Promise<void> {
  await change(ctx, 'author.not_same', async (tx) => {
    await lockPeople(tx, ctx.workspaceId)
    const rows = await lockLinked(tx, ctx, [input.id, input.otherId])
    const pairs = groupOf(rows, input.id).flatMap((one) =>
      groupOf(rows, input.otherId).flatMap((other) => pairOf(one.id, other.id)),
    )
    if (input.isSaid) await keep(tx, ctx, pairs)
    else await forget(tx, pairs)
    return {
      result: undefined,
      subject: { kind: 'author', id: input.id },
      details: { otherId: input.otherId, isSaid: input.isSaid },
      events: [{ kind: 'person.changed', subjectId: input.id }],
    }
  })
}

function pairOf(a: string, b: string): Pair[] {
  if (a === b) return []
  return [a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a }]
}

async function keep(tx: Tx, ctx: Context, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  const said = { workspaceId: ctx.workspaceId, saidBy: memberOf(ctx).id, saidAt: ctx.app.clock.now() }
  await tx
    .insert(notSameAuthors)
    .values(pairs.map((pair) => ({ ...pair, ...said })))
    .onConflictDoNothing()
}

async function forget(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  await tx
    .delete(notSameAuthors)
    .where(
      or(
        ...pairs.map(({ oneId, otherId }) => and(eq(notSameAuthors.oneId, oneId), eq(notSameAuthors.otherId, otherId))),
      ),
    )
}
