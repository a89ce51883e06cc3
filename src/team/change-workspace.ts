import { eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { workspaceSlugs, workspaces } from '#db/tables/team.ts'
import type { PromiseMinutes } from '#domain/conversation.ts'
import type { HouseStyle } from '#domain/house-style.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import type { PromiseRule } from '#domain/promise-rule.ts'
import { type SilenceReason, withRetired } from '#domain/silence.ts'
import { assertDepartmentsHere, assertMembersHere } from './assert-here.ts'
import { change } from './change.ts'
import { type Context, memberOf } from './context.ts'
import { silenceReasonsIn } from './silence-reasons.ts'

export type WorkspaceChange = {
  name?: string
  /** Its name in addresses. The one before leads on. */
  slug?: string
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
  /** For how many days after an answer what happens is counted as after it, for answers that leave from now on. */
  effectDays?: number
  /** How this house speaks, whole. */
  houseStyle?: HouseStyle
  /** Why nobody answers, in their order. What is left out is retired: it has been decided by. */
  silenceReasons?: SilenceReason[]
  welcomedAt?: Date
}

/** Settings of the workspace. What is promised from now on holds for open conversations too: their clocks are counted anew. */
export async function changeWorkspace(ctx: Context, input: WorkspaceChange): Promise<void> {
  await change(ctx, 'workspace.change', async (tx) => {
    if (input.coordinatorId) await assertMembersHere(tx, ctx, [input.coordinatorId])
    await assertReceiversHere(tx, ctx, input.promiseRules ?? [])
    if (input.slug) await takeSlug(tx, ctx, input.slug)
    const { silenceReasons } = input
    const areTermsOther = Boolean(input.promiseMinutes || input.promiseRules) || input.openingHours !== undefined
    await tx
      .update(workspaces)
      .set({
        ...input,
        ...(input.houseStyle ? { houseStyleBy: memberOf(ctx).id } : {}),
        ...(silenceReasons ? { silenceReasons: withRetired(silenceReasons, await lockReasons(tx, ctx)) } : {}),
        ...(areTermsOther ? { promiseVersion: sql`${workspaces.promiseVersion} + 1` } : {}),
      })
      .where(eq(workspaces.id, ctx.workspaceId))
    return {
      result: undefined,
      subject: { kind: 'workspace', id: ctx.workspaceId },
      details: { changed: Object.keys(input) },
      events: [{ kind: 'team.changed' }],
    }
  })
}

/** Two who save at once lose nothing of each other: the second sees what the first left. */
async function lockReasons(tx: Tx, ctx: Context): Promise<SilenceReason[]> {
  await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, ctx.workspaceId)).for('update')
  return silenceReasonsIn(tx, ctx)
}

/** An address belongs to who had it first, for good: links out there must never lead into another workspace. */
async function takeSlug(tx: Tx, { app, workspaceId }: Context, slug: string): Promise<void> {
  const [taken] = await tx
    .insert(workspaceSlugs)
    .values({ slug, workspaceId, at: app.clock.now() })
    .onConflictDoNothing()
    .returning({ slug: workspaceSlugs.slug })
  if (taken) return
  // Behind the wall one sees only one's own: back to an address one had before is fine.
  const [own] = await tx.select().from(workspaceSlugs).where(eq(workspaceSlugs.slug, slug))
  if (own?.workspaceId === workspaceId) return
  throw new AppError('taken', 'This address is in use. Choose another one.', { details: { field: 'slug' } })
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
