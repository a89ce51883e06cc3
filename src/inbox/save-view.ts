import { and, asc, eq, or } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { savedViews } from '#db/tables/inbox.ts'
import { type SavedAsk, savedCountMost, savedViewsMax } from '#domain/saved-view.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { countPage } from './read-page.ts'

export type SavedViewRow = typeof savedViews.$inferSelect
export type SavedView = SavedViewRow & { isMine: boolean }
type Saving = { name: string; isShared: boolean; ask: SavedAsk }

/** Those of this member, and those that are for everybody, the oldest first. */
export async function readSavedViews(ctx: Context): Promise<SavedView[]> {
  const member = memberOf(ctx)
  const rows = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(savedViews).where(isSeenBy(ctx)).orderBy(asc(savedViews.createdAt), asc(savedViews.id)),
  )
  return rows.map((row) => ({ ...row, isMine: row.memberId === member.id }))
}

/** How many each has, by id; one more than `savedCountMost` says that there are more. */
export async function countSavedViews(ctx: Context): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { id, ask } of await readSavedViews(ctx)) counts[id] = await countPage(ctx, ask, savedCountMost)
  return counts
}

export async function saveView(ctx: Context, input: Saving): Promise<SavedView> {
  return change(ctx, 'view.save', async (tx) => {
    const here = eq(savedViews.workspaceId, ctx.workspaceId)
    if ((await tx.$count(savedViews, and(here, isSeenBy(ctx)))) >= savedViewsMax)
      throw new AppError('bad_input', 'There are as many saved views as anybody can oversee. Remove one first.')
    const memberId = memberOf(ctx).id
    const [row] = await tx
      .insert(savedViews)
      .values({ id: newId(), workspaceId: ctx.workspaceId, memberId, createdAt: ctx.app.clock.now(), ...input })
      .returning()
    const saved = present(row, 'what was saved comes back')
    return { ...about(saved), result: { ...saved, isMine: true } }
  })
}

/** Name, for whom, and what it asks. What is for everybody is everybody’s to change; the audit says who did. */
export async function changeView(ctx: Context, { id, ...input }: Partial<Saving> & { id: string }): Promise<SavedView> {
  return change(ctx, 'view.save', async (tx) => {
    const { name } = await lockSeen(tx, ctx, id)
    const [row] = await tx
      .update(savedViews)
      .set({ name, ...input })
      .where(eq(savedViews.id, id))
      .returning()
    const saved = present(row, 'what was changed comes back')
    return { ...about(saved), result: { ...saved, isMine: saved.memberId === memberOf(ctx).id } }
  })
}

export async function removeView(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'view.remove', async (tx) => {
    const row = await lockSeen(tx, ctx, id)
    await tx.delete(savedViews).where(eq(savedViews.id, id))
    return { ...about(row), result: undefined }
  })
}

function about(row: SavedViewRow) {
  return { subject: { kind: 'view', id: row.id }, events: [{ kind: 'view.changed' as const }] }
}

function isSeenBy(ctx: Context) {
  const isTheirs = or(eq(savedViews.isShared, true), eq(savedViews.memberId, memberOf(ctx).id))
  return and(eq(savedViews.workspaceId, ctx.workspaceId), isTheirs)
}

/** @throws AppError `not_found` for what one does not see. */
async function lockSeen(tx: Tx, ctx: Context, id: string): Promise<SavedViewRow> {
  const [row] = await tx
    .select()
    .from(savedViews)
    .where(and(isSeenBy(ctx), eq(savedViews.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This view is not here any more.')
  return row
}
