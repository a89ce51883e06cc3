import { and, eq } from 'drizzle-orm'
import { connectorsIn } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { mentions } from '#db/tables/mentions.ts'
import type { PostRef } from '#domain/connector.ts'
import { assertMay, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { askNetwork, noticeLostAccount, readAccount } from './ask-network.ts'
import { openCredentials } from './open-credentials.ts'

/** Likes a post as one of our accounts. Networks take the second like of one account as the first. */
export async function likeMention(ctx: Context, input: { mentionId: string; accountId: string }): Promise<void> {
  assertMay(ctx, 'mention.like')
  const mention = await readMention(ctx, input.mentionId)
  const account = await readAccount(ctx, input.accountId)
  const connector = connectorsIn(ctx.app, ctx.workspaceId).get(account.network)
  const like = connector?.like
  if (!like || account.network !== mention.network) {
    throw new AppError('bad_input', 'A post of this network cannot be liked with this account.')
  }
  const ask = { credentials: openCredentials(ctx.app, account), account, post: postRef(mention) }
  try {
    await askNetwork(ctx, (context) => like(context, ask), { speaksAs: account.id })
  } catch (error) {
    await noticeLostAccount(ctx, account, error)
    throw error
  }
  await change(ctx, 'mention.like', async () => ({
    result: undefined,
    subject: { kind: 'mention', id: mention.id },
    conversationId: mention.conversationId,
    details: { accountId: account.id },
    events: [{ kind: 'mention.changed' }],
  }))
}

type MentionRow = typeof mentions.$inferSelect

async function readMention(ctx: Context, id: string): Promise<MentionRow> {
  const [row] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select()
      .from(mentions)
      .where(and(eq(mentions.workspaceId, ctx.workspaceId), eq(mentions.id, id))),
  )
  if (!row) throw new AppError('not_found', 'This message is not here.')
  if (row.deletedAt) throw new AppError('gone', 'The message was deleted on the network.')
  return row
}

function postRef({ nativeId, rootId, parentId, url, ref }: MentionRow): PostRef {
  const opaque = (ref ?? undefined) as PostRef['ref']
  return { nativeId, rootId: rootId ?? undefined, parentId: parentId ?? undefined, url: url ?? undefined, ref: opaque }
}
