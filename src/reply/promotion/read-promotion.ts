import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import type { Tx } from '#db/database.ts'
import { communityRules, promotionSettings } from '#db/tables/promotion.ts'
import { workspaces } from '#db/tables/team.ts'
import { type CommunityRules, plainRules } from '#domain/promotion/community.ts'
import { type PromotionSettings, plainPromotion } from '#domain/promotion/promotion-settings.ts'

/** The settings of the gate, with the names by which people know us. What nobody set is as it came: on. */
export async function readPromotion(
  tx: Tx,
  workspaceId: string,
): Promise<{ settings: PromotionSettings; brands: string[] }> {
  const [row] = await tx
    .select({ name: workspaces.name, brands: workspaces.brands, settings: promotionSettings.settings })
    .from(workspaces)
    .leftJoin(promotionSettings, eq(promotionSettings.workspaceId, workspaces.id))
    .where(eq(workspaces.id, workspaceId))
  const { name, brands, settings } = present(row, 'the workspace we are in')
  return { settings: { ...plainPromotion, ...settings }, brands: [...new Set([name, ...brands])] }
}

export type OwnRules = { network: string; place: string; name: string; rules: CommunityRules }

/** What people here wrote down of communities. */
export async function readOwnRules(tx: Tx, workspaceId: string): Promise<OwnRules[]> {
  const rows = await tx
    .select()
    .from(communityRules)
    .where(eq(communityRules.workspaceId, workspaceId))
    .orderBy(communityRules.name)
  return rows.map(({ network, place, name, rules }) => ({ network, place, name, rules: { ...plainRules, ...rules } }))
}
