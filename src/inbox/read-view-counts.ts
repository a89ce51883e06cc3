import { sql } from 'drizzle-orm'
import { type Context, memberOf } from '#team/context.ts'
import { askedOf } from './read-parties.ts'
import { toApprove } from './to-approve.ts'

export type ViewCounts = {
  mine: number
  /** A colleague waits for my advice, or for that of a department I am in. */
  asked: number
  /** An answer of a colleague waits for my approval. */
  approve: number
  unowned: number
  waiting: number
  all: number
  noise: number
  departments: Record<string, number>
  needsPerson: number
  /** Answers that wait for a moment of their own. */
  scheduled: number
}

type Group = { state: 'open' | 'waiting' | 'noise'; ownerId: string | null; departmentId: string | null; count: number }

/** How many conversations each view has. The few that are asked or wait for approval are found first, whatever the planner thinks of it. */
export async function readViewCounts(ctx: Context): Promise<ViewCounts> {
  const member = memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const groups = await tx.execute<Group>(sql`
      select state, owner_id as "ownerId", department_id as "departmentId", count(*)::int as count
        from conversations where workspace_id = ${ctx.workspaceId} and state in ('open','waiting','noise') group by 1, 2, 3`)
    const stuck = await tx.execute<{ count: number }>(sql`
      select count(distinct conversation_id)::int as count from replies
       where workspace_id = ${ctx.workspaceId} and state = 'needs_person'`)
    const later = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from replies
       where workspace_id = ${ctx.workspaceId} and scheduled_for is not null and state in ('awaits_approval','ready','held','waiting')`)
    const asked = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from conversations c
       where c.workspace_id = ${ctx.workspaceId} and c.state = 'open' and c.id = any(array(${askedOf(member.id)}))`)
    const approve = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from conversations c
       where c.workspace_id = ${ctx.workspaceId} and c.state <> 'merged'
         and c.id = any(array(${toApprove({ workspaceId: ctx.workspaceId, member })}))`)
    return {
      ...sum(groups.rows, member.id),
      ...{ asked: asked.rows[0]?.count ?? 0, approve: approve.rows[0]?.count ?? 0 },
      ...{ needsPerson: stuck.rows[0]?.count ?? 0, scheduled: later.rows[0]?.count ?? 0 },
    }
  })
}

type Elsewhere = 'asked' | 'approve' | 'needsPerson' | 'scheduled'

function sum(groups: readonly Group[], memberId: string): Omit<ViewCounts, Elsewhere> {
  const counts = { mine: 0, unowned: 0, waiting: 0, all: 0, noise: 0, departments: {} as Record<string, number> }
  for (const { state, ownerId, departmentId, count } of groups) {
    if (state !== 'open') {
      counts[state] += count
      continue
    }
    counts.all += count
    if (ownerId === memberId) counts.mine += count
    if (ownerId === null) counts.unowned += count
    if (departmentId) counts.departments[departmentId] = (counts.departments[departmentId] ?? 0) + count
  }
  return counts
}
