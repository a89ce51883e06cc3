import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import type { mentions } from '#db/tables/mentions.ts'
import { titleFrom } from '#domain/conversation.ts'
import type { Context } from '#team/context.ts'
import { takeConversationNumbers } from '#team/take-conversation-numbers.ts'
import type { ConversationRow } from './change-conversation.ts'
import { partClocks } from './rebuild-clocks.ts'
import { recordStays } from './record-stay.ts'
import { settleMoved } from './settle-moved.ts'
import { weighConversations } from './weigh-conversations.ts'

type Splitting = {
  id: string
  from: ConversationRow
  /** The message that begins it. */
  mention: typeof mentions.$inferSelect
  move: () => Promise<void>
}

/** A conversation of what is taken out of another: with whoever had that, where it stood, and each waits for what was said in it. */
export async function openSplit(
  tx: Tx,
  ctx: Context,
  { id, from, mention, move }: Splitting,
): Promise<ConversationRow> {
  const { workspaceId } = ctx
  const at = ctx.app.clock.now()
  const { network, ownerId, departmentId, urgencyFrom } = from
  await tx.insert(conversations).values({
    ...{ id, workspaceId, network, ownerId, departmentId, urgencyFrom },
    isPlacedByHand: true,
    number: await takeConversationNumbers(tx, workspaceId, 1),
    // A thread has one conversation; this one is found by the messages in it.
    threadId: `split:${id}`,
    title: titleFrom(mention.text, mention.title ?? undefined) || from.title,
    authorId: mention.authorId,
    latestAt: mention.publishedAt,
    openSince: from.openSince,
    createdAt: mention.heardAt,
  })
  await move()
  await recordStays(tx, { workspaceId, conversationIds: [id], departmentId, at, by: null })
  await settleMoved(tx, [id, from.id])
  await partClocks(tx, ctx, { ofId: from.id, otherId: id })
  await weighConversations(tx, { workspaceId, ids: [id, from.id], now: at })
  const [row] = await tx.select().from(conversations).where(eq(conversations.id, id))
  return present(row, 'what was just opened is there')
}
