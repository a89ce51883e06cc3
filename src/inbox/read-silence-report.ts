import { sql } from 'drizzle-orm'
import type { Context } from '#team/context.ts'
import { memberOf } from '#team/context.ts'
import { silenceReasonsIn } from '#team/silence-reasons.ts'

export type SilenceFigures = {
  count: number
  standing: number
  byReview: number
  byGrowth: number
  byAuthor: number
  byHand: number
}
export type SilenceReport = {
  from: Date
  until: Date
  closed: number
  answered: number
  elsewhere: number
  silent: number
  reasons: ({ id: string; name: string; isRetired: boolean } & SilenceFigures)[]
}

const none: SilenceFigures = { count: 0, standing: 0, byReview: 0, byGrowth: 0, byAuthor: 0, byHand: 0 }

/**
 * How often conversations were closed in a time, how many of them without an answer and why, and what came of those since. Closings are
 * counted from the record of what happened, so that one which was opened again still counts; what was taken back never was one.
 */
export async function readSilenceReport(
  ctx: Context,
  { from, until }: { from: Date; until: Date },
): Promise<SilenceReport> {
  memberOf(ctx)
  const { workspaceId } = ctx
  const between = (column: ReturnType<typeof sql>) =>
    sql`${column} >= ${from.toISOString()}::timestamptz and ${column} < ${until.toISOString()}::timestamptz`
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const { rows } = await tx.execute<{ id: string | null; name: string } & SilenceFigures>(sql`
      select s.reason_id as id, max(s.reason_name) as name, count(*)::int as count,
        count(*) filter (where s.ended_at is null)::int as standing,
        count(*) filter (where s.ended_by = 'review')::int as "byReview",
        count(*) filter (where s.ended_by = 'growth')::int as "byGrowth",
        count(*) filter (where s.ended_by = 'author')::int as "byAuthor",
        count(*) filter (where s.ended_by in ('hand', 'merged'))::int as "byHand"
        from silences s where s.workspace_id = ${workspaceId} and ${between(sql`s.decided_at`)}
         and s.ended_by is distinct from 'taken_back' group by s.reason_id`)
    const { rows: counted } = await tx.execute<{ finished: number; answered: number }>(sql`
      select (select count(*) filter (where a.action = 'conversation.finish') - count(*) filter (where a.action = 'conversation.reopen'
                and a.details->>'isUndo' = 'true') from audit a
               where a.workspace_id = ${workspaceId} and a.action in ('conversation.finish', 'conversation.reopen') and ${between(sql`a.at`)}
                 and not (a.action = 'conversation.finish' and coalesce(a.details->>'isUndo', '') = 'true'))::int as finished,
             (select count(*) from replies r where r.workspace_id = ${workspaceId} and r.then_do = 'done'
                 and r.state not in ('undone', 'refused', 'needs_person', 'assisted') and ${between(sql`r.created_at`)})::int as answered`)
    const reasons = await silenceReasonsIn(tx, ctx)
    const silent = rows.filter(({ id }) => id !== null)
    const elsewhere = rows.find(({ id }) => id === null)?.count ?? 0
    const silentCount = silent.reduce((sum, { count }) => sum + count, 0)
    const finished = Math.max(counted[0]?.finished ?? 0, silentCount + elsewhere)
    const known = reasons.map(({ id, name, isRetired }) => ({
      ...{ id, name, isRetired },
      ...figuresOf(silent.find((row) => row.id === id)),
    }))
    const gone = silent.filter(({ id }) => !reasons.some((one) => one.id === id))
    return {
      ...{ from, until, elsewhere, silent: silentCount },
      closed: finished + (counted[0]?.answered ?? 0),
      answered: finished - silentCount - elsewhere + (counted[0]?.answered ?? 0),
      reasons: [
        ...known.filter(({ isRetired, count }) => !isRetired || count > 0),
        ...gone.map((row) => ({ id: row.id ?? '', name: row.name, isRetired: true, ...figuresOf(row) })),
      ],
    }
  })
}

function figuresOf(row: SilenceFigures | undefined): SilenceFigures {
  if (!row) return none
  const { count, standing, byReview, byGrowth, byAuthor, byHand } = row
  return { count, standing, byReview, byGrowth, byAuthor, byHand }
}
