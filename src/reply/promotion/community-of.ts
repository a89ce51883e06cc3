import { connectorsIn } from '#app.ts'
import { type Community, type CommunityRules, isSameCommunity, rulesOf } from '#domain/promotion/community.ts'
import type { Context } from '#team/context.ts'
import type { OwnRules } from './read-promotion.ts'

type Post = { network: string; url: string | null; handle: string; ref: unknown }

/** Where a message stands. A connector that knows of no places makes its network one community. */
export function communityOf({ app, workspaceId }: Context, { network, ...post }: Post): Community {
  const connector = connectorsIn(app, workspaceId).get(network)
  const found = connector?.community?.(post)
  return { network, place: found?.place ?? '', name: found?.name ?? connector?.name ?? network }
}

/** What was written of the place; else of its network; else what the connector knows. */
export function rulesIn({ app, workspaceId }: Context, community: Community, own: readonly OwnRules[]): CommunityRules {
  const whole = { network: community.network, place: '' }
  const written = own.find((one) => isSameCommunity(one, community)) ?? own.find((one) => isSameCommunity(one, whole))
  return rulesOf(connectorsIn(app, workspaceId).get(community.network)?.promotion, written?.rules)
}
