import { sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { ConversationState } from '#domain/conversation.ts'
import type { JoinedHow, JoinedWhy } from '#domain/story.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { AuthorRow } from './read-page.ts'

/** More is not read by anybody; the count says how many there are. */
const shownMax = 100
const excerptMax = 200

export type StoryLine = {
  id: string
  number: number
  title: string
  state: ConversationState
  network: string
  latestAt: string
  author: AuthorRow | null
  text: string | null
  lang: string
  how: JoinedHow
  why: JoinedWhy
}
/** It is called as the conversation that began it. */
export type ReadStory = { id: string; title: string; count: number; lines: StoryLine[] }

/** The story a conversation is in, with the others in it, the newest first. @throws AppError `not_found` where it is in none. */
export async function readStory(ctx: Context, conversationId: string): Promise<ReadStory> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const { rows } = await tx.execute<Omit<ReadStory, 'lines'>>(sql`
      select s.id, s.conversation_count as count,
          (select f.title from conversations f where f.story_id = s.id order by f.created_at, f.number limit 1) as title
        from conversations c join stories s on s.id = c.story_id
       where c.workspace_id = ${ctx.workspaceId} and c.id = ${conversationId}`)
    const story = rows[0]
    if (!story) throw new AppError('not_found', 'This conversation is in no story.')
    const lines = await tx.execute<StoryLine>(sql`
      select c.id, c.number, c.title, c.state, c.network, c.latest_at as "latestAt", c.lang, sc.how, sc.why,
        left(m.text, ${excerptMax}) as text,
        case when a.id is null then null else jsonb_build_object('id', a.id, 'network', a.network, 'handle', a.handle,
          'name', a.name, 'url', a.url, 'avatarUrl', a.avatar_url, 'bio', null, 'followers', a.followers) end as author
      from conversations c join story_conversations sc on sc.conversation_id = c.id and sc.story_id = c.story_id
        left join mentions m on m.id = c.latest_mention_id left join authors a on a.id = c.author_id
      where c.story_id = ${story.id} order by c.latest_at desc, c.id limit ${shownMax}`)
    return { ...story, lines: lines.rows }
  })
}
