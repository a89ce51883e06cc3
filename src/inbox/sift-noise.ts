import { and, eq, inArray, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import { day, hour } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { conversations, stories, storyConversations } from '#db/tables/inbox.ts'
import type { NoiseReason } from '#domain/noise.ts'
import { growthHours } from '#domain/story.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import { copyAuthorsFrom, judgeNoise, type NoiseInput, neverCopies } from '#triage/judge-noise.ts'
import { tellingWords } from '#triage/telling-words.ts'
import type { Printed } from './gather-stories.ts'
import { readNoiseLessons } from './read-noise-lessons.ts'

/** Noise that so many say within hours is something to know of: one of them comes back, and again at the next step. */
export const stormSteps = [25, 100, 500, 2_500] as const
const postsMax = 40
/** Sentences of one pattern ("lost my bag in …") are like each other; an army says the same to the letter. */
const sameTextFrom = 0.9
const isSameText = sql`s.how = 'copy' and (s.why->>'like')::real >= ${sameTextFrom}`

type Given = {
  workspaceId: string
  stored: readonly StoredMention[]
  printed: readonly Printed[]
  grownStories: ReadonlySet<string>
  now: Date
}

/**
 * Sorts noise out of what was just stored, and back in what is none. A conversation is noise when everything said in it is, and nobody
 * took it up; whoever says something else in it brings it back. Answers the conversations whose state it changed.
 */
export async function siftNoise(tx: Tx, given: Given): Promise<string[]> {
  const theirs = given.stored.filter((item) => !item.isOwn)
  if (theirs.length === 0) return []
  const before = await readConversations(tx, theirs)
  const judged = await judgeAll(tx, given, theirs, before)
  const changes: Change[] = []
  for (const [id, items] of Map.groupBy(theirs, (item) => item.conversationId)) {
    const row = before.get(id)
    const change = row && changeOf(row, items, (item) => judged.get(item.id))
    if (change) changes.push(change)
  }
  await writeChanges(tx, changes, { version: 0 })
  const army = await siftArmies(tx, given)
  const storm = await bringBackStorms(tx, given)
  return [...new Set([...changes.map(({ id }) => id), ...army, ...storm])]
}

type Row = {
  id: string
  state: string
  noise: NoiseReason | null
  isNeverNoise: boolean
  isTaken: boolean
  messageCount: number
  storyId: string | null
  copyAuthors: number
  /** Of its story: an army stands behind its first, which stays among the work, so that nothing is hidden by being said often. */
  isFirst: boolean
}
type Change = { id: string; state: 'open' | 'noise'; noise: NoiseReason }

function changeOf(
  row: Row,
  items: readonly StoredMention[],
  noiseOf: (item: StoredMention) => NoiseReason | undefined,
): Change | undefined {
  const found = items.map(noiseOf)
  const first = found[0]
  const isAllNoise = first !== undefined && found.every((one) => one !== undefined)
  if (row.state === 'noise') {
    if (isAllNoise) return undefined
    const noise = row.noise ?? { kind: 'hand', words: [], back: null }
    return { id: row.id, state: 'open', noise: { ...noise, back: { why: 'said' } } }
  }
  const isNew = row.messageCount === items.length || row.noise !== null
  if (!isAllNoise || !isNew || row.isTaken || row.isNeverNoise) return undefined
  if (first.kind === 'copies' && row.isFirst) return undefined
  return { id: row.id, state: 'noise', noise: first }
}

async function readConversations(tx: Tx, theirs: readonly StoredMention[]): Promise<Map<string, Row>> {
  const ids = [...new Set(theirs.map((item) => item.conversationId))]
  const rows = await tx
    .select({
      id: conversations.id,
      state: conversations.state,
      noise: conversations.noise,
      isNeverNoise: conversations.isNeverNoise,
      isTaken: sql<boolean>`${conversations.ownerId} is not null or ${conversations.answeredAt} is not null`,
      messageCount: conversations.messageCount,
      storyId: conversations.storyId,
      copyAuthors: sql<number>`(select count(distinct o.author_id)::int from ${storyConversations} s
        join conversations o on o.id = s.conversation_id
        where s.story_id = conversations.story_id and ${isSameText} and s.taken_out_at is null)`,
      isFirst: sql<boolean>`conversations.id = ${firstOf(sql`conversations.story_id`)}`,
    })
    .from(conversations)
    .where(inArray(conversations.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

function firstOf(storyId: SQL): SQL {
  return sql`(select f.id from conversations f where f.story_id = ${storyId} order by f.created_at, f.number limit 1)`
}

async function judgeAll(
  tx: Tx,
  { workspaceId, printed, now }: Given,
  theirs: readonly StoredMention[],
  before: ReadonlyMap<string, Row>,
): Promise<Map<string, NoiseReason | undefined>> {
  const lessons = await readNoiseLessons(tx, workspaceId)
  const posts = await readPosts(tx, [...new Set(theirs.map((item) => item.authorId))], now)
  const printById = new Map(printed.map((item) => [item.id, item.print]))
  const inputOf = (item: StoredMention): NoiseInput => ({
    text: item.post.title ? `${item.post.title} ${item.post.text}` : item.post.text,
    links: item.post.links,
    tags: item.post.tags,
    assessment: item.assessment,
    topicIds: item.matches.map(({ id }) => id),
    author: { id: item.authorId, handle: item.post.author.handle, posts: posts.get(item.authorId) ?? [] },
    signature: printById.get(item.id)?.signature,
    words: tellingWords(item.post.text),
    copyAuthors: before.get(item.conversationId)?.copyAuthors ?? 0,
    now,
  })
  return new Map(theirs.map((item) => [item.id, judgeNoise(inputOf(item), lessons)]))
}

/** When these authors began a conversation lately: as the network says, and once for each, since people do talk fast to each other. */
async function readPosts(tx: Tx, authorIds: readonly string[], now: Date): Promise<Map<string, Date[]>> {
  const since = new Date(now.getTime() - 3 * day)
  const { rows } = await tx.execute<{ id: string; posts: string[] }>(sql`
    select a.id, (select coalesce(jsonb_agg(p.published_at order by p.published_at desc), '[]') from (
        select min(published_at) as published_at from mentions m where m.author_id = a.id
           and m.published_at > ${since.toISOString()}::timestamptz
         group by m.conversation_id order by 1 desc limit ${postsMax}) p) as posts
      from unnest(${`{${authorIds.join(',')}}`}::uuid[]) as a(id)`)
  return new Map(rows.map(({ id, posts }) => [id, posts.map((at) => new Date(at))]))
}

/** What was just heard has counted its version up already; of what was not, somebody may have an older one before them. */
async function writeChanges(tx: Tx, changes: readonly Change[], counts: { version: 0 | 1 }): Promise<void> {
  if (changes.length === 0) return
  await tx.execute(sql`
    update conversations c set state = n.state, noise = n.noise, version = c.version + ${counts.version}
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as n(id uuid, state text, noise jsonb)
     where c.id = n.id`)
}

/** The first of an army came when nobody could know: they follow, except what somebody took up, or is unhappy, or grave. */
async function siftArmies(tx: Tx, { grownStories, now }: Given): Promise<string[]> {
  const ids: string[] = []
  for (const storyId of [...grownStories].toSorted()) {
    const authors = await tx
      .select({ authorId: conversations.authorId, noise: conversations.noise })
      .from(storyConversations)
      .innerJoin(conversations, eq(conversations.id, storyConversations.conversationId))
      .where(
        and(
          eq(storyConversations.storyId, storyId),
          sql`story_conversations.how = 'copy' and (story_conversations.why->>'like')::real >= ${sameTextFrom}`,
          isNull(storyConversations.takenOutAt),
        ),
      )
      .limit(postsMax)
    const count = new Set(authors.map((one) => one.authorId)).size
    if (count < copyAuthorsFrom || !authors.some((one) => one.noise?.kind === 'copies')) continue
    const noise: NoiseReason = { kind: 'copies', words: [], figure: count, back: null }
    const changed = await tx
      .update(conversations)
      .set({ state: 'noise', noise, version: sql`${conversations.version} + 1` })
      .where(
        and(
          eq(conversations.storyId, storyId),
          eq(conversations.state, 'open'),
          isNull(conversations.noise),
          isNull(conversations.ownerId),
          isNull(conversations.answeredAt),
          eq(conversations.isNeverNoise, false),
          sql`(conversations.urgency = 0 or conversations.urgency = 1 and ${notInArray(conversations.intent, [...neverCopies])})`,
          sql`conversations.id <> ${firstOf(sql`${storyId}::uuid`)}`,
          sql`exists (select from ${storyConversations} s where s.conversation_id = conversations.id
            and s.story_id = ${storyId} and ${isSameText} and s.joined_at <= ${now.toISOString()}::timestamptz)`,
        ),
      )
      .returning({ id: conversations.id })
    ids.push(...changed.map(({ id }) => id))
  }
  return ids
}

/** Noise that grows into a storm is news again: the first of it comes back with how many they are. */
async function bringBackStorms(tx: Tx, { grownStories, now }: Given): Promise<string[]> {
  const ids: string[] = []
  for (const storyId of [...grownStories].toSorted()) {
    const since = new Date(now.getTime() - growthHours * hour).toISOString()
    const [story] = await tx
      .select({
        stormCount: stories.stormCount,
        count: sql<number>`(select count(*)::int from ${storyConversations} s where s.story_id = stories.id
          and s.taken_out_at is null and s.joined_at > ${since}::timestamptz)`,
      })
      .from(stories)
      .where(eq(stories.id, storyId))
    const step = stormSteps.findLast((from) => (story?.count ?? 0) >= from)
    if (!story || step === undefined || step <= story.stormCount) continue
    await tx.update(stories).set({ stormCount: step }).where(eq(stories.id, storyId))
    const [first] = await tx
      .select({ id: conversations.id, noise: conversations.noise })
      .from(conversations)
      .where(and(eq(conversations.storyId, storyId), eq(conversations.state, 'noise')))
      .orderBy(conversations.createdAt, conversations.number)
      .limit(1)
    if (!first?.noise) continue
    const noise: NoiseReason = { ...first.noise, back: { why: 'storm', figure: story.count } }
    await writeChanges(tx, [{ id: first.id, state: 'open', noise }], { version: 1 })
    ids.push(first.id)
  }
  return ids
}
