import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { noiseLessons } from '#db/tables/inbox.ts'
import type { NoiseReason } from '#domain/noise.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type Changes, type ConversationRow, changeConversation } from './change-conversation.ts'
import { teachNoise } from './teach-noise.ts'

export type NoiseSaid = 'noise' | 'work' | 'taken_back'

/**
 * "This is noise", "this is no noise", or what was said last is taken back. It holds at once for the conversation, and teaches: the text,
 * the author, and the words around the name (judge-noise.ts).
 */
export async function sayNoise(
  ctx: Context,
  input: { id: string; said: NoiseSaid; version?: number },
): Promise<ConversationRow> {
  const { id, said, version } = input
  return changeConversation(ctx, {
    id,
    version,
    action: 'conversation.noise',
    details: ({ state }) => ({ said, ...(state === 'done' ? { from: state } : {}) }),
    rule: async (now, tx) => {
      const before = await revokeLesson(tx, ctx, id)
      if (said === 'taken_back') return before === undefined ? undefined : takenBack(now, before)
      await teachNoise(tx, ctx, { conversation: now, isNoise: said === 'noise' })
      return said === 'noise' ? asNoise(ctx, now) : asWork(now)
    },
  })
}

function asNoise(ctx: Context, now: ConversationRow): Changes {
  const hand: NoiseReason = { kind: 'hand', words: [], byId: memberOf(ctx).id, back: null }
  return { state: 'noise', waitUntil: null, noise: now.state === 'noise' ? now.noise : hand, isNeverNoise: false }
}

function asWork(now: ConversationRow): Changes {
  return { state: now.state === 'noise' ? 'open' : now.state, noise: backByHand(now.noise), isNeverNoise: true }
}

export function backByHand(noise: NoiseReason | null): NoiseReason | null {
  return noise && { ...noise, back: { why: 'hand' } }
}

/** To where it was: what the program took for noise is noise again, what a member did is work. */
function takenBack(now: ConversationRow, before: { isNoise: boolean }): Changes {
  if (before.isNoise) return { state: now.state === 'noise' ? 'open' : now.state, noise: null }
  if (now.noise?.back?.why !== 'hand') return { isNeverNoise: false }
  return { state: now.state === 'open' ? 'noise' : now.state, noise: { ...now.noise, back: null }, isNeverNoise: false }
}

async function revokeLesson(tx: Tx, ctx: Context, conversationId: string): Promise<{ isNoise: boolean } | undefined> {
  const [revoked] = await tx
    .update(noiseLessons)
    .set({ revokedAt: ctx.app.clock.now() })
    .where(and(eq(noiseLessons.conversationId, conversationId), isNull(noiseLessons.revokedAt)))
    .returning({ isNoise: noiseLessons.isNoise })
  return revoked
}
