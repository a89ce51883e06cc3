import { and, eq, ne } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { mentions } from '#db/tables/mentions.ts'
import { accounts } from '#db/tables/reply.ts'
import type { GateGround } from '#domain/promotion/judge-answer.ts'
import type { Voice } from '#domain/promotion/promotion-settings.ts'
import { voiceOf } from '#reply/assert-promotion.ts'
import type { Context } from '#team/context.ts'
import { readGround } from './read-ground.ts'

/** The newest promotions are enough to see a copy while one types; the server compares all of them. */
const comparedMax = 30
const asksMax = 5_000

/** What a page needs to judge an answer as it is typed. @throws AppError `not_found` */
export async function readGate(
  ctx: Context,
  { conversationId, mentionId }: { conversationId: string; mentionId: string },
): Promise<GateGround & { voices: Record<string, Voice> }> {
  const { workspaceId } = ctx
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const [mention] = await tx
      .select()
      .from(mentions)
      .where(
        and(
          eq(mentions.workspaceId, workspaceId),
          eq(mentions.id, mentionId),
          eq(mentions.conversationId, conversationId),
        ),
      )
    if (!mention) throw new AppError('not_found', 'The message you answer is not in this conversation.')
    const ground = await readGround(tx, ctx, { conversationId, mention }, { most: comparedMax })
    const speakers = await tx
      .select({ id: accounts.id, handle: accounts.handle, name: accounts.name })
      .from(accounts)
      .where(
        and(
          eq(accounts.workspaceId, workspaceId),
          eq(accounts.network, mention.network),
          ne(accounts.state, 'removed'),
        ),
      )
    const voices = Object.fromEntries(speakers.map((account) => [account.id, voiceOf(account, ground)]))
    return { ...ground, asks: ground.asks.slice(0, asksMax), voices }
  })
}
