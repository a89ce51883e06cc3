import { and, eq, getTableColumns, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { departmentMembers, members, workspaceSlugs, workspaces } from '#db/tables/team.ts'
import type { Member } from '#domain/member.ts'

/** The member a user is in a workspace, or undefined: also when they left it. */
export async function findMember(
  app: App,
  { userId, workspaceId }: { userId: string; workspaceId: string },
): Promise<Member | undefined> {
  const [row] = await app.db.read((db) =>
    db
      .select({
        ...getTableColumns(members),
        departmentIds: sql<
          string[]
        >`array(select dm.department_id from ${departmentMembers} dm where dm.member_id = ${members}.id)`,
      })
      .from(members)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId), isNull(members.leftAt))),
  )
  return row
}

export type OwnWorkspace = { id: string; name: string; slug: string; isDemo: boolean }

/** The workspaces a user is a member of, oldest first. */
export async function workspacesOf(app: App, userId: string): Promise<OwnWorkspace[]> {
  return app.db.asSystem((tx) =>
    tx
      .select({ id: workspaces.id, name: workspaces.name, slug: workspaces.slug, isDemo: workspaces.isDemo })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(and(eq(members.userId, userId), isNull(members.leftAt)))
      .orderBy(workspaces.createdAt),
  )
}

/**
 * The workspace that is called so, now or before, or has this id; undefined when the user is not in it, which is no other answer than
 * that there is none.
 */
export async function workspaceNamed(
  app: App,
  { userId, name }: { userId: string; name: string },
): Promise<string | undefined> {
  return app.db.read(async (tx) => {
    const [row] = await tx
      .select({ id: workspaces.id })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .leftJoin(workspaceSlugs, and(eq(workspaceSlugs.workspaceId, workspaces.id), eq(workspaceSlugs.slug, name)))
      .where(
        and(
          eq(members.userId, userId),
          isNull(members.leftAt),
          or(eq(workspaces.slug, name), isNotNull(workspaceSlugs.slug), eq(sql`${workspaces.id}::text`, name)),
        ),
      )
      .limit(1)
    return row?.id
  })
}
