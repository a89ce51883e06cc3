import type { Tx } from '#db/database.ts'
import { nativeKey } from '#mentions/store-authors.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import { recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import type { JoinedPost } from './find-threads.ts'

/** Says in the conversation why a post that was not said in its thread stands there: nothing is moved unexplained. */
export async function recordJoined(
  tx: Tx,
  ctx: Context,
  { joined, stored }: { joined: readonly JoinedPost[]; stored: readonly StoredMention[] },
): Promise<void> {
  const idByKey = new Map(stored.map(({ id, post }) => [nativeKey(post.network, post.nativeId), id]))
  for (const { post, conversationId, minutes } of joined) {
    const id = idByKey.get(nativeKey(post.network, post.nativeId))
    if (!id) continue
    await recordChange(tx, ctx, 'mention.join', {
      result: undefined,
      subject: { kind: 'mention', id },
      ...{ conversationId, details: { minutes } },
    })
  }
}
