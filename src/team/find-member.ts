import { and, eq, isNull } from 'drizzle-orm'
import type { App } from '#app.ts'
import { departmentMembers, members, workspaces } from '#db/tables/team.ts'
import type { Member } from '#domain/member.ts'

/** The member a user is in a workspace, or undefined: also when they left it. */
export async function findMember(
  app: App,
  { userId, workspaceId }: { userId: string; workspaceId: string },
): Promise<Member | undefined> {
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const [row] = await tx
      .select()
      .from(members)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId), isNull(members.leftAt)))
    if (!row) return undefined
    const belongs = await tx
      .select({ id: departmentMembers.departmentId })
      .from(departmentMembers)
      .where(eq(departmentMembers.memberId, row.id))
    return { ...row, departmentIds: belongs.map((one) => one.id) }
  })
}

/** The workspaces a user is a member of, oldest first. */
export async function workspacesOf(app: App, userId: string): Promise<{ id: string; name: string; isDemo: boolean }[]> {
  return app.db.asSystem((tx) =>
    tx
      .select({ id: workspaces.id, name: workspaces.name, isDemo: workspaces.isDemo })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(and(eq(members.userId, userId), isNull(members.leftAt)))
      .orderBy(workspaces.createdAt),
  )
}
