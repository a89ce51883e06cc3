import { sql } from 'drizzle-orm'
import { type Context, memberOf } from '#team/context.ts'
import { contextWords } from '#triage/judge-noise.ts'
import { readNoiseLessons } from './read-noise-lessons.ts'

const shownMax = 200

export type ShownLesson = {
  id: string
  isNoise: boolean
  isByHand: boolean
  conversation: { id: string; number: number; title: string } | null
  topic: { id: string; name: string } | null
  author: { id: string; name: string } | null
  words: string[]
  by: { id: string; name: string } | null
  at: string
}
export type NoiseTaught = {
  lessons: ShownLesson[]
  /** What these lessons have come to mean, by topic. */
  words: { topic: { id: string; name: string }; given: string[]; learned: string[] }[]
}

/** Everything that members taught about noise and did not take back, and which words that makes of it. */
export async function readNoise(ctx: Context): Promise<NoiseTaught> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const { rows } = await tx.execute<ShownLesson>(sql`
      select l.id, l.is_noise as "isNoise", l.conversation_id is null as "isByHand", l.words, l.said_at as at,
        case when c.id is null then null else jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title) end as conversation,
        case when t.id is null then null else jsonb_build_object('id', t.id, 'name', t.name) end as topic,
        case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end as author,
        case when m.id is null then null else jsonb_build_object('id', m.id, 'name', m.name) end as by
      from noise_lessons l left join conversations c on c.id = l.conversation_id left join topics t on t.id = l.topic_id
        left join authors a on a.id = l.author_id left join members m on m.id = l.said_by
      where l.workspace_id = ${ctx.workspaceId} and l.revoked_at is null order by l.said_at desc, l.id limit ${shownMax}`)
    const taught = await readNoiseLessons(tx, ctx.workspaceId)
    const topics = new Map(rows.flatMap(({ topic }) => (topic ? [[topic.id, topic] as const] : [])))
    const words = [...topics.values()].map((topic) => ({ topic, ...contextWords(topic.id, taught) }))
    return { lessons: rows, words: words.filter(({ given, learned }) => given.length + learned.length > 0) }
  })
}
