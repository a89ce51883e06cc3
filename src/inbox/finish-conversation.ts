import { AppError } from '#base/errors.ts'
import type { Context } from '#team/context.ts'
import { memberOf } from '#team/context.ts'
import { type ConversationRow, changeConversation } from './change-conversation.ts'

/** Done. Whoever finishes it without an owner did the work, and so becomes the owner. */
export async function finishConversation(
  ctx: Context,
  input: { id: string; version?: number },
): Promise<ConversationRow> {
  const member = memberOf(ctx)
  return changeConversation(ctx, {
    id: input.id,
    version: input.version,
    action: 'conversation.finish',
    rule: (now) =>
      now.state === 'done'
        ? undefined
        : { state: 'done', doneAt: ctx.app.clock.now(), waitUntil: null, ownerId: now.ownerId ?? member.id },
  })
}

/** Open again: by hand, or as the undo of done and wait. The promise that ran goes on where it was. */
export async function reopenConversation(
  ctx: Context,
  input: { id: string; version?: number },
): Promise<ConversationRow> {
  return changeConversation(ctx, {
    ...input,
    action: 'conversation.reopen',
    rule: (now) => (now.state === 'open' ? undefined : { state: 'open', doneAt: null, waitUntil: null }),
  })
}

/** Out of sight until then. A new message of the customer brings it back sooner. */
export async function waitConversation(
  ctx: Context,
  input: { id: string; until: Date; version?: number },
): Promise<ConversationRow> {
  const now = ctx.app.clock.now()
  if (input.until <= now) throw new AppError('bad_input', 'Choose a moment that is still to come.')
  const member = memberOf(ctx)
  return changeConversation(ctx, {
    id: input.id,
    version: input.version,
    action: 'conversation.wait',
    details: { until: input.until.toISOString() },
    rule: (row) => ({ state: 'waiting', waitUntil: input.until, doneAt: null, ownerId: row.ownerId ?? member.id }),
  })
}
