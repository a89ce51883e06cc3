import { and, eq } from 'drizzle-orm'
import { connectorsIn } from '#app.ts'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { mentions } from '#db/tables/mentions.ts'
import { replies } from '#db/tables/reply.ts'
import type { PostRef } from '#domain/connector.ts'
import { dropEffect } from '#inbox/effects/begin-effect.ts'
import { assertMay, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { askNetwork, noticeLostAccount, readAccount } from './ask-network.ts'
import { openCredentials } from './open-credentials.ts'
import type { ReplyRow } from './outbox-store.ts'

/**
 * Deletes an answer that stands on the network. First there, then here: when it fails in between, it is still shown as
 * sent and can be removed once more.
 */
export async function removeReply(ctx: Context, id: string): Promise<ReplyRow> {
  assertMay(ctx, 'reply.remove')
  const { reply, mention } = await readSent(ctx, id)
  if (!reply.accountId || !reply.nativeId) {
    throw new AppError('bad_input', 'This answer was posted by hand. Remove it on the network itself.')
  }
  const account = await readAccount(ctx, reply.accountId)
  const remove = connectorsIn(ctx.app, ctx.workspaceId).get(account.network)?.reply?.remove
  if (!remove) throw new AppError('bad_input', 'Answers on this network cannot be removed from here.')
  const post: PostRef = {
    nativeId: reply.nativeId,
    parentId: mention.nativeId,
    rootId: mention.rootId ?? undefined,
    url: reply.url ?? undefined,
    ref: (reply.ref ?? undefined) as PostRef['ref'],
  }
  const ask = { credentials: openCredentials(ctx.app, account), account, post }
  try {
    await askNetwork(ctx, (context) => remove(context, ask))
  } catch (error) {
    await noticeLostAccount(ctx, account, error)
    throw error
  }
  return change(ctx, 'reply.remove', async (tx) => {
    const [row] = await tx
      .update(replies)
      .set({ state: 'removed' })
      .where(and(eq(replies.workspaceId, ctx.workspaceId), eq(replies.id, id)))
      .returning()
    await dropEffect(tx, id)
    return {
      result: present(row, 'the reply just read'),
      subject: { kind: 'reply', id },
      conversationId: reply.conversationId,
      events: [{ kind: 'reply.changed' }],
    }
  })
}

async function readSent(ctx: Context, id: string) {
  const [row] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select({ reply: replies, mention: { nativeId: mentions.nativeId, rootId: mentions.rootId } })
      .from(replies)
      .innerJoin(mentions, eq(mentions.id, replies.mentionId))
      .where(and(eq(replies.workspaceId, ctx.workspaceId), eq(replies.id, id))),
  )
  if (!row) throw new AppError('not_found', 'This answer does not exist.')
  if (row.reply.state === 'sent') return row
  throw new AppError('taken', 'Only an answer that stands on the network can be removed.', {
    details: { state: row.reply.state },
  })
}
