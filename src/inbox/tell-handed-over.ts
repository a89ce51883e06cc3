import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { departmentMembers, departments } from '#db/tables/team.ts'
import { giveNotices } from '#notify/give-notices.ts'
import type { Context } from '#team/context.ts'

type HandedTo = { id: string; ownerId: string | null; departmentId: string | null }

/** To whom it was given; where nobody was named, to those of the department, in whose queue it stands now. */
export async function tellHandedOver(tx: Tx, ctx: Context, { id, ownerId, departmentId }: HandedTo): Promise<void> {
  if (ownerId !== null) {
    await giveNotices(tx, ctx, { memberIds: [ownerId], conversationId: id, kind: 'handed_over' })
    return
  }
  if (departmentId === null) return
  const [department] = await tx.select().from(departments).where(eq(departments.id, departmentId))
  await giveNotices(tx, ctx, {
    memberIds: await membersOfDepartment(tx, departmentId),
    conversationId: id,
    kind: 'queued',
    details: { department: department?.name ?? '' },
  })
}

export async function membersOfDepartment(tx: Tx, departmentId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: departmentMembers.memberId })
    .from(departmentMembers)
    .where(eq(departmentMembers.departmentId, departmentId))
  return rows.map(({ id }) => id)
}

/** What a rule, or whose turn it is, gave to somebody. */
export async function tellGiven(
  tx: Tx,
  ctx: Context,
  given: readonly { id: string; givenTo: string | null }[],
): Promise<void> {
  for (const { id, givenTo } of given)
    if (givenTo !== null) await tellHandedOver(tx, ctx, { id, ownerId: givenTo, departmentId: null })
}

type Resting = { id: string; ownerId: string | null }

/** What rested with somebody, of these: to be told of when it is open afterwards. */
export async function restingOf(tx: Tx, ids: readonly string[]): Promise<Resting[]> {
  if (ids.length === 0) return []
  return tx
    .select({ id: conversations.id, ownerId: conversations.ownerId })
    .from(conversations)
    .where(and(inArray(conversations.id, [...ids]), inArray(conversations.state, ['done', 'waiting'])))
}

/** A new message brought it back: its owner has it again. */
export async function tellReopened(tx: Tx, ctx: Context, resting: readonly Resting[]): Promise<void> {
  const ids = resting.filter(({ ownerId }) => ownerId !== null).map(({ id }) => id)
  if (ids.length === 0) return
  const open = await tx
    .select({ id: conversations.id, ownerId: conversations.ownerId })
    .from(conversations)
    .where(and(inArray(conversations.id, ids), eq(conversations.state, 'open')))
  for (const { id, ownerId } of open)
    if (ownerId !== null) await giveNotices(tx, ctx, { memberIds: [ownerId], conversationId: id, kind: 'reopened' })
}
