import { and, eq, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { members, sessions, users } from '#db/tables/team.ts'
import type { Density } from '#domain/density.ts'
import type { Layout } from '#domain/inbox-layout.ts'

export type MyChanges = {
  name?: string
  lang?: string
  theme?: string
  practice?: 'done'
  /** Only the commands that are named change; `null` is as it comes. */
  keys?: Record<string, string[] | null>
  areLettersOn?: boolean
  density?: Density
  opensNext?: boolean
  layout?: Layout
  /** From left to right, in one workspace; those of the others stay as they are. */
  columns?: { workspaceId: string; kept: string[] }
}

const ownKeysMax = 200

/** Name, language, look and keys belong to the person, in every workspace. */
export async function changeMe(app: App, input: MyChanges & { userId: string }): Promise<void> {
  const { userId, keys, columns, ...rest } = input
  await app.db.asSystem(async (tx) => {
    if (!keys && !columns && Object.values(rest).every((value) => value === undefined)) return
    // Merged in the statement itself: two machines that change two commands at once both count.
    const merged = keys && { keys: sql`jsonb_strip_nulls(${users.keys} || ${JSON.stringify(keys)}::jsonb)` }
    const ofHere = columns && JSON.stringify({ [columns.workspaceId]: columns.kept })
    const arranged = ofHere && { columns: sql`${users.columns} || ${ofHere}::jsonb` }
    const [changed] = await tx
      .update(users)
      .set({ ...rest, ...merged, ...arranged, updatedAt: app.clock.now() })
      .where(eq(users.id, userId))
      .returning({ keys: users.keys })
    if (changed && Object.keys(changed.keys).length > ownKeysMax)
      throw new AppError('bad_input', 'These are more keys of your own than can be kept. Reset some first.')
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
