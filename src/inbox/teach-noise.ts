import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { noiseLessons } from '#db/tables/inbox.ts'
import { mentions, mentionTopics } from '#db/tables/mentions.ts'
import { type Context, memberOf } from '#team/context.ts'
import { bytesOf } from '#triage/alike/min-hash.ts'
import { printOf } from '#triage/alike/print-of.ts'
import { tellingWords } from '#triage/telling-words.ts'
import type { ConversationRow } from './change-conversation.ts'

/** Against so many ordinary messages of the topic it is held which words are of the namesake only. */
const ordinaryMax = 300
/** So many times as often a word must stand in the noise of a topic as in the rest of it. */
const oftenerFrom = 3

/** What a member said of a conversation becomes a lesson: its newest text, who wrote it, and the words around the name. */
export async function teachNoise(
  tx: Tx,
  ctx: Context,
  { conversation, isNoise }: { conversation: ConversationRow; isNoise: boolean },
): Promise<void> {
  const [mention] = await tx
    .select()
    .from(mentions)
    .where(and(eq(mentions.conversationId, conversation.id), eq(mentions.isOwn, false), isNull(mentions.deletedAt)))
    .orderBy(desc(mentions.publishedAt))
    .limit(1)
  const matched = mention ? await tx.select().from(mentionTopics).where(eq(mentionTopics.mentionId, mention.id)) : []
  const topicId = matched[0]?.topicId ?? conversation.topicIds[0] ?? null
  const print = mention && printOf({ ...mention, title: mention.title ?? undefined })
  // The name itself stands in every message of the topic: as a word of noise it would hide them all.
  const named = matched.flatMap(({ spans }) =>
    spans.flatMap(([start, end]) => tellingWords(mention?.text.slice(start, end) ?? '')),
  )
  const saidWords = tellingWords(mention?.text ?? '').filter((word) => !named.includes(word))
  await tx.insert(noiseLessons).values({
    id: newId(),
    workspaceId: ctx.workspaceId,
    conversationId: conversation.id,
    topicId,
    authorId: mention?.authorId ?? conversation.authorId,
    isNoise,
    signature: print ? bytesOf(print.signature) : null,
    saidWords,
    words: saidWords,
    saidBy: memberOf(ctx).id,
    saidAt: ctx.app.clock.now(),
  })
  if (topicId) await renewWords(tx, topicId)
}

/**
 * Which words of the lessons of a topic tell its noise apart: those that stand in it far more often than in the ordinary messages of
 * the topic. All are asked again at each lesson, because what is ordinary changes with what is called noise.
 */
async function renewWords(tx: Tx, topicId: string): Promise<void> {
  const lessons = await tx
    .select({ id: noiseLessons.id, saidWords: noiseLessons.saidWords })
    .from(noiseLessons)
    .where(
      and(
        eq(noiseLessons.topicId, topicId),
        eq(noiseLessons.isNoise, true),
        sql`conversation_id is not null`,
        isNull(noiseLessons.revokedAt),
      ),
    )
  const { rows } = await tx.execute<{ text: string }>(sql`
    select left(m.text, 1000) as text from mention_topics mt join mentions m on m.id = mt.mention_id
      join conversations c on c.id = m.conversation_id
     where mt.topic_id = ${topicId} and c.state <> 'noise' and not m.is_own
       and not exists (select from noise_lessons l where l.conversation_id = c.id and l.is_noise and l.revoked_at is null)
     order by m.published_at desc limit ${ordinaryMax}`)
  const ordinary = sharesOf(rows.map(({ text }) => tellingWords(text)))
  const inNoise = sharesOf(lessons.map((lesson) => lesson.saidWords))
  const isTelling = (word: string) => inNoise(word) >= oftenerFrom * ordinary(word)
  const renewed = lessons.map(({ id, saidWords }) => ({ id, words: saidWords.filter(isTelling) }))
  await tx.execute(sql`
    update noise_lessons l set words = array(select jsonb_array_elements_text(r.words))
      from jsonb_to_recordset(${JSON.stringify(renewed)}::jsonb) as r(id uuid, words jsonb) where l.id = r.id`)
}

/** In which share of the texts a word stands, as if half a text more had it: few texts say little. */
function sharesOf(texts: readonly (readonly string[])[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => ((counts.get(word) ?? 0) + 0.5) / (texts.length + 1)
}
