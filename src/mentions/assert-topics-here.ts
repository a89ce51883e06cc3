import { and, eq, inArray } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { topics } from '#db/tables/mentions.ts'
import type { Context } from '#team/context.ts'

/**
 * A foreign key looks over the walls, and a list of ids has none: so every search that comes with a question is looked for in here first.
 *
 * @throws AppError `not_found`, for one of another workspace as for none.
 */
export async function assertTopicsHere(tx: Tx, ctx: Context, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const isHere = and(eq(topics.workspaceId, ctx.workspaceId), inArray(topics.id, wanted))
  if ((await tx.$count(topics, isHere)) === wanted.length) return
  throw new AppError('not_found', 'This search does not exist any more. Choose another.')
}
