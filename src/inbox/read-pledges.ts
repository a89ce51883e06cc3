import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { pledges } from '#db/tables/promises.ts'
import { members } from '#db/tables/team.ts'
import type { PledgeOutcome } from '#domain/pledge.ts'
import type { Context } from '#team/context.ts'

export type Pledge = {
  id: string
  conversationId: string
  number: number
  text: string
  dueAt: Date
  madeBy: { id: string; name: string } | null
  madeAt: Date
  outcome: PledgeOutcome | null
  settledAt: Date | null
}

const shownMax = 50

/** In one conversation: the open ones first, the soonest of them on top. */
export function pledgesIn(tx: Tx, conversationId: string): Promise<Pledge[]> {
  return read(tx, eq(pledges.conversationId, conversationId))
}

/** To these people, in every conversation that they began. */
export function pledgesTo(tx: Tx, authorIds: readonly string[]): Promise<Pledge[]> {
  return read(tx, inArray(conversations.authorId, [...authorIds]))
}

/** @throws AppError `not_found` */
export async function readPledge(ctx: Context, id: string): Promise<Pledge> {
  const [found] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => read(tx, eq(pledges.id, id)))
  if (!found) throw new AppError('not_found', 'This pledge is not here any more.')
  return found
}

function read(tx: Tx, which: SQL): Promise<Pledge[]> {
  const { id, conversationId, text, dueAt, madeAt, outcome, settledAt } = pledges
  return tx
    .select({
      ...{ id, conversationId, text, dueAt, madeAt, outcome, settledAt },
      number: conversations.number,
      madeBy: { id: members.id, name: members.name },
    })
    .from(pledges)
    .innerJoin(conversations, eq(conversations.id, pledges.conversationId))
    .leftJoin(members, eq(members.id, pledges.madeBy))
    .where(which)
    .orderBy(sql`${pledges.outcome} is not null`, asc(pledges.dueAt), desc(pledges.id))
    .limit(shownMax)
}
