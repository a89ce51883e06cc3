import { and, eq, inArray, isNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { departments, members } from '#db/tables/team.ts'
import type { Context } from './context.ts'

/**
 * A foreign key looks over the walls: it takes an id of another workspace and refuses one that is nowhere, which would tell
 * the two apart. So every id that comes with a question is looked for in here first.
 *
 * @throws AppError `not_found` for both.
 */
export async function assertDepartmentsHere(tx: Tx, ctx: Context, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const isHere = and(eq(departments.workspaceId, ctx.workspaceId), inArray(departments.id, wanted))
  if ((await tx.$count(departments, isHere)) === wanted.length) return
  throw new AppError('not_found', 'This department does not exist any more. Choose another.')
}

/** The same for members; who left is not here either. */
export async function assertMembersHere(tx: Tx, ctx: Context, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const isHere = and(eq(members.workspaceId, ctx.workspaceId), inArray(members.id, wanted), isNull(members.leftAt))
  if ((await tx.$count(members, isHere)) === wanted.length) return
  throw new AppError('not_found', 'This colleague is not here any more. Choose another.')
}
