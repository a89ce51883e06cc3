import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { conversations } from '#db/tables/inbox.ts'
import { authors } from '#db/tables/mentions.ts'
import type { AfterMark } from '#mentions/mark-author.ts'
import type { Context } from '#team/context.ts'
import { lookAgain } from './effects/look-again.ts'
import { weighConversations } from './weigh-conversations.ts'

const weighedMax = 200

/** Who somebody is weighs in everything they have open with us, under whatever name. */
export function followMark({ app, workspaceId }: Context): AfterMark {
  return async (tx, authorId) => {
    // Linked or not any more: what they said elsewhere counts for whom we answered, or does not.
    await lookAgain(tx, { authorIds: [authorId], at: app.clock.now() })
    const persons = tx.select({ id: authors.personId }).from(authors).where(eq(authors.id, authorId))
    const linked = tx.select({ id: authors.id }).from(authors).where(inArray(authors.personId, persons))
    const isTheirs = or(eq(conversations.authorId, authorId), inArray(conversations.authorId, linked))
    const open = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(isTheirs, eq(conversations.state, 'open')))
      .orderBy(desc(conversations.latestAt))
      .limit(weighedMax)
    await weighConversations(tx, { workspaceId, ids: open.map(({ id }) => id), now: app.clock.now() })
  }
}
