import { problemOf } from '#api/error-answer.ts'
import { handle } from '#api/handler.ts'
import { presentAuthor } from '#api/present/present-author.ts'
import { presentRepliesById } from '#api/present/present-reply.ts'
import { connectorsIn } from '#app.ts'
import { conversationKey } from '#domain/conversation.ts'
import { answerPile } from '#reply/answer-pile.ts'
import { readPileGate } from '#reply/promotion/read-pile-gate.ts'
import { readPile } from '#reply/read-pile.ts'
import { undoPile } from '#reply/undo-pile.ts'

export const pileHandlers = handle({
  'GET /api/conversations/{id}/pile': async ({ ctx, house }, { params }) => {
    const { rows, ...pile } = await readPile(ctx, params.id)
    const replies = await presentRepliesById(
      ctx,
      rows.flatMap(({ replyId }) => replyId ?? []),
    )
    const connectors = connectorsIn(house.app, ctx.workspaceId)
    return {
      ...pile,
      rows: rows.map(({ number, latestAt, author, replyId, ...row }) => ({
        ...row,
        key: conversationKey(number),
        networkName: connectors.get(row.network)?.name ?? row.network,
        latestAt: new Date(latestAt),
        author: author && presentAuthor(house.app, author),
        reply: (replyId && replies.get(replyId)) || null,
      })),
    }
  },

  'GET /api/conversations/{id}/pile/gate': async ({ ctx }, { params }) => readPileGate(ctx, params.id),

  'POST /api/piles/{id}/undo': async ({ ctx }, { params }) => ({ taken: await undoPile(ctx, params.id) }),

  'POST /api/piles': async ({ ctx }, { body }) => {
    const { id, outcomes } = await answerPile(ctx, body)
    const held = outcomes.flatMap((one) => ('reply' in one ? one.reply.id : []))
    const replies = await presentRepliesById(ctx, held)
    return {
      id,
      lines: outcomes.map((one) => ({
        conversationId: one.conversationId,
        reply: ('reply' in one && replies.get(one.reply.id)) || null,
        refused: 'refused' in one ? problemOf(one.refused).error : null,
      })),
    }
  },
})
