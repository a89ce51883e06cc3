import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { titleFrom } from '#domain/conversation.ts'
import type { TouchedMention } from '#mentions/follow-network.ts'

/**
 * A title that came from a message goes with its words, or changes with them: what was deleted on the network may not live on above the
 * conversation, or be found by it. A title that a person gave is ours, and stays.
 */
export async function retitle(tx: Tx, touched: readonly TouchedMention[]): Promise<void> {
  const ids = [...new Set(touched.map((one) => one.conversationId))].toSorted()
  if (ids.length === 0) return
  const stands = and(
    eq(mentions.conversationId, conversations.id),
    eq(mentions.isOwn, false),
    isNull(mentions.deletedAt),
  )
  const leads = await tx
    .selectDistinctOn([conversations.id], {
      id: conversations.id,
      was: conversations.title,
      network: conversations.network,
      text: mentions.text,
      title: mentions.title,
      author: authors.name,
    })
    .from(conversations)
    .leftJoin(mentions, stands)
    .leftJoin(authors, eq(authors.id, conversations.authorId))
    .where(and(inArray(conversations.id, ids), eq(conversations.isTitleGiven, false)))
    .orderBy(conversations.id, mentions.publishedAt, mentions.id)
  for (const { id, was, network, text, title, author } of leads) {
    const now = titleFrom(text ?? '', title ?? undefined) || author || network
    if (now === was) continue
    await tx
      .update(conversations)
      .set({ title: now })
      .where(and(eq(conversations.id, id), eq(conversations.isTitleGiven, false)))
  }
}
