import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { assessments, mentions } from '#db/tables/mentions.ts'
import type { Assessment } from '#domain/assessment.ts'
import { type Correction, corrected } from '#domain/assessment.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** Told in the same transaction, so that the stage that shows labels (the inbox) can follow. */
export type AfterCorrection = (
  tx: Tx,
  corrected: { mentionId: string; conversationId: string; assessment: Assessment },
) => Promise<ConversationNow>
/** Which conversation it is in, and its version now. */
export type ConversationNow = { id: string; version: number }

/** A person says what it should have been. It wins at once, over this and every later assessment, and is kept. */
export async function correctMention(
  ctx: Context,
  input: { mentionId: string; correction: Correction; after: AfterCorrection },
): Promise<ConversationNow> {
  const member = memberOf(ctx)
  return change(ctx, 'mention.correct', async (tx) => {
    const [row] = await tx
      .select({ conversationId: mentions.conversationId, said: assessments.said, before: assessments.correction })
      .from(assessments)
      .innerJoin(mentions, eq(mentions.id, assessments.mentionId))
      .where(and(eq(mentions.workspaceId, ctx.workspaceId), eq(mentions.id, input.mentionId)))
    if (!row) throw new AppError('not_found', 'This message is not here any more.')
    const correction = { ...row.before, ...input.correction }
    await tx
      .update(assessments)
      .set({ correction, correctedBy: member.id, correctedAt: ctx.app.clock.now() })
      .where(eq(assessments.mentionId, input.mentionId))
    const assessment = corrected(row.said, correction)
    const now = await input.after(tx, { mentionId: input.mentionId, conversationId: row.conversationId, assessment })
    return {
      result: now,
      subject: { kind: 'mention', id: input.mentionId },
      conversationId: row.conversationId,
      details: { ...input.correction },
      events: [{ kind: 'mention.changed' }],
    }
  })
}
