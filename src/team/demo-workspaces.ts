import { and, eq, inArray, like, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { newId } from '#base/ids.ts'
import { againOnDeadlock } from '#db/again-on-deadlock.ts'
import { members, sessions, users, workspaces } from '#db/tables/team.ts'
import type { Role } from '#domain/role.ts'
import { addMember } from './add-member.ts'

export type DemoWorkspace = { id: string; name: string; createdAt: Date }

/** Any number that nothing else uses: two who set up a demo at once get one. */
const demoLock = 730_114_002
/** People of a story are users, since members are; nobody can sign in as one. */
const storyUser = 'demo-'

/** Held until the transaction ends. */
export async function lockDemo(app: App): Promise<void> {
  await app.db.asSystem((tx) => tx.execute(sql`select pg_advisory_xact_lock(${demoLock})`))
}

export async function readDemoWorkspaces(app: App): Promise<DemoWorkspace[]> {
  return app.db.asSystem((tx) =>
    tx
      .select({ id: workspaces.id, name: workspaces.name, createdAt: workspaces.createdAt })
      .from(workspaces)
      .where(eq(workspaces.isDemo, true))
      .orderBy(workspaces.createdAt, workspaces.id),
  )
}

/** A colleague out of a story: with a name and a role, without a password. */
export async function addStoryColleague(
  app: App,
  { workspaceId, name, email, role }: { workspaceId: string; name: string; email: string; role: Role },
): Promise<string> {
  const userId = `${storyUser}${newId()}`
  await app.db.asSystem((tx) => tx.insert(users).values({ id: userId, name, email, lang: 'nl' }))
  await addMember({ app, workspaceId, actor: { kind: 'system', part: 'demo' } }, { userId, name, role })
  return userId
}

/** Takes every demo workspace away with all that is in it, and the people of its story. Whoever looked at one looks at their own again. */
export async function removeDemoWorkspaces(app: App): Promise<number> {
  // Whatever runs meanwhile has rows of it, and may wait for the workspace.
  return againOnDeadlock(() =>
    app.db.asSystem(async (tx) => {
      const gone = tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.isDemo, true))
      const people = await tx
        .select({ id: members.userId })
        .from(members)
        .where(and(like(members.userId, `${storyUser}%`), inArray(members.workspaceId, gone)))
      await tx.update(sessions).set({ workspaceId: null }).where(inArray(sessions.workspaceId, gone))
      const removed = await tx.delete(workspaces).where(eq(workspaces.isDemo, true)).returning({ id: workspaces.id })
      const ids = people.map(({ id }) => id)
      if (ids.length > 0) await tx.delete(users).where(inArray(users.id, ids))
      return removed.length
    }),
  )
}
