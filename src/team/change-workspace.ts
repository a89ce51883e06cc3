import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { workspaces } from '#db/tables/team.ts'
import type { PromiseMinutes } from '#domain/conversation.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import type { PromiseRule } from '#domain/promise-rule.ts'
import { assertDepartmentsHere, assertMembersHere } from './assert-here.ts'
import { change } from './change.ts'
import type { Context } from './context.ts'

export type WorkspaceChange = {
  name?: string
  brands?: string[]
  undoSeconds?: number
  promiseMinutes?: PromiseMinutes
  /** Null is always open. */
  openingHours?: OpeningHours | null
  /** Decides about what two departments keep handing each other. */
  coordinatorId?: string | null
  promiseRules?: readonly PromiseRule[]
  /** One author who goes on within so many minutes goes on in the same conversation; null never. */
  joinMinutes?: number | null
  welcomedAt?: Date
}

/** Settings of the workspace. What is promised from now on holds for open conversations too: their clocks are counted anew. */
export async function changeWorkspace(ctx: Context, input: WorkspaceChange): Promise<void> {
  await change(ctx, 'workspace.change', async (tx) => {
    if (input.coordinatorId) await assertMembersHere(tx, ctx, [input.coordinatorId])
    await assertReceiversHere(tx, ctx, input.promiseRules ?? [])
    const areTermsOther = Boolean(input.promiseMinutes || input.promiseRules) || input.openingHours !== undefined
    await tx
      .update(workspaces)
      .set({ ...input, ...(areTermsOther ? { promiseVersion: sql`${workspaces.promiseVersion} + 1` } : {}) })
      .where(eq(workspaces.id, ctx.workspaceId))
    return {
      result: undefined,
      subject: { kind: 'workspace', id: ctx.workspaceId },
      details: { changed: Object.keys(input) },
      events: [{ kind: 'team.changed' }],
    }
  })
}

/** Whoever is to get work or a notice must be here. What a rule is for may go: then it fits no message any more. */
async function assertReceiversHere(tx: Tx, ctx: Context, rules: readonly PromiseRule[]): Promise<void> {
  const does = rules.flatMap(({ actions }) => actions.map((action) => action.does))
  await assertDepartmentsHere(
    tx,
    ctx,
    does.flatMap((one) => ('departmentId' in one ? [one.departmentId] : [])),
  )
  await assertMembersHere(
    tx,
    ctx,
    does.flatMap((one) => ('memberId' in one ? [one.memberId] : [])),
  )
}
