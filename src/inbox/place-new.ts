import type { Tx } from '#db/database.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import type { Context } from '#team/context.ts'
import { tellAsked } from './ask-party.ts'
import { gatherStories, printed } from './gather-stories.ts'
import { tellClocks } from './rebuild-clocks.ts'
import { type Routing, routeNew } from './routing/route-new.ts'
import { siftNoise } from './sift-noise.ts'
import { tellGiven } from './tell-handed-over.ts'
import { weighGrown } from './weigh-grown.ts'

/** What was just stored finds its story, its place among work or noise, its department, and its weight. Only under `lockStories`. */
export async function placeNew(
  tx: Tx,
  ctx: Context,
  input: { stored: readonly StoredMention[]; heardAt: Date; routing: Routing },
): Promise<{ movedIds: string[] }> {
  const { stored, heardAt } = input
  const { workspaceId } = ctx
  const compared = printed(stored)
  const grownStories = await gatherStories(tx, { workspaceId, printed: compared, heardAt })
  const movedIds = await siftNoise(tx, { workspaceId, stored, printed: compared, grownStories, now: heardAt })
  // Before it is weighed: a rule may say that it is urgent.
  const { placed, brought } = await routeNew(tx, { ...input.routing, workspaceId, stored, heardAt })
  await tellClocks(tx, ctx, { placed, heardAt })
  await tellGiven(tx, ctx, placed)
  // What is found by looking back is old: nobody is called for it.
  if (!input.routing.isFoundLater) for (const one of brought) await tellAsked(tx, ctx, { memberId: null, ...one })
  const ids = [...new Set([...stored.map((item) => item.conversationId), ...movedIds])]
  await weighGrown(tx, { workspaceId, ids, grownStories, now: heardAt })
  return { movedIds }
}
