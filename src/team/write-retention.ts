import { eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { workspaces } from '#db/tables/team.ts'
import type { Retention } from '#domain/retention.ts'
import type { Context } from './context.ts'

/** How long is kept now, locked: two who decide it at once decide one after the other. */
export async function lockRetention(tx: Tx, ctx: Context): Promise<Retention & { name: string }> {
  const { name, unansweredDays, answeredDays } = workspaces
  const [row] = await tx
    .select({ name, unansweredDays, answeredDays })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId))
    .for('update')
  if (!row) throw new AppError('not_found', 'This workspace is not here any more.')
  return row
}

export async function writeRetention(tx: Tx, ctx: Context, retention: Retention): Promise<void> {
  await tx.update(workspaces).set(retention).where(eq(workspaces.id, ctx.workspaceId))
}
