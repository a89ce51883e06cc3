import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { mentions } from '#db/tables/mentions.ts'
import { accounts, replies } from '#db/tables/reply.ts'
import type { Post } from '#domain/post.ts'
import type { Context } from '#team/context.ts'
import { afterHearing } from './heard-back.ts'
import type { ReplyRow } from './outbox-store.ts'
import { writeChange } from './write-change.ts'

const candidatesMax = 20

/**
 * A post of one of our own accounts came by: the proof that a reply stands, also one of which we did not know it, and the
 * end of an assisted answer. Called by the intake inside its transaction, which tells the screens of the conversation.
 * Returns the reply, or undefined when the post is none of ours from here.
 */
export async function confirmHeardBack(
  tx: Tx,
  ctx: Context,
  { post }: { post: Post },
): Promise<{ replyId: string; conversationId: string } | undefined> {
  const now = ctx.app.clock.now()
  for (const row of await candidates(tx, ctx, post)) {
    const change = afterHearing(row, post, now)
    if (!change) continue
    await writeChange(tx, ctx, { row, change })
    return { replyId: row.id, conversationId: row.conversationId }
  }
  return undefined
}

/** The reply with this very id; else those to the same post by the same account, or assisted, that have none yet. */
async function candidates(tx: Tx, ctx: Context, post: Post): Promise<ReplyRow[]> {
  const { workspaceId } = ctx
  const [known] = await tx
    .select({ reply: replies })
    .from(replies)
    .innerJoin(mentions, eq(mentions.id, replies.mentionId))
    .where(
      and(
        eq(replies.workspaceId, workspaceId),
        eq(mentions.network, post.network),
        eq(replies.nativeId, post.nativeId),
      ),
    )
    .for('update', { of: replies })
  if (known) return [known.reply]
  const parentId = post.parentId ?? post.rootId
  if (!parentId) return []
  const isBySameAccount = and(eq(accounts.network, post.network), eq(accounts.nativeId, post.author.nativeId))
  const rows = await tx
    .select({ reply: replies })
    .from(replies)
    .innerJoin(mentions, eq(mentions.id, replies.mentionId))
    .leftJoin(accounts, eq(accounts.id, replies.accountId))
    .where(
      and(
        eq(replies.workspaceId, workspaceId),
        eq(mentions.network, post.network),
        eq(mentions.nativeId, parentId),
        isNull(replies.nativeId),
        or(isBySameAccount, isNull(replies.accountId)),
        inArray(replies.state, ['sending', 'unknown', 'needs_person', 'ready', 'held', 'waiting', 'assisted', 'sent']),
      ),
    )
    .orderBy(asc(replies.createdAt))
    .limit(candidatesMax)
    .for('update', { of: replies })
  return rows.map((row) => row.reply)
}
