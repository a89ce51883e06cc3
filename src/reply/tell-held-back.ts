import type { Tx } from '#db/database.ts'
import type { HeldBackWhy } from '#domain/notice.ts'
import { giveNotices } from '#notify/give-notices.ts'
import type { Context } from '#team/context.ts'
import type { ReplyRow } from './outbox-store.ts'

type HeldBack = Pick<ReplyRow, 'writtenBy' | 'conversationId'>

/** Its writer went on to other work, sure that it would leave. Whoever held it back is not told of it. */
export function tellHeldBack(tx: Tx, ctx: Context, { reply, why }: { reply: HeldBack; why: HeldBackWhy }) {
  const { writtenBy, conversationId } = reply
  return giveNotices(tx, ctx, { memberIds: [writtenBy], conversationId, kind: 'held_back', details: { why } })
}
