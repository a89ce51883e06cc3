import { sql } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import type { Community } from '#domain/promotion/community.ts'
import type { Override } from '#domain/promotion/override.ts'
import type { Context } from '#team/context.ts'
import { rulesIn } from './community-of.ts'
import { readOwnRules, readPromotion } from './read-promotion.ts'

export type Counts = { answers: number; promotions: number; unasked: number; overridden: number }
export type CommunityShare = Counts & { community: Community; oneIn: number; isOver: boolean }
export type DepartmentShare = Counts & { department: { id: string; name: string } | null }
export type Shares = { total: Counts; communities: CommunityShare[]; departments: DepartmentShare[] }

const shownMax = 200
const answersMax = 100

const counted = sql`count(*)::int as answers, (count(*) filter (where j.is_promotional))::int as promotions,
  (count(*) filter (where j.is_unasked))::int as unasked, (count(*) filter (where r.override is not null))::int as overridden`

/** How much of what we answered promoted: per community against its bound, and per department. */
export async function readShares(ctx: Context, days: number): Promise<Shares> {
  const standing = standingSince(ctx, days)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const { settings } = await readPromotion(tx, ctx.workspaceId)
    const own = await readOwnRules(tx, ctx.workspaceId)
    const places = await tx.execute<Counts & Community>(sql`
      select j.network, j.place, max(j.place_name) as name, ${counted} ${standing}
       group by j.network, j.place order by promotions desc, answers desc, j.network, j.place limit ${shownMax}`)
    const departments = await tx.execute<Counts & { id: string | null; name: string | null }>(sql`
      select d.id, d.name, ${counted} ${standing} group by d.id, d.name order by promotions desc, answers desc, d.name limit ${shownMax}`)
    const total = await tx.execute<Counts>(sql`select ${counted} ${standing}`)
    return {
      total: total.rows[0] ?? { answers: 0, promotions: 0, unasked: 0, overridden: 0 },
      communities: places.rows.map(({ network, place, name, ...counts }) => {
        const community = { network, place, name }
        const oneIn = rulesIn(ctx, community, own).oneIn ?? settings.oneIn
        const isOver = counts.promotions > 0 && (oneIn === 0 || counts.promotions * oneIn > counts.answers)
        return { ...counts, community, oneIn, isOver }
      }),
      departments: departments.rows.map(({ id, name, ...counts }) => ({
        ...counts,
        department: id === null || name === null ? null : { id, name },
      })),
    }
  })
}

/** The communities we answered in, the newest first. */
export async function knownCommunities(tx: Tx, workspaceId: string): Promise<Community[]> {
  const { rows } = await tx.execute<Community>(sql`
    select network, place, max(place_name) as name from judged_replies where workspace_id = ${workspaceId}
     group by network, place order by max(at) desc limit ${shownMax}`)
  return rows
}

export type PromotingAnswer = {
  id: string
  conversationId: string
  number: number
  text: string
  at: Date
  by: { id: string; name: string }
  community: Community
  isPromotional: boolean
  isUnasked: boolean
  override: Override | null
}
export type AnswersAsk = {
  days: number
  network?: string | undefined
  place?: string | undefined
  departmentId?: string | undefined
}

/** Which answers those were. */
export async function readPromotingAnswers(
  ctx: Context,
  { days, network, place, departmentId }: AnswersAsk,
): Promise<PromotingAnswer[]> {
  const { rows } = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.execute<Omit<PromotingAnswer, 'at' | 'community'> & Community & { at: string }>(sql`
      select r.id, r.conversation_id as "conversationId", c.number, r.text, j.at, jsonb_build_object('id', b.id, 'name', b.name) as by,
             j.network, j.place, j.place_name as name, j.is_promotional as "isPromotional", j.is_unasked as "isUnasked", r.override
        ${standingSince(ctx, days)} and (j.is_promotional or r.override is not null)
         ${network === undefined ? sql`` : sql`and j.network = ${network}`} ${place === undefined ? sql`` : sql`and j.place = ${place}`}
         ${departmentId === undefined ? sql`` : sql`and j.department_id = ${departmentId}`}
       order by j.at desc, r.id limit ${answersMax}`),
  )
  return rows.map(({ network: of, place: where, name, at, ...row }) => ({
    ...row,
    at: new Date(at),
    community: { network: of, place: where, name },
  }))
}

function standingSince({ app, workspaceId }: Context, days: number) {
  const since = new Date(app.clock.now().getTime() - days * day).toISOString()
  return sql`from judged_replies j join replies r on r.id = j.reply_id join conversations c on c.id = r.conversation_id
      join members b on b.id = r.written_by left join departments d on d.id = j.department_id
     where j.workspace_id = ${workspaceId} and j.at > ${since} and r.state not in ('undone', 'refused')`
}
