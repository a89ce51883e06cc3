import { sql } from 'drizzle-orm'
import { type Context, memberOf } from '#team/context.ts'

export type ViewCounts = {
  mine: number
  unowned: number
  waiting: number
  all: number
  departments: Record<string, number>
  needsPerson: number
}

/** How many conversations each view has, in one question. */
export async function readViewCounts(ctx: Context): Promise<ViewCounts> {
  const member = memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const { rows } = await tx.execute<Omit<ViewCounts, 'departments'>>(sql`
      select count(*) filter (where state = 'open' and owner_id = ${member.id})::int as mine,
             count(*) filter (where state = 'open' and owner_id is null)::int as unowned,
             count(*) filter (where state = 'waiting')::int as waiting,
             count(*) filter (where state = 'open')::int as all,
             (select count(distinct conversation_id)::int from replies
               where workspace_id = ${ctx.workspaceId} and state = 'needs_person') as "needsPerson"
        from conversations where workspace_id = ${ctx.workspaceId} and state in ('open','waiting')`)
    const byDepartment = await tx.execute<{ id: string; count: number }>(sql`
      select department_id as id, count(*)::int as count from conversations
       where workspace_id = ${ctx.workspaceId} and state = 'open' and department_id is not null group by 1`)
    const counts = rows[0] ?? { mine: 0, unowned: 0, waiting: 0, all: 0, needsPerson: 0 }
    return { ...counts, departments: Object.fromEntries(byDepartment.rows.map((row) => [row.id, row.count])) }
  })
}
