import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { assistChoices, assistMonths, assistSettings, assistUses } from '#db/tables/assist.ts'
import { conversations } from '#db/tables/inbox.ts'
import { members } from '#db/tables/team.ts'
import type { AssistShows, AssistTask } from '#domain/assist/assist-task.ts'
import { billMonth } from '#domain/assist/token-cost.ts'
import { isAtLeast } from '#domain/role.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { AssistRow } from './assist-key.ts'

const recordMax = 50

export type AssistUseLine = Pick<
  typeof assistUses.$inferSelect,
  | 'id'
  | 'task'
  | 'state'
  | 'model'
  | 'tokensIn'
  | 'tokensOut'
  | 'isEstimated'
  | 'cost'
  | 'askedAt'
  | 'acceptedAt'
  | 'replyId'
> & { by: { id: string; name: string } | null; conversationNumber: number | null }
export type AssistNow = { row: AssistRow; spent: number; tokens: number; uses: AssistUseLine[] }

/** The settings with the figures of this month and the newest of the record; undefined when nothing was ever filled in. */
export async function readAssist(ctx: Context): Promise<AssistNow | undefined> {
  const { workspaceId, app } = ctx
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const row = await settingsIn(tx, workspaceId)
    if (!row) return undefined
    const month = billMonth(app.clock.now())
    const isThis = and(eq(assistMonths.workspaceId, workspaceId), eq(assistMonths.month, month))
    const [now] = await tx.select().from(assistMonths).where(isThis)
    return { row, spent: now?.cost ?? 0, tokens: now?.tokens ?? 0, uses: await usesIn(tx, workspaceId) }
  })
}

async function usesIn(tx: Tx, workspaceId: string): Promise<AssistUseLine[]> {
  const { id, task, state, model, tokensIn, tokensOut, isEstimated, cost, askedAt, acceptedAt, replyId } = assistUses
  return tx
    .select({
      ...{ id, task, state, model, tokensIn, tokensOut, isEstimated, cost, askedAt, acceptedAt, replyId },
      by: { id: members.id, name: members.name },
      conversationNumber: conversations.number,
    })
    .from(assistUses)
    .leftJoin(members, eq(members.id, assistUses.memberId))
    .leftJoin(conversations, eq(conversations.id, assistUses.conversationId))
    .where(eq(assistUses.workspaceId, workspaceId))
    .orderBy(desc(assistUses.askedAt), desc(assistUses.id))
    .limit(recordMax)
}

export async function settingsIn(tx: Tx, workspaceId: string): Promise<AssistRow | undefined> {
  const [row] = await tx.select().from(assistSettings).where(eq(assistSettings.workspaceId, workspaceId))
  return row
}

/** What this member may ask a model for; undefined while it is off, or not for them. */
export function isForMember(row: AssistRow | undefined, ctx: Context): row is AssistRow {
  if (!row?.isOn || ctx.actor.kind !== 'member') return false
  const { id, role, departmentIds } = ctx.actor.member
  if (!isAtLeast(role, 'member')) return false
  if (row.departmentIds.length === 0 && row.memberIds.length === 0) return true
  return row.memberIds.includes(id) || departmentIds.some((one) => row.departmentIds.includes(one))
}

/** What the pages must know to offer it, and nothing more. */
export async function readMyAssist(
  ctx: Context,
): Promise<{ tasks: AssistTask[]; model: string; shows: AssistShows } | null> {
  const { app, workspaceId } = ctx
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const row = await settingsIn(tx, workspaceId)
    if (!isForMember(row, ctx)) return null
    return { tasks: row.tasks, model: row.model, shows: await showsIn(tx, memberOf(ctx).id) }
  })
}

export async function showsIn(tx: Tx, memberId: string): Promise<AssistShows> {
  const [row] = await tx.select().from(assistChoices).where(eq(assistChoices.memberId, memberId))
  return row?.shows ?? 'each'
}
