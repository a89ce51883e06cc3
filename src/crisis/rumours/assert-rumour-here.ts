import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { rumours } from '#db/tables/rumours.ts'
import type { Context } from '#team/context.ts'

/** @throws AppError `not_found`, for one of another workspace as for none. */
export async function assertRumourHere(tx: Tx, ctx: Context, id: string): Promise<typeof rumours.$inferSelect> {
  const [row] = await tx
    .select()
    .from(rumours)
    .where(and(eq(rumours.workspaceId, ctx.workspaceId), eq(rumours.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This rumour is not here any more.')
  return row
}
