import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { communityRules, promotionSettings } from '#db/tables/promotion.ts'
import { accounts } from '#db/tables/reply.ts'
import type { Community, CommunityRules } from '#domain/promotion/community.ts'
import { type PromotionSettings, promotionLimits } from '#domain/promotion/promotion-settings.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** The gate, whole. Of accounts that are not here nothing is kept. */
export async function savePromotion(ctx: Context, input: PromotionSettings): Promise<void> {
  const { workspaceId } = ctx
  await change(ctx, 'promotion.change', async (tx) => {
    const here = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.workspaceId, workspaceId))
    const voices = Object.fromEntries(here.flatMap(({ id }) => (input.voices[id] ? [[id, input.voices[id]]] : [])))
    const row = { settings: { ...input, voices }, changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() }
    await tx
      .insert(promotionSettings)
      .values({ workspaceId, ...row })
      .onConflictDoUpdate({ target: promotionSettings.workspaceId, set: row })
    const { isOn, off, oneIn, windowDays, overrideFrom } = input
    return {
      result: undefined,
      subject: { kind: 'workspace', id: workspaceId },
      details: { isOn, off, oneIn, windowDays, overrideFrom },
      events: [{ kind: 'team.changed' }],
    }
  })
}

/** What holds in one community; null takes back what was written of it. */
export async function saveCommunity(
  ctx: Context,
  input: { community: Community; rules: CommunityRules | null },
): Promise<void> {
  const { workspaceId } = ctx
  const { network, place, name } = input.community
  await change(ctx, 'promotion.change', async (tx) => {
    const isThis = and(
      eq(communityRules.workspaceId, workspaceId),
      eq(communityRules.network, network),
      eq(communityRules.place, place),
    )
    const { rules } = input
    if (rules === null) await tx.delete(communityRules).where(isThis)
    else {
      if ((await tx.$count(communityRules, eq(communityRules.workspaceId, workspaceId))) >= promotionLimits.communities)
        throw new AppError('too_many', 'There are rules for 500 communities. Remove one first.')
      const row = { name, rules, changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() }
      await tx
        .insert(communityRules)
        .values({ id: newId(), workspaceId, network, place, ...row })
        .onConflictDoUpdate({
          target: [communityRules.workspaceId, communityRules.network, communityRules.place],
          set: row,
        })
    }
    return {
      result: undefined,
      subject: { kind: 'workspace', id: workspaceId },
      details: { network, place, removed: rules === null },
      events: [{ kind: 'team.changed' }],
    }
  })
}
