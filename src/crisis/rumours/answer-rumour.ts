import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { rumourAnswers } from '#db/tables/rumours.ts'
import { members } from '#db/tables/team.ts'
import { can } from '#domain/action.ts'
import type { KnowledgeStatement } from '#domain/knowledge.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { assertRumourHere } from './assert-rumour-here.ts'

/** What we say to whoever tells it: a version that is offered to nobody until somebody else approved it. @returns its number */
export async function writeRumourAnswer(
  ctx: Context,
  { id, statements }: { id: string; statements: KnowledgeStatement[] },
): Promise<number> {
  if (new Set(statements.map(({ lang }) => lang)).size < statements.length)
    throw new AppError('bad_input', {
      en: 'An answer is written once in each language.',
      nl: 'Een antwoord staat er in elke taal één keer.',
    })
  return change(ctx, 'rumour.answer', async (tx) => {
    await assertRumourHere(tx, ctx, id)
    const [last] = await tx
      .select({ number: rumourAnswers.number })
      .from(rumourAnswers)
      .where(eq(rumourAnswers.rumourId, id))
      .orderBy(desc(rumourAnswers.number))
      .limit(1)
    const number = (last?.number ?? 0) + 1
    const { workspaceId } = ctx
    const written = { by: memberOf(ctx).id, at: ctx.app.clock.now() }
    await tx.insert(rumourAnswers).values({ id: newId(), workspaceId, rumourId: id, number, statements, ...written })
    return {
      result: number,
      subject: { kind: 'rumour', id },
      details: { number },
      events: [{ kind: 'rumour.changed' }],
    }
  })
}

/**
 * Only the newest version, and nobody their own, unless nobody else is here who may.
 *
 * @throws AppError `taken` when there is a newer one, or it is approved already; `not_allowed` for one's own.
 */
export async function approveRumourAnswer(ctx: Context, { id, number }: { id: string; number: number }): Promise<void> {
  const member = memberOf(ctx)
  await change(ctx, 'rumour.approve', async (tx) => {
    await assertRumourHere(tx, ctx, id)
    const [newest] = await tx
      .select()
      .from(rumourAnswers)
      .where(eq(rumourAnswers.rumourId, id))
      .orderBy(desc(rumourAnswers.number))
      .limit(1)
    if (!newest) throw new AppError('not_found', 'There is no answer to approve yet.')
    if (newest.number !== number)
      throw new AppError('taken', {
        en: 'A colleague wrote another answer meanwhile. Read that one first.',
        nl: 'Een collega schreef intussen een ander antwoord. Lees dat eerst.',
      })
    if (newest.by === member.id && (await isAnotherHere(tx, ctx, member.id)))
      throw new AppError('not_allowed', {
        en: 'You wrote this answer. Ask a colleague to approve it.',
        nl: 'Jij schreef dit antwoord. Vraag een collega om akkoord.',
      })
    const approved = await tx
      .update(rumourAnswers)
      .set({ approvedBy: member.id, approvedAt: ctx.app.clock.now() })
      .where(and(eq(rumourAnswers.id, newest.id), isNull(rumourAnswers.approvedAt)))
      .returning({ id: rumourAnswers.id })
    if (approved.length === 0)
      throw new AppError('taken', {
        en: 'A colleague approved this answer already.',
        nl: 'Een collega gaf al akkoord op dit antwoord.',
      })
    const details = { number, isOwn: newest.by === member.id }
    return { result: undefined, subject: { kind: 'rumour', id }, details, events: [{ kind: 'rumour.changed' }] }
  })
}

async function isAnotherHere(tx: Tx, ctx: Context, memberId: string): Promise<boolean> {
  const others = await tx
    .select({ id: members.id, role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), ne(members.id, memberId), isNull(members.leftAt)))
  return others.some(({ role }) => can({ kind: 'member', member: { ...memberOf(ctx), role } }, 'rumour.approve'))
}
