import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { mentions } from '#db/tables/mentions.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import type { ReplyChange, ReplyRow } from './outbox-store.ts'
import { stopNumberOf } from './read-stops.ts'
import { undoMs } from './undo-ms.ts'
import { wakeOutbox } from './wake-outbox.ts'
import { lockConversationOf, lockReply, writeChange } from './write-change.ts'
import { accountOf } from './write-reply.ts'

/** What a person saw on the network, or decided. */
export type Settlement = { what: 'stands'; url?: string } | { what: 'send_again' } | { what: 'let_go' }

/**
 * A person ends what the outbox could not know: it stands there, it does not (send it again, under the stop switch as it
 * is now), or it is let go. @throws AppError `taken` when nobody needs to be asked (any more).
 */
export async function settleReply(ctx: Context, input: { id: string } & Settlement): Promise<ReplyRow> {
  return change(ctx, 'reply.settle', async (tx) => {
    await lockConversationOf(tx, ctx, input.id)
    const row = await lockReply(tx, ctx, input.id)
    if (row.state !== 'needs_person' && row.state !== 'assisted') {
      throw new AppError('taken', 'This answer does not wait for a person any more.', { details: { state: row.state } })
    }
    const decided = await decide(tx, ctx, { row, input })
    const { reply, told } = await writeChange(tx, ctx, { row, change: decided })
    await wakeOutbox(tx)
    return {
      result: reply,
      subject: { kind: 'reply', id: row.id },
      conversationId: row.conversationId,
      details: { what: input.what, was: row.state },
      events: told,
    }
  })
}

async function decide(
  tx: Tx,
  ctx: Context,
  { row, input }: { row: ReplyRow; input: Settlement },
): Promise<ReplyChange> {
  const now = ctx.app.clock.now()
  switch (input.what) {
    case 'stands':
      if (input.url && !/^https?:\/\//iu.test(input.url)) {
        throw new AppError('bad_input', 'url: paste the address of your answer, such as https://example.org/answer.')
      }
      return { reply: { state: 'sent', url: input.url ?? row.url, problem: null, dueAt: null, settledAt: now } }
    case 'let_go':
      // Why it came to this stays on it: it is let go, not forgotten.
      return { reply: { state: 'undone', dueAt: null, settledAt: now } }
    case 'send_again':
      return sendAgain(tx, ctx, { row, now })
  }
}

async function sendAgain(tx: Tx, ctx: Context, { row, now }: { row: ReplyRow; now: Date }): Promise<ReplyChange> {
  if (!row.accountId)
    throw new AppError('bad_input', 'An assisted answer is posted by hand. Paste its link when it stands.')
  const [mention] = await tx
    .select({ network: mentions.network, deletedAt: mentions.deletedAt })
    .from(mentions)
    .where(and(eq(mentions.workspaceId, ctx.workspaceId), eq(mentions.id, row.mentionId)))
  if (!mention || mention.deletedAt) {
    throw new AppError('gone', 'The message was deleted on the network. There is nothing to answer.')
  }
  const account = await accountOf(tx, ctx, { id: row.accountId, network: mention.network })
  const dueAt = new Date(now.getTime() + (await undoMs(tx, ctx.workspaceId)))
  const { workspaceId } = ctx
  const stopNumber = await stopNumberOf(tx, { workspaceId, accountId: account.id })
  const { stopEpoch } = account
  return {
    reply: { state: 'ready', attempts: 0, dueAt, problem: null, settledAt: null, heldAt: null, stopEpoch, stopNumber },
  }
}
