import { handle } from '#api/handler.ts'
import { presentOneReply, presentRepliesById } from '#api/present/present-reply.ts'
import { conversationKey } from '#domain/conversation.ts'
import { readScheduled } from '#reply/read-scheduled.ts'
import { readOneStop, readStops, type StopWithPeople } from '#reply/read-stops.ts'
import { countWaiting, resumeSending } from '#reply/resume-sending.ts'
import { moveReply } from '#reply/schedule-reply.ts'
import { stopSending } from '#reply/stop-sending.ts'
import type { Context } from '#team/context.ts'

export const sendingHandlers = handle({
  'GET /api/stops': async ({ ctx }) => Promise.all((await readStops(ctx)).map((one) => presentStop(ctx, one))),

  'POST /api/stops': async ({ ctx }, { body }) =>
    presentStop(ctx, await readOneStop(ctx, (await stopSending(ctx, body)).id)),

  'POST /api/stops/{id}/resume': async ({ ctx }, { params, body }) => resumeSending(ctx, { id: params.id, ...body }),

  'GET /api/scheduled': async ({ ctx }) => {
    const found = await readScheduled(ctx)
    const shown = await presentRepliesById(
      ctx,
      found.map(({ replyId }) => replyId),
    )
    return found.flatMap(({ replyId, conversationId, number, to, answeredAt, dueAt, ...rest }) => {
      // One that left between the two questions waits no more.
      const reply = shown.get(replyId)
      if (!reply) return []
      const promised = answeredAt ? null : dueAt
      return [
        { reply, to, conversation: { ...rest, id: conversationId, key: conversationKey(number), dueAt: promised } },
      ]
    })
  },

  'PUT /api/replies/{id}/moment': async ({ ctx }, { params, body }) => {
    const sendAt = body.sendAt === null ? null : new Date(body.sendAt)
    return presentOneReply(ctx, (await moveReply(ctx, { id: params.id, sendAt })).id)
  },
})

async function presentStop(ctx: Context, { stop, by, account }: StopWithPeople) {
  const waiting = await countWaiting(ctx, account?.id ?? null)
  return { id: stop.id, account, reason: stop.reason, by, at: stop.stoppedAt, waiting }
}
