import { sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { spreadSum, type WaitKind } from '#domain/wait.ts'
import type { Context } from '#team/context.ts'
import { memberOf } from '#team/context.ts'
import { type ConversationRow, changeConversation } from './change-conversation.ts'
import { readSpreads } from './wake-grown.ts'

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

type Wait = { id: string; waitsFor?: WaitKind; until?: Date | null; version?: number }

/**
 * Out of sight until then, or until they write, or until it grows. A new message of the customer brings it back sooner, unless it was to be
 * quiet until it grows.
 */
export async function waitConversation(
  ctx: Context,
  { id, waitsFor = 'time', until = null, version }: Wait,
): Promise<ConversationRow> {
  const now = ctx.app.clock.now()
  if (waitsFor === 'time' && !until) throw new AppError('bad_input', 'Choose the moment until which it should wait.')
  if (until && until <= now) throw new AppError('bad_input', 'Choose a moment that is still to come.')
  const member = memberOf(ctx)
  return changeConversation(ctx, {
    id,
    version,
    action: 'conversation.wait',
    details: { waitsFor, until: until?.toISOString() ?? null },
    rule: async (row, tx) => {
      const [spread] = waitsFor === 'growth' ? await readSpreads(tx, sql`c.id = ${id}`) : []
      return {
        ...{ state: 'waiting', waitsFor, waitUntil: until, doneAt: null, ownerId: row.ownerId ?? member.id },
        spreadThen: spread ? spreadSum(spread) : null,
      }
    },
  })
}
