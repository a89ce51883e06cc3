import { handle } from '#api/handler.ts'
import { accountsFor } from '#api/present/present-reply.ts'
import { connectorsIn } from '#app.ts'
import { conversationKey } from '#domain/conversation.ts'
import { isSameCommunity } from '#domain/promotion/community.ts'
import { voiceOf } from '#reply/assert-promotion.ts'
import { rulesIn } from '#reply/promotion/community-of.ts'
import { readGate } from '#reply/promotion/read-gate.ts'
import { readOwnRules, readPromotion } from '#reply/promotion/read-promotion.ts'
import { knownCommunities, readPromotingAnswers, readShares } from '#reply/promotion/read-shares.ts'
import { saveCommunity, savePromotion } from '#reply/promotion/save-promotion.ts'

export const promotionHandlers = handle({
  'GET /api/promotion': async ({ ctx, house }) => {
    const connectors = connectorsIn(house.app, ctx.workspaceId)
    const accounts = await accountsFor(ctx)
    const { settings, brands, own, known } = await house.app.db.inWorkspace(ctx.workspaceId, async (tx) => ({
      ...(await readPromotion(tx, ctx.workspaceId)),
      own: await readOwnRules(tx, ctx.workspaceId),
      known: await knownCommunities(tx, ctx.workspaceId),
    }))
    const networks = [...new Set([...accounts.map(({ network }) => network), ...known.map(({ network }) => network)])]
    const whole = networks.map((network) => ({ network, place: '', name: connectors.get(network)?.name ?? network }))
    const written = own.map(({ network, place, name }) => ({ network, place, name }))
    const all = [...written, ...known, ...whole].filter(
      (one, at, list) => list.findIndex((other) => isSameCommunity(one, other)) === at,
    )
    return {
      settings,
      communities: all.map((community) => {
        const connector = connectors.get(community.network)
        const { says, source } = connector?.promotion ?? {}
        return {
          community,
          networkName: connector?.name ?? community.network,
          rules: rulesIn(ctx, community, own),
          isOwn: own.some((one) => isSameCommunity(one, community)),
          network: says && source ? { says, source } : null,
        }
      }),
      accounts: accounts.map(({ id, handle: name, networkName, ...account }) => ({
        ...{ id, handle: name, name: account.name, networkName },
        voice: voiceOf({ id, handle: name, name: account.name }, { settings, brands }),
        isGuessed: settings.voices[id] === undefined,
      })),
    }
  },

  'PUT /api/promotion': async ({ ctx }, { body }) => {
    await savePromotion(ctx, body)
    return {}
  },

  'PUT /api/promotion/communities': async ({ ctx }, { body }) => {
    await saveCommunity(ctx, body)
    return {}
  },

  'GET /api/promotion/shares': async ({ ctx, house }, { query }) => {
    const { communities, ...shares } = await readShares(ctx, query.days)
    const connectors = connectorsIn(house.app, ctx.workspaceId)
    return {
      ...shares,
      communities: communities.map((one) => ({
        ...one,
        networkName: connectors.get(one.community.network)?.name ?? one.community.network,
      })),
    }
  },

  'GET /api/promotion/answers': async ({ ctx }, { query }) =>
    (await readPromotingAnswers(ctx, query)).map(({ conversationId, number, ...answer }) => ({
      ...answer,
      conversation: { id: conversationId, key: conversationKey(number) },
    })),

  'GET /api/conversations/{id}/gate': async ({ ctx }, { params, query }) =>
    readGate(ctx, { conversationId: params.id, mentionId: query.mentionId }),
})
