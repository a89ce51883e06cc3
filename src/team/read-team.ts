import { and, eq, gt, isNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { departmentMembers, departments, invitations, members, users, workspaces } from '#db/tables/team.ts'
import type { Distribution } from '#domain/distribution.ts'
import type { Role } from '#domain/member.ts'
import type { Context } from './context.ts'

export type MemberRow = {
  id: string
  name: string
  email: string
  role: Role
  isAway: boolean
  departmentIds: string[]
}
export type DepartmentRow = {
  id: string
  name: string
  distribution: Distribution
  memberIds: string[]
  /** By member, of those who have one. */
  capacities: Record<string, number>
}
export type WorkspaceRow = typeof workspaces.$inferSelect

export async function readWorkspace(ctx: Context): Promise<WorkspaceRow> {
  const [row] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId)),
  )
  if (!row) throw new AppError('not_found', 'This workspace does not exist any more.')
  return row
}

export async function readMembers(ctx: Context): Promise<MemberRow[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => membersIn(tx, ctx.workspaceId))
}

export async function membersIn(tx: Tx, workspaceId: string): Promise<MemberRow[]> {
  const people = await tx
    .select({ id: members.id, name: members.name, email: users.email, role: members.role, isAway: members.isAway })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.leftAt)))
    .orderBy(members.createdAt)
  const belongs = await tx.select().from(departmentMembers).where(eq(departmentMembers.workspaceId, workspaceId))
  return people.map((one) => ({
    ...one,
    departmentIds: belongs.filter((link) => link.memberId === one.id).map((link) => link.departmentId),
  }))
}

export async function readDepartments(ctx: Context): Promise<DepartmentRow[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const all = await tx
      .select({ id: departments.id, name: departments.name, distribution: departments.distribution })
      .from(departments)
      .where(eq(departments.workspaceId, ctx.workspaceId))
      .orderBy(departments.name)
    const belongs = await tx.select().from(departmentMembers).where(eq(departmentMembers.workspaceId, ctx.workspaceId))
    return all.map((one) => {
      const links = belongs.filter((link) => link.departmentId === one.id)
      const capacities = links.flatMap(({ memberId, capacity }) => (capacity === null ? [] : [[memberId, capacity]]))
      return { ...one, memberIds: links.map((link) => link.memberId), capacities: Object.fromEntries(capacities) }
    })
  })
}

export async function readInvitations(ctx: Context): Promise<(typeof invitations.$inferSelect)[]> {
  const now = ctx.app.clock.now()
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select()
      .from(invitations)
      .where(
        and(
          eq(invitations.workspaceId, ctx.workspaceId),
          isNull(invitations.acceptedAt),
          gt(invitations.expiresAt, now),
        ),
      )
      .orderBy(invitations.createdAt),
  )
}
