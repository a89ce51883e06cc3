import { sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { ConversationState } from '#domain/conversation.ts'
import { pileMax } from '#domain/pile.ts'
import { idOf } from '#inbox/change-story.ts'
import type { AuthorRow } from '#inbox/read-page.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type UnsaidIn, unsaidIn } from './incidents-over.ts'

const textMax = 1_000

export type PileRow = {
  id: string
  number: number
  title: string
  state: ConversationState
  network: string
  latestAt: string
  version: number
  author: AuthorRow | null
  owner: { id: string; name: string } | null
  /** What an answer would be to: the newest message of whoever began it that still stands. */
  mentionId: string | null
  text: string
  lang: string
  /** Of ours, the newest that was not taken back. */
  replyId: string | null
}
export type ReadPile = { title: string; count: number; rows: PileRow[]; incidents: UnsaidIn[] }

/** All who tell of the same event, as far as they can be answered as one; the newest first. @throws AppError `not_found` where there is no story. */
export async function readPile(ctx: Context, idOrKey: string): Promise<ReadPile> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const conversationId = await idOf(tx, ctx, idOrKey)
    const { rows } = await tx.execute<Pick<ReadPile, 'title' | 'count'> & { id: string }>(sql`
      select s.id, s.conversation_count as count,
          (select f.title from conversations f where f.story_id = s.id order by f.created_at, f.number limit 1) as title
        from conversations c join stories s on s.id = c.story_id
       where c.workspace_id = ${ctx.workspaceId} and c.id = ${conversationId}`)
    const story = rows[0]
    if (!story) throw new AppError('not_found', 'This conversation is in no story.')
    const lines = await tx.execute<PileRow>(sql`
      select c.id, c.number, c.title, c.state, c.network, c.latest_at as "latestAt", c.version, c.lang,
        case when a.id is null then null else jsonb_build_object('id', a.id, 'network', a.network, 'handle', a.handle,
          'name', a.name, 'url', a.url, 'avatarUrl', a.avatar_url, 'bio', null, 'followers', a.followers) end as author,
        case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end as owner,
        m.id as "mentionId", left(coalesce(m.text, ''), ${textMax}) as text,
        (select r.id from replies r where r.conversation_id = c.id and r.state not in ('undone', 'removed', 'refused')
          order by r.created_at desc limit 1) as "replyId"
      from conversations c
        left join authors a on a.id = c.author_id left join members o on o.id = c.owner_id
        left join lateral (select m.id, m.text from mentions m where m.conversation_id = c.id and m.author_id = c.author_id
          and not m.is_own and m.deleted_at is null order by m.published_at desc, m.id desc limit 1) m on true
      where c.story_id = ${story.id} and c.state not in ('merged', 'noise')
      order by c.latest_at desc, c.id limit ${pileMax}`)
    const conversationIds = lines.rows.map(({ id }) => id)
    const incidents = await unsaidIn(tx, { workspaceId: ctx.workspaceId, conversationIds })
    return { title: story.title, count: story.count, rows: lines.rows, incidents }
  })
}
