import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { annotations } from '#db/tables/annotations.ts'
import { mayChangeAnnotation } from '#domain/annotation.ts'
import { type Context, memberOf } from '#team/context.ts'

/** Held until it is changed or gone. @throws AppError `not_found`; `not_allowed` for what somebody else noted. */
export async function lockAnnotation(tx: Tx, ctx: Context, id: string): Promise<typeof annotations.$inferSelect> {
  const isThis = and(eq(annotations.workspaceId, ctx.workspaceId), eq(annotations.id, id))
  const [row] = await tx.select().from(annotations).where(isThis).for('update')
  if (!row) throw new AppError('not_found', 'This note of what happened is not here any more.')
  if (!mayChangeAnnotation(row.madeBy, memberOf(ctx)))
    throw new AppError('not_allowed', 'A colleague noted this. They can change it, or somebody who leads.')
  return row
}
