import { eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { annotations } from '#db/tables/annotations.ts'
import { type AnnotationInput, annotationLimits } from '#domain/annotation.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { lockAnnotation } from './lock-annotation.ts'

/** Notes what happened, for everybody who reads the charts. @throws AppError `bad_input` for days in the wrong order; `too_many` */
export async function addAnnotation(ctx: Context, input: AnnotationInput): Promise<string> {
  return change(ctx, 'report.annotate', async (tx) => {
    const days = daysOf(input)
    await assertRoom(tx, ctx)
    const id = newId()
    const made = { madeBy: memberOf(ctx).id, madeAt: ctx.app.clock.now() }
    await tx.insert(annotations).values({ id, workspaceId: ctx.workspaceId, ...days, words: input.words, ...made })
    return about(id, id)
  })
}

/** Other days or words: one's own, or anybody's from a lead on. @throws AppError `bad_input`; `not_allowed`; `not_found` */
export async function changeAnnotation(
  ctx: Context,
  { id, ...input }: AnnotationInput & { id: string },
): Promise<void> {
  await change(ctx, 'report.annotate', async (tx) => {
    const days = daysOf(input)
    await lockAnnotation(tx, ctx, id)
    const changed = { changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() }
    await tx
      .update(annotations)
      .set({ ...days, words: input.words, ...changed })
      .where(eq(annotations.id, id))
    return about(id, undefined)
  })
}

/** A second day that is the first says nothing more. */
function daysOf({ day, untilDay }: AnnotationInput): Pick<AnnotationInput, 'day' | 'untilDay'> {
  if (untilDay !== null && untilDay < day)
    throw new AppError('bad_input', 'The last day must not come before the first.')
  return { day, untilDay: untilDay === day ? null : untilDay }
}

async function assertRoom(tx: Tx, ctx: Context): Promise<void> {
  if ((await tx.$count(annotations, eq(annotations.workspaceId, ctx.workspaceId))) >= annotationLimits.kept)
    throw new AppError('too_many', 'There are 2,000 notes of what happened. Remove some that nobody needs first.')
}

/** The words stay out of the audit: what is removed is gone. */
export function about<T>(id: string, result: T): Changed<T> {
  return { result, subject: { kind: 'annotation', id }, events: [{ kind: 'report.changed' }] }
}
