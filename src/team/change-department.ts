import { and, eq, ne, notInArray, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { departmentMembers, departments } from '#db/tables/team.ts'
import type { Distribution } from '#domain/distribution.ts'
import { assertMembersHere } from './assert-here.ts'
import { change } from './change.ts'
import type { Context } from './context.ts'

export async function createDepartment(
  ctx: Context,
  input: { name: string; memberIds: readonly string[]; distribution?: Distribution },
): Promise<string> {
  return change(ctx, 'department.create', async (tx) => {
    const id = newId()
    await assertNameIsFree(tx, { ctx, name: input.name, id })
    const { name, distribution } = input
    await tx.insert(departments).values({ id, workspaceId: ctx.workspaceId, name, distribution })
    await setMembers(tx, { ctx, id, memberIds: input.memberIds })
    return { result: id, subject: { kind: 'department', id }, events: [{ kind: 'team.changed' }] }
  })
}

export async function changeDepartment(
  ctx: Context,
  input: {
    id: string
    name?: string
    memberIds?: readonly string[]
    distribution?: Distribution
    /** By member; null is without end. Of who is not named it stays. */
    capacities?: Readonly<Record<string, number | null>>
  },
): Promise<void> {
  await change(ctx, 'department.change', async (tx) => {
    await assertExists(tx, ctx, input.id)
    if (input.name) {
      await assertNameIsFree(tx, { ctx, name: input.name, id: input.id })
      await tx.update(departments).set({ name: input.name }).where(eq(departments.id, input.id))
    }
    if (input.distribution) {
      await tx.update(departments).set({ distribution: input.distribution }).where(eq(departments.id, input.id))
    }
    if (input.memberIds) {
      await dropOthers(tx, { id: input.id, memberIds: input.memberIds })
      await setMembers(tx, { ctx, id: input.id, memberIds: input.memberIds })
    }
    if (input.capacities) await setCapacities(tx, { id: input.id, capacities: input.capacities })
    return { result: undefined, subject: { kind: 'department', id: input.id }, events: [{ kind: 'team.changed' }] }
  })
}

export async function removeDepartment(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'department.remove', async (tx) => {
    await assertExists(tx, ctx, id)
    await tx.delete(departments).where(eq(departments.id, id))
    return { result: undefined, subject: { kind: 'department', id }, events: [{ kind: 'team.changed' }] }
  })
}

async function assertExists(tx: Tx, ctx: Context, id: string): Promise<void> {
  const rows = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.workspaceId, ctx.workspaceId), eq(departments.id, id)))
  if (rows.length === 0) throw new AppError('not_found', 'This department does not exist any more.')
}

async function assertNameIsFree(tx: Tx, { ctx, name, id }: { ctx: Context; name: string; id: string }): Promise<void> {
  const rows = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(
      and(
        eq(departments.workspaceId, ctx.workspaceId),
        sql`lower(${departments.name}) = lower(${name})`,
        ne(departments.id, id),
      ),
    )
  if (rows.length > 0)
    throw new AppError('taken', {
      en: `There is a department called “${name}” already. Give this one another name.`,
      nl: `Er is al een afdeling die “${name}” heet. Geef deze een andere naam.`,
    })
}

async function setMembers(
  tx: Tx,
  { ctx, id, memberIds }: { ctx: Context; id: string; memberIds: readonly string[] },
): Promise<void> {
  if (memberIds.length === 0) return
  await assertMembersHere(tx, ctx, memberIds)
  await tx
    .insert(departmentMembers)
    .values([...new Set(memberIds)].map((memberId) => ({ workspaceId: ctx.workspaceId, departmentId: id, memberId })))
    .onConflictDoNothing()
}

/** Who stays keeps how much they have room for. */
async function dropOthers(tx: Tx, { id, memberIds }: { id: string; memberIds: readonly string[] }): Promise<void> {
  const ofIt = eq(departmentMembers.departmentId, id)
  const isOther = notInArray(departmentMembers.memberId, [...memberIds])
  await tx.delete(departmentMembers).where(memberIds.length > 0 ? and(ofIt, isOther) : ofIt)
}

async function setCapacities(
  tx: Tx,
  { id, capacities }: { id: string; capacities: Readonly<Record<string, number | null>> },
): Promise<void> {
  for (const [memberId, capacity] of Object.entries(capacities)) {
    await tx
      .update(departmentMembers)
      .set({ capacity })
      .where(and(eq(departmentMembers.departmentId, id), eq(departmentMembers.memberId, memberId)))
  }
}
