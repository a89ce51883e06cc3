import { and, desc, eq, lte } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import { answeredByHandFromMs } from '#domain/promise-clock.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import type { Context } from '#team/context.ts'
import { writeConversation } from './change-conversation.ts'
import { giveAnswer } from './give-answer.ts'

/** What we answered elsewhere, on the network itself, is an answer: the promise is kept. */
export async function hearOwnAnswers(tx: Tx, ctx: Context, stored: readonly StoredMention[]): Promise<void> {
  const own = stored
    .filter(({ isOwn, post }) => isOwn && (post.parentId ?? post.rootId) !== undefined)
    .toSorted((a, b) => a.post.publishedAt.getTime() - b.post.publishedAt.getTime())
  for (const { conversationId, post } of own) {
    const at = post.publishedAt
    if (!(await isByHand(tx, { conversationId, at }))) continue
    const [row] = await tx
      .select({ answeredAt: conversations.answeredAt })
      .from(conversations)
      .where(eq(conversations.id, conversationId))
      .for('update')
    if (!row?.answeredAt || row.answeredAt > at) await writeConversation(tx, conversationId, { answeredAt: at })
    await giveAnswer(tx, ctx, { conversationId, answeredUpTo: at, at, by: 'elsewhere' })
  }
}

/** A receipt that a machine sends at once is no answer. */
async function isByHand(tx: Tx, { conversationId, at }: { conversationId: string; at: Date }): Promise<boolean> {
  const isBefore = lte(mentions.publishedAt, at)
  const [asked] = await tx
    .select({ publishedAt: mentions.publishedAt })
    .from(mentions)
    .where(and(eq(mentions.conversationId, conversationId), eq(mentions.isOwn, false), isBefore))
    .orderBy(desc(mentions.publishedAt))
    .limit(1)
  return asked !== undefined && at.getTime() - asked.publishedAt.getTime() >= answeredByHandFromMs
}
