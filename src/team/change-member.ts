import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { departmentMembers, members } from '#db/tables/team.ts'
import { isAtLeast, type Role } from '#domain/member.ts'
import { assertDepartmentsHere } from './assert-here.ts'
import { change } from './change.ts'
import { type Context, memberOf } from './context.ts'

/** Role and departments of a member. There is always an owner left, and nobody rises above who lifts them. */
export async function changeMember(
  ctx: Context,
  input: { id: string; role?: Role; departmentIds?: readonly string[]; isAway?: boolean },
): Promise<void> {
  const by = memberOf(ctx)
  await change(ctx, 'member.change', async (tx) => {
    const now = await memberIn(tx, ctx, input.id)
    if (input.role && input.role !== now.role) {
      if (!isAtLeast(by.role, input.role) || !isAtLeast(by.role, now.role)) {
        throw new AppError(
          'not_allowed',
          'You cannot change somebody who has more rights than you, or give more than yours.',
        )
      }
      if (now.role === 'owner') await assertAnotherOwner(tx, ctx, now.id)
      await tx.update(members).set({ role: input.role }).where(eq(members.id, now.id))
    }
    if (input.isAway !== undefined) await tx.update(members).set({ isAway: input.isAway }).where(eq(members.id, now.id))
    if (input.departmentIds) await setDepartments(tx, { ctx, memberId: now.id, departmentIds: input.departmentIds })
    return {
      result: undefined,
      subject: { kind: 'member', id: now.id },
      details: { role: input.role ?? now.role },
      events: [{ kind: 'team.changed' }],
    }
  })
}

/** Away or back again: to who is away nothing is given. Everybody says it of themselves. */
export async function sayAway(ctx: Context, { isAway }: { isAway: boolean }): Promise<void> {
  const { id } = memberOf(ctx)
  await change(ctx, 'member.away', async (tx) => {
    await tx.update(members).set({ isAway }).where(eq(members.id, id))
    return {
      result: undefined,
      subject: { kind: 'member', id },
      details: { isAway },
      events: [{ kind: 'team.changed' }],
    }
  })
}

/** A member leaves: they can no longer enter. What they wrote keeps their name. */
export async function removeMember(ctx: Context, id: string): Promise<void> {
  const by = memberOf(ctx)
  await change(ctx, 'member.remove', async (tx) => {
    const now = await memberIn(tx, ctx, id)
    if (!isAtLeast(by.role, now.role)) {
      throw new AppError('not_allowed', 'You cannot remove somebody who has more rights than you.')
    }
    if (now.role === 'owner') await assertAnotherOwner(tx, ctx, now.id)
    await tx.update(members).set({ leftAt: ctx.app.clock.now() }).where(eq(members.id, id))
    await tx.delete(departmentMembers).where(eq(departmentMembers.memberId, id))
    return { result: undefined, subject: { kind: 'member', id }, events: [{ kind: 'team.changed' }] }
  })
}

async function memberIn(tx: Tx, ctx: Context, id: string): Promise<typeof members.$inferSelect> {
  const [row] = await tx
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, id), isNull(members.leftAt)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This member is not here any more.')
  return row
}

async function assertAnotherOwner(tx: Tx, ctx: Context, id: string): Promise<void> {
  const owners = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.role, 'owner'), isNull(members.leftAt)))
    .for('update')
  if (!owners.some((one) => one.id !== id)) {
    throw new AppError('taken', 'A workspace needs an owner. Make somebody else the owner first.')
  }
}

async function setDepartments(
  tx: Tx,
  { ctx, memberId, departmentIds }: { ctx: Context; memberId: string; departmentIds: readonly string[] },
): Promise<void> {
  await assertDepartmentsHere(tx, ctx, departmentIds)
  const ofThem = eq(departmentMembers.memberId, memberId)
  const isOther = notInArray(departmentMembers.departmentId, [...departmentIds])
  // Where they stay they keep how much they have room for.
  await tx.delete(departmentMembers).where(departmentIds.length > 0 ? and(ofThem, isOther) : ofThem)
  if (departmentIds.length === 0) return
  await tx
    .insert(departmentMembers)
    .values(
      [...new Set(departmentIds)].map((departmentId) => ({ workspaceId: ctx.workspaceId, departmentId, memberId })),
    )
    .onConflictDoNothing()
}
