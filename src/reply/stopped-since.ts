import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { mentions } from '#db/tables/mentions.ts'
import type { Words } from '#domain/connector.ts'
import type { Context } from '#team/context.ts'
import { assertHouseStyle } from './assert-house-style.ts'
import { judgeWritten, stoppedWords } from './assert-promotion.ts'
import type { AccountRow, ReplyRow } from './outbox-store.ts'

/**
 * An answer that waited for its moment was looked at when it was written, days ago: what would stop it now is asked again when it is to leave. Undefined
 * where nothing does, and of what had no moment of its own.
 */
export async function stoppedSince(
  tx: Tx,
  ctx: Context,
  { reply, account }: { reply: ReplyRow; account: AccountRow },
): Promise<Words | undefined> {
  if (reply.scheduledFor === null) return undefined
  const { workspaceId, conversationId, text, writtenBy, visibility } = reply
  const [mention] = await tx
    .select()
    .from(mentions)
    .where(and(eq(mentions.workspaceId, workspaceId), eq(mentions.id, reply.mentionId)))
  if (!mention) return undefined
  try {
    await assertHouseStyle(tx, workspaceId, { ...mention, conversationId, text, writtenBy, visibility })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad_input') throw error
    return error.details.words as Words
  }
  const isOfPile = reply.pileId !== null
  const written = { conversationId, mention, account, text, isOfPile, override: reply.override ?? undefined }
  const { standing, ground } = await judgeWritten(tx, ctx, { ...written, exceptReplyId: reply.id })
  return standing.length > 0 ? stoppedWords(standing, ground) : undefined
}
