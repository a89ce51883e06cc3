import { and, eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { members, sessions, users } from '#db/tables/team.ts'

/** Name, language and theme belong to the person, in every workspace. */
export async function changeMe(
  app: App,
  input: { userId: string; name?: string; lang?: string; theme?: string; practice?: 'done' },
): Promise<void> {
  const { userId, ...rest } = input
  await app.db.asSystem(async (tx) => {
    if (Object.values(rest).every((value) => value === undefined)) return
    await tx
      .update(users)
      .set({ ...rest, updatedAt: app.clock.now() })
      .where(eq(users.id, userId))
    if (rest.name) await tx.update(members).set({ name: rest.name }).where(eq(members.userId, userId))
  })
}

/** Offers the practice messages to somebody who just came in. Whoever did them, or passed them over, keeps that. */
export async function offerPractice(app: App, userId: string): Promise<void> {
  await app.db.asSystem((tx) =>
    tx
      .update(users)
      .set({ practice: 'offered' })
      .where(and(eq(users.id, userId), eq(users.practice, 'not_offered'))),
  )
}

/** In which workspace this session works from now on. The caller has checked that the user is a member there. */
export async function enterWorkspace(app: App, input: { sessionId: string; workspaceId: string }): Promise<void> {
  await app.db.asSystem((tx) =>
    tx.update(sessions).set({ workspaceId: input.workspaceId }).where(eq(sessions.id, input.sessionId)),
  )
}
