import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { authors } from '#db/tables/mentions.ts'
import type { Context } from '#team/context.ts'

export type LinkedAuthor = typeof authors.$inferSelect

/**
 * Until the transaction ends nobody else links, unlinks or erases in this workspace: who belongs to whom is read and then locked, and another
 * could have joined in between. By hand and seldom, so nobody waits long. Taken before any conversation or author is locked.
 */
export async function lockPeople(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`wederhoor people ${workspaceId}`}, 0))`)
}

/** These and everybody linked to them, locked in the order in which authors are locked. Asked under `lockPeople`. @throws AppError `not_found` */
export async function lockLinked(tx: Tx, ctx: Context, ids: readonly string[]): Promise<LinkedAuthor[]> {
  const isHere = eq(authors.workspaceId, ctx.workspaceId)
  const asked = inArray(authors.id, [...ids])
  const persons = tx.select({ id: authors.personId }).from(authors).where(and(isHere, asked))
  const rows = await tx
    .select()
    .from(authors)
    .where(and(isHere, or(asked, inArray(authors.personId, persons))))
    .orderBy(asc(authors.id))
    .for('update')
  if (ids.some((id) => !rows.some((row) => row.id === id && !isErased(row))))
    throw new AppError('not_found', 'This person is not here any more.')
  return rows
}

/** Somebody and who is linked to them, out of rows that hold all of these. */
export function groupOf(rows: readonly LinkedAuthor[], id: string): LinkedAuthor[] {
  const personId = rows.find((row) => row.id === id)?.personId ?? null
  return rows.filter((row) => row.id === id || (personId !== null && row.personId === personId))
}

/** An erased author is a row without a name, for messages of which only the moments are left. */
function isErased({ nativeId, id }: LinkedAuthor): boolean {
  return nativeId === `erased:${id}`
}
