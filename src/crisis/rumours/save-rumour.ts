import { and, eq, inArray } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { rumourMentions, rumours } from '#db/tables/rumours.ts'
import { rumourLimits } from '#domain/rumour.ts'
import type { RumourInput } from '#domain/rumour-input.ts'
import { assertTopicsHere } from '#mentions/assert-topics-here.ts'
import { assertMembersHere } from '#team/assert-here.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { assertRumourHere } from './assert-rumour-here.ts'

/** Something that is told about us. What was heard in the last thirty days is asked for it at once, and from now on whatever is heard. */
export async function addRumour(ctx: Context, input: RumourInput): Promise<string> {
  return change(ctx, 'rumour.write', async (tx) => {
    await assertThingsHere(tx, ctx, input)
    await assertRoom(tx, ctx)
    const id = newId()
    const now = ctx.app.clock.now()
    const written = { changedBy: memberOf(ctx).id, changedAt: now, createdAt: now }
    const { workspaceId } = ctx
    await tx.insert(rumours).values({ id, workspaceId, ...input, ...lookBack(now), ...written })
    return about(id)
  })
}

/**
 * Other marks or topics are looked for from thirty days back; what a person decided stays as it is.
 *
 * @throws AppError `taken` when a colleague changed it since the revision that its writer began from.
 */
export async function changeRumour(
  ctx: Context,
  { id, revision, ...input }: RumourInput & { id: string; revision: number },
): Promise<void> {
  await change(ctx, 'rumour.write', async (tx) => {
    const before = await assertRumourHere(tx, ctx, id)
    await assertThingsHere(tx, ctx, input)
    if (before.state === 'closed' && input.state === 'watched') await assertRoom(tx, ctx)
    const now = ctx.app.clock.now()
    const isFoundAnew = !isAlike(before.marks, input.marks) || !isAlike(before.topicIds, input.topicIds)
    const changed = await tx
      .update(rumours)
      .set({
        ...input,
        ...(isFoundAnew ? lookBack(now) : {}),
        revision: revision + 1,
        changedBy: memberOf(ctx).id,
        changedAt: now,
      })
      .where(and(eq(rumours.id, id), eq(rumours.revision, revision)))
      .returning({ id: rumours.id })
    if (changed.length === 0)
      throw new AppError('taken', {
        en: 'A colleague changed this rumour meanwhile. Look at it before you save yours.',
        nl: 'Een collega heeft dit gerucht intussen veranderd. Bekijk het voordat je het jouwe bewaart.',
      })
    if (isFoundAnew) await forgetFound(tx, id)
    return { ...about(id), result: undefined }
  })
}

async function forgetFound(tx: Tx, rumourId: string): Promise<void> {
  const { verdict, rumourId: of } = rumourMentions
  await tx.delete(rumourMentions).where(and(eq(of, rumourId), inArray(verdict, ['found', 'maybe'])))
}

/** With its answers, and where it was told. */
export async function removeRumour(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'rumour.remove', async (tx) => {
    await assertRumourHere(tx, ctx, id)
    await tx.delete(rumours).where(eq(rumours.id, id))
    return { ...about(id), result: undefined }
  })
}

function lookBack(now: Date): { lookFrom: Date; lookedTo: Date; lookedId: null } {
  const from = new Date(now.getTime() - rumourLimits.lookBackDays * day)
  return { lookFrom: from, lookedTo: from, lookedId: null }
}

const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Each message that is heard is asked for every one of them. */
async function assertRoom(tx: Tx, ctx: Context): Promise<void> {
  const watched = and(eq(rumours.workspaceId, ctx.workspaceId), eq(rumours.state, 'watched'))
  if ((await tx.$count(rumours, watched)) >= rumourLimits.watched)
    throw new AppError('too_many', {
      en: 'There are 50 rumours that we listen for. Close one first.',
      nl: 'We luisteren al naar 50 geruchten. Sluit er eerst een.',
    })
}

async function assertThingsHere(tx: Tx, ctx: Context, { ownerId, topicIds }: RumourInput): Promise<void> {
  await assertMembersHere(tx, ctx, ownerId === null ? [] : [ownerId])
  await assertTopicsHere(tx, ctx, topicIds)
}

function about(id: string): Changed<string> {
  return { result: id, subject: { kind: 'rumour', id }, events: [{ kind: 'rumour.changed' }] }
}
