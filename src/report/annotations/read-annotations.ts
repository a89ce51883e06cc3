import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { annotations } from '#db/tables/annotations.ts'
import { mayChangeAnnotation } from '#domain/annotation.ts'
import type { DayRange } from '#report/report-period.ts'
import { type Context, memberOf } from '#team/context.ts'

type Named = { id: string; name: string }
export type Annotation = Pick<
  typeof annotations.$inferSelect,
  'id' | 'day' | 'untilDay' | 'words' | 'madeAt' | 'changedAt'
> & { madeBy: Named | null; changedBy: Named | null }

/** What happened between two days, with whether one may change it. @throws AppError `bad_input` */
export async function readAnnotations(ctx: Context, range: DayRange): Promise<(Annotation & { mayChange: boolean })[]> {
  const member = memberOf(ctx)
  if (range.to < range.from) throw new AppError('bad_input', 'The period must end after it begins.')
  const rows = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => annotationsIn(tx, ctx.workspaceId, range))
  return rows.map((row) => ({ ...row, mayChange: mayChangeAnnotation(row.madeBy?.id ?? null, member) }))
}

/** All of which a day lies between these two, in the order of their first days. `annotationLimits.kept` bounds them. */
export async function annotationsIn(tx: Tx, workspaceId: string, { from, to }: DayRange): Promise<Annotation[]> {
  const { id, day, untilDay, words, madeAt, changedAt } = annotations
  const lastDay = sql`coalesce(${untilDay}, ${day})`
  return await tx
    .select({
      ...{ id, day, untilDay, words, madeAt, changedAt },
      madeBy: sql<Named | null>`(select jsonb_build_object('id', m.id, 'name', m.name) from members m where m.id = annotations.made_by)`,
      changedBy: sql<Named | null>`(select jsonb_build_object('id', m.id, 'name', m.name) from members m where m.id = annotations.changed_by)`,
    })
    .from(annotations)
    .where(and(eq(annotations.workspaceId, workspaceId), lte(day, to), gte(lastDay, from)))
    .orderBy(asc(day), asc(id))
}
