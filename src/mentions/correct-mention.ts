import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { corrections } from '#db/tables/learning.ts'
import { assessments, mentions } from '#db/tables/mentions.ts'
import type { Assessment, Label } from '#domain/assessment.ts'
import {
  type Correction,
  type CorrectionChange,
  corrected,
  labelWord,
  readChange,
  type Said,
  type StruckReason,
  standing,
} from '#domain/correction.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** Told in the same transaction, so that the stage that shows labels (the inbox) can follow. */
export type AfterCorrection = (
  tx: Tx,
  corrected: { mentionId: string; conversationId: string; assessment: Assessment },
) => Promise<ConversationNow>
/** Which conversation it is in, and its version now. */
export type ConversationNow = { id: string; version: number }

/**
 * A person says what it should have been, or takes back what was said last. It holds at once, over this and every later assessment, and
 * each word is kept as a row of its own.
 */
export async function correctMention(
  ctx: Context,
  input: { mentionId: string; correction: CorrectionChange; after: AfterCorrection },
): Promise<ConversationNow> {
  const { mentionId } = input
  return change(ctx, 'mention.correct', async (tx) => {
    const row = await lockAssessment(tx, ctx, mentionId)
    await keep(tx, ctx, { mentionId, said: row.said, correction: input.correction })
    const correction = await standingOf(tx, mentionId)
    await tx
      .update(assessments)
      .set({ correction, correctedBy: memberOf(ctx).id, correctedAt: ctx.app.clock.now() })
      .where(eq(assessments.mentionId, mentionId))
    const assessment = corrected(row.said, correction)
    const now = await input.after(tx, { mentionId, conversationId: row.conversationId, assessment })
    return {
      result: now,
      subject: { kind: 'mention', id: mentionId },
      conversationId: row.conversationId,
      details: detailsOf(input.correction),
      events: [{ kind: 'mention.changed' }],
    }
  })
}

/** Two people who correct at once do so one after the other. */
async function lockAssessment(tx: Tx, ctx: Context, mentionId: string) {
  const [row] = await tx
    .select({ conversationId: mentions.conversationId, said: assessments.said })
    .from(assessments)
    .innerJoin(mentions, eq(mentions.id, assessments.mentionId))
    .where(and(eq(mentions.workspaceId, ctx.workspaceId), eq(mentions.id, mentionId)))
    .for('update', { of: assessments })
  if (!row) throw new AppError('not_found', 'This message is not here any more.')
  return row
}

type Keeping = { mentionId: string; said: Assessment; correction: CorrectionChange }

async function keep(tx: Tx, ctx: Context, { mentionId, said, correction }: Keeping): Promise<void> {
  const { says, takesBack, because } = readChange(correction)
  for (const label of takesBack) await takeBack(tx, ctx, { mentionId, label })
  if (because) await takeBackReason(tx, ctx, { mentionId, because })
  if (says.length === 0) return
  const at = ctx.app.clock.now()
  const by = memberOf(ctx).id
  await tx.insert(corrections).values(
    says.map((one) => ({
      id: newId(),
      workspaceId: ctx.workspaceId,
      ...{ mentionId, by, at },
      ...{ kind: one.kind, label: one.label },
      value: one.kind === 'is' ? one.value : null,
      reason: one.kind === 'not_because' ? one.reason : null,
      ...{ said: labelWord(said, one.label), saidBy: said.by },
    })),
  )
}

/** The last word that stands about this label; what was said before it stands again. */
async function takeBack(
  tx: Tx,
  ctx: Context,
  { mentionId, label }: { mentionId: string; label: Label },
): Promise<void> {
  const last = tx
    .select({ id: corrections.id })
    .from(corrections)
    .where(and(stands(mentionId), eq(corrections.label, label), inArray(corrections.kind, ['is', 'not'])))
    .orderBy(desc(corrections.at), desc(corrections.id))
    .limit(1)
  await tx.update(corrections).set(takenBackBy(ctx)).where(inArray(corrections.id, last))
}

type Because = { mentionId: string; because: StruckReason }

async function takeBackReason(tx: Tx, ctx: Context, { mentionId, because }: Because): Promise<void> {
  await tx
    .update(corrections)
    .set(takenBackBy(ctx))
    .where(and(stands(mentionId), eq(corrections.kind, 'not_because'), eq(corrections.reason, because)))
}

function takenBackBy(ctx: Context): { takenBackBy: string; takenBackAt: Date } {
  return { takenBackBy: memberOf(ctx).id, takenBackAt: ctx.app.clock.now() }
}

function stands(mentionId: string) {
  return and(eq(corrections.mentionId, mentionId), isNull(corrections.takenBackAt))
}

async function standingOf(tx: Tx, mentionId: string): Promise<Correction | null> {
  const rows = await tx
    .select()
    .from(corrections)
    .where(stands(mentionId))
    .orderBy(asc(corrections.at), asc(corrections.id))
  // The checks of the table hold each kind to its columns.
  return standing(rows as unknown as Said[])
}

/** For the grey line of the thread; the words of a message stay out of the audit. */
function detailsOf({ notBecause, because, ...rest }: CorrectionChange): Record<string, unknown> {
  const reason = notBecause ?? because
  const hasTakenBack = because !== undefined || Object.values(rest).includes(null)
  return { ...rest, ...(reason && { reasonOf: reason.label }), ...(hasTakenBack && { tookBack: true }) }
}
