import { sql } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import type { Community } from '#domain/promotion/community.ts'
import type { GateGround } from '#domain/promotion/judge-answer.ts'
import type { Sketch } from '#domain/promotion/sketch.ts'
import type { Context } from '#team/context.ts'
import { communityOf, rulesIn } from './community-of.ts'
import { readContact } from './read-contact.ts'
import { readOwnRules, readPromotion } from './read-promotion.ts'

/** So many of the newest answers are compared; whoever says more within a window says it by a machine. */
const comparedMax = 2_000

export type Answered = {
  conversationId: string
  /** An answer that stands already and is looked at again does not count against itself. */
  exceptReplyId?: string
  mention: { authorId: string; network: string; url: string | null; ref: unknown; text: string }
}

/** All that is counted around one answer. With a sketch only what is like it is brought; without, as many of the newest as `most`. */
export async function readGround(
  tx: Tx,
  ctx: Context,
  { conversationId, mention, exceptReplyId }: Answered,
  compare: { like: Sketch } | { most: number },
): Promise<GateGround> {
  const { workspaceId } = ctx
  const now = ctx.app.clock.now()
  const { settings, brands } = await readPromotion(tx, workspaceId)
  const since = new Date(now.getTime() - settings.windowDays * day)
  const { authorId, network } = mention
  const { rows: authors } = await tx.execute<{ handle: string }>(sql`select handle from authors where id = ${authorId}`)
  const community = communityOf(ctx, { ...mention, handle: authors[0]?.handle ?? '' })
  const contact = await readContact(tx, { workspaceId, conversationId, authorId, network, brands, since })
  const counts = await readCounts(tx, {
    ...{ workspaceId, community, since, exceptReplyId },
    dayAgo: new Date(now.getTime() - day),
  })
  return {
    settings,
    brands,
    community,
    rules: rulesIn(ctx, community, await readOwnRules(tx, workspaceId)),
    asks: mention.text,
    ...contact,
    ...counts,
    recent: await readRecent(tx, { workspaceId, conversationId, since, compare }),
  }
}

type Counted = {
  workspaceId: string
  community: Community
  since: Date
  dayAgo: Date
  exceptReplyId?: string | undefined
}

export async function readCounts(tx: Tx, { workspaceId, community, since, dayAgo, exceptReplyId }: Counted) {
  const others = exceptReplyId === undefined ? sql`` : sql`and r.id <> ${exceptReplyId}`
  const { rows } = await tx.execute<{ answers: number; promotions: number; today: number }>(sql`
    select (count(*) filter (where j.at > ${since.toISOString()}))::int as answers,
           (count(*) filter (where j.at > ${since.toISOString()} and j.is_promotional))::int as promotions,
           (count(*) filter (where j.at > ${dayAgo.toISOString()}))::int as today
      from judged_replies j join replies r on r.id = j.reply_id
     where j.workspace_id = ${workspaceId} and j.network = ${community.network} and j.place = ${community.place}
       and j.at > least(${since.toISOString()}::timestamptz, ${dayAgo.toISOString()}::timestamptz) and r.state not in ('undone', 'refused') ${others}`)
  const [row] = rows
  return { answers: row?.answers ?? 0, promotions: row?.promotions ?? 0, answersToday: row?.today ?? 0 }
}

type Compared = {
  workspaceId: string
  /** What was said here already is no copy elsewhere. */
  conversationId?: string
  since: Date
  compare: { like: Sketch } | { most: number }
}

export async function readRecent(
  tx: Tx,
  { workspaceId, conversationId, since, compare }: Compared,
): Promise<GateGround['recent']> {
  const most = 'most' in compare ? compare.most : comparedMax
  const like = 'like' in compare ? sql`where q.sketch && ${`{${compare.like.join(',')}}`}::int[]` : sql``
  const elsewhere = conversationId === undefined ? sql`` : sql`and r.conversation_id <> ${conversationId}`
  const { rows } = await tx.execute<{ conversation_id: string; sketch: number[]; is_promotional: boolean }>(sql`
    select q.conversation_id, q.sketch, q.is_promotional from (
      select r.conversation_id, j.sketch, j.at, (j.is_promotional or (j.has_link and j.is_unasked)) as is_promotional
        from judged_replies j join replies r on r.id = j.reply_id
       where j.workspace_id = ${workspaceId} and j.at > ${since.toISOString()} and (j.is_promotional or j.is_unasked) and j.sketch <> '{}'
         ${elsewhere} and r.state not in ('undone', 'refused')
       order by ${'most' in compare ? sql`(j.is_promotional or j.has_link) desc, ` : sql``}j.at desc limit ${most}) q ${like}
     order by q.at desc`)
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    sketch: row.sketch,
    isPromotional: row.is_promotional,
  }))
}
