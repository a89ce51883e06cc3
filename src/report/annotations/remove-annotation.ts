import { eq } from 'drizzle-orm'
import { annotations } from '#db/tables/annotations.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { lockAnnotation } from './lock-annotation.ts'
import { about } from './save-annotation.ts'

/** One's own, or anybody's from a lead on. @throws AppError `not_allowed`; `not_found` */
export async function removeAnnotation(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'report.unannotate', async (tx) => {
    await lockAnnotation(tx, ctx, id)
    await tx.delete(annotations).where(eq(annotations.id, id))
    return about(id, undefined)
  })
}
