import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { sessionShape, workspaceShape } from '#api/contract/shapes.ts'
import type { House } from '#api/handler.ts'
import { users } from '#db/tables/team.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { KnownSession } from '#team/auth.ts'
import { findMember, workspacesOf } from '#team/find-member.ts'
import { readNewestEvent } from '#team/read-newest-event.ts'
import { readWorkspace, type WorkspaceRow } from '#team/read-team.ts'
import { isFirstRun } from '#team/start-workspace.ts'
import { presentRule } from './present-promise.ts'

type SessionAnswer = z.output<typeof sessionShape>

/** Who somebody is and where: what the screen asks first. */
export async function presentSession(house: House, session: KnownSession | null): Promise<SessionAnswer> {
  const { app, isDemoWanted } = house
  if (!session) {
    return { ...nobody, isDemoWanted, isFirstRun: await isFirstRun(app) }
  }
  const [user] = await app.db.asSystem((tx) => tx.select().from(users).where(eq(users.id, session.userId)))
  if (!user) return { ...nobody, isDemoWanted }
  const workspaces = await workspacesOf(app, user.id)
  const workspaceId = workspaceOf(session, workspaces)
  const member = workspaceId ? await findMember(app, { userId: user.id, workspaceId }) : undefined
  // Before all else that is read: what happens meanwhile is told on the live line.
  const eventId = workspaceId && member ? await readNewestEvent(app, workspaceId) : 0
  const workspace =
    workspaceId && member ? await readWorkspace({ app, workspaceId, actor: { kind: 'member', member } }) : undefined
  return {
    isFirstRun: false,
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      lang: user.lang as InterfaceLanguage,
      theme: user.theme as 'system' | 'light' | 'dark',
      practice: user.practice,
      keys: user.keys,
      areLettersOn: user.areLettersOn,
      density: user.density,
      opensNext: user.opensNext,
    },
    member: member
      ? {
          id: member.id,
          name: member.name,
          email: user.email,
          role: member.role,
          isAway: member.isAway,
          departmentIds: [...member.departmentIds],
        }
      : null,
    workspace: workspace ? presentWorkspace(workspace) : null,
    workspaces,
    isDemoWanted,
    eventId,
  }
}

const nobody = { isFirstRun: false, user: null, member: null, workspace: null, workspaces: [], eventId: 0 }

/** The workspace of the session, while one is still a member there; else the first. */
export function workspaceOf(session: KnownSession, workspaces: readonly { id: string }[]): string | undefined {
  return workspaces.find((one) => one.id === session.workspaceId)?.id ?? workspaces[0]?.id
}

export function presentWorkspace(row: WorkspaceRow): z.output<typeof workspaceShape> {
  return {
    id: row.id,
    name: row.name,
    brands: row.brands,
    undoSeconds: row.undoSeconds,
    joinMinutes: row.joinMinutes,
    promiseMinutes: row.promiseMinutes,
    openingHours: row.openingHours,
    coordinatorId: row.coordinatorId,
    promiseRules: row.promiseRules.map(presentRule),
    isWelcomed: row.welcomedAt !== null,
    isDemo: row.isDemo,
  }
}
