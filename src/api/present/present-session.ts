import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { sessionShape, workspaceShape } from '#api/contract/shapes.ts'
import type { House } from '#api/handler.ts'
import type { App } from '#app.ts'
import { users } from '#db/tables/team.ts'
import { plainHouse } from '#domain/house-style.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { SilenceReason } from '#domain/silence.ts'
import { starterReasons } from '#domain/silence-starter.ts'
import { readMyAssist } from '#reply/assist/read-assist.ts'
import type { KnownSession } from '#team/auth.ts'
import { findMember, workspaceNamed, workspacesOf } from '#team/find-member.ts'
import { readNewestEvent } from '#team/read-newest-event.ts'
import { readWorkspace, type WorkspaceRow } from '#team/read-team.ts'
import { isFirstRun } from '#team/start-workspace.ts'
import { presentRule } from './present-promise.ts'

/** The workspace of the page that asks; of a page that names none, the one of the session. Undefined where they are in none. */
export async function workspaceAsked(
  app: App,
  session: KnownSession,
  named: string | undefined,
): Promise<string | undefined> {
  const { userId } = session
  if (named !== undefined) return workspaceNamed(app, { userId, name: named })
  return workspaceOf(session, await workspacesOf(app, userId)) ?? undefined
}

type SessionAnswer = z.output<typeof sessionShape>

/**
 * Who somebody is and where: what the screen asks first. `named` is the workspace of the page that asks; who is not in it is nobody there,
 * whether it exists or not.
 */
export async function presentSession(
  house: House,
  session: KnownSession | null,
  named?: string,
): Promise<SessionAnswer> {
  const { app, isDemoWanted } = house
  if (!session) {
    return { ...nobody, isDemoWanted, isFirstRun: await isFirstRun(app) }
  }
  const [user] = await app.db.asSystem((tx) => tx.select().from(users).where(eq(users.id, session.userId)))
  if (!user) return { ...nobody, isDemoWanted }
  const workspaces = await workspacesOf(app, user.id)
  const workspaceId = named === undefined ? workspaceOf(session, workspaces) : await workspaceAsked(app, session, named)
  const member = workspaceId ? await findMember(app, { userId: user.id, workspaceId }) : undefined
  // Before all else that is read: what happens meanwhile is told on the live line.
  const eventId = workspaceId && member ? await readNewestEvent(app, workspaceId) : 0
  const workspace =
    workspaceId && member ? await readWorkspace({ app, workspaceId, actor: { kind: 'member', member } }) : undefined
  const assist =
    workspaceId && member ? await readMyAssist({ app, workspaceId, actor: { kind: 'member', member } }) : undefined
  const reasons = workspace?.silenceReasons ?? starterReasons(user.lang as InterfaceLanguage)
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
      layout: user.layout,
      columns: (workspaceId ? user.columns[workspaceId] : undefined) ?? null,
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
    ...(assist && { assist }),
    workspace: workspace ? presentWorkspace(workspace, reasons) : null,
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

export function presentWorkspace(row: WorkspaceRow, silenceReasons: SilenceReason[]): z.output<typeof workspaceShape> {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    brands: row.brands,
    undoSeconds: row.undoSeconds,
    joinMinutes: row.joinMinutes,
    effectDays: row.effectDays,
    promiseMinutes: row.promiseMinutes,
    openingHours: row.openingHours,
    coordinatorId: row.coordinatorId,
    promiseRules: row.promiseRules.map(presentRule),
    houseStyle: row.houseStyle ?? plainHouse,
    silenceReasons,
    isWelcomed: row.welcomedAt !== null,
    isDemo: row.isDemo,
  }
}
