import { and, inArray, isNotNull, sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { conversations, stories, storyConversations } from '#db/tables/inbox.ts'
import type { JoinedHow, JoinedWhy } from '#domain/story.ts'
import { type Alike, findAlike } from '#mentions/find-alike.ts'
import { type KeptPrint, keepPrints } from '#mentions/keep-prints.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import { type Print, printOf } from '#triage/alike/print-of.ts'

type Join = {
  storyId: string
  conversationId: string
  how: JoinedHow
  why: JoinedWhy /** When it was said: a look back over a month is no storm. */
  at: Date
}
export type Printed = StoredMention & { print: Print }

/** What can be compared of what was just stored: not our own, and long enough to be anybody's in particular. */
export function printed(stored: readonly StoredMention[]): Printed[] {
  return stored.flatMap((item) => {
    if (item.isOwn) return []
    const print = printOf({ ...item.post, lang: item.assessment.lang })
    return print ? [{ ...item, print }] : []
  })
}

/**
 * Puts what was just stored into the story it belongs to, or begins one with what it is like. What a member took out of a story, or put
 * into another, stays as the member left it. Answers the stories that grew. Only under `lockStories`.
 */
export async function gatherStories(
  tx: Tx,
  input: { workspaceId: string; printed: readonly Printed[]; heardAt: Date },
): Promise<Set<string>> {
  const { workspaceId, heardAt } = input
  const asked = input.printed.map(({ id, conversationId, print, post }) => ({
    mentionId: id,
    conversationId,
    print,
    saidAt: post.publishedAt < heardAt ? post.publishedAt : heardAt,
  }))
  if (asked.length === 0) return new Set()
  const likes = await findAlike(tx, { workspaceId, asked, now: heardAt })
  const found: Found['found'][number][] = []
  const kept: KeptPrint[] = []
  for (const one of asked) {
    const alike = likes.alikeOf(one)
    if (alike) found.push({ conversationId: one.conversationId, alike, saidAt: one.saidAt })
    if (likes.learn(one)) kept.push(one)
  }
  await keepPrints(tx, { workspaceId, heardAt, kept })
  return joinFound(tx, { workspaceId, found })
}

type Found = { workspaceId: string; found: readonly { conversationId: string; alike: Alike; saidAt: Date }[] }

async function joinFound(tx: Tx, { workspaceId, found }: Found): Promise<Set<string>> {
  const ids = [...new Set(found.flatMap((one) => [one.conversationId, one.alike.conversationId]))]
  if (ids.length === 0) return new Set()
  const state = await readState(tx, ids)
  const begun: { id: string }[] = []
  const joins: Join[] = []
  const join = (one: Join): void => {
    if (state.isOut(one.conversationId, one.storyId)) return
    state.storyOf.set(one.conversationId, one.storyId)
    joins.push(one)
  }
  for (const { conversationId, alike, saidAt: at } of found) {
    const other = alike.conversationId
    const [how, why] = reasonOf(alike)
    const [mine, theirs] = [state.storyOf.get(conversationId), state.storyOf.get(other)]
    if (mine && theirs) continue
    if (theirs) join({ storyId: theirs, conversationId, how, why, at })
    else if (mine) join({ storyId: mine, conversationId: other, how, why, at: state.saidAt(other) ?? at })
    else {
      const story = { id: newId() }
      begun.push(story)
      join({ storyId: story.id, conversationId: other, how, why, at: state.saidAt(other) ?? at })
      join({ storyId: story.id, conversationId, how, why, at })
    }
  }
  if (begun.length > 0) await tx.insert(stories).values(begun.map((story) => ({ ...story, workspaceId })))
  await writeJoins(tx, { workspaceId, joins })
  return new Set(joins.map(({ storyId }) => storyId))
}

function reasonOf(alike: Alike): [JoinedHow, JoinedWhy] {
  return alike.kind === 'copy' ? ['copy', { like: alike.like }] : ['told', { terms: alike.terms }]
}

async function readState(tx: Tx, ids: readonly string[]) {
  const rows = await tx
    .select({ id: conversations.id, storyId: conversations.storyId, latestAt: conversations.latestAt })
    .from(conversations)
    .where(inArray(conversations.id, [...ids]))
  const out = await tx
    .select({ conversationId: storyConversations.conversationId, storyId: storyConversations.storyId })
    .from(storyConversations)
    .where(and(inArray(storyConversations.conversationId, [...ids]), isNotNull(storyConversations.takenOutAt)))
  return {
    storyOf: new Map(rows.flatMap(({ id, storyId }) => (storyId ? [[id, storyId] as const] : []))),
    saidAt: (id: string) => rows.find((row) => row.id === id)?.latestAt,
    isOut: (conversationId: string, storyId: string) =>
      out.some((one) => one.conversationId === conversationId && one.storyId === storyId),
  }
}

/** Writes who is in which story, and how many each has; also what a member does by hand comes here. */
export async function writeJoins(
  tx: Tx,
  { workspaceId, joins }: { workspaceId: string; joins: readonly Join[] },
): Promise<void> {
  if (joins.length === 0) return
  await tx
    .insert(storyConversations)
    .values(joins.map(({ at, ...one }) => ({ ...one, workspaceId, joinedAt: at })))
    .onConflictDoUpdate({
      target: [storyConversations.conversationId, storyConversations.storyId],
      set: { how: sql`excluded.how`, why: sql`excluded.why`, joinedAt: sql`excluded.joined_at`, takenOutAt: null },
    })
  await tx.execute(sql`
    update conversations c set story_id = j."storyId"
      from jsonb_to_recordset(${JSON.stringify(joins)}::jsonb) as j("conversationId" uuid, "storyId" uuid)
     where c.id = j."conversationId"`)
  await countStories(tx, [...new Set(joins.map(({ storyId }) => storyId))])
}

/** Counted anew, so that no two ways of changing it can drift apart. */
export async function countStories(tx: Tx, storyIds: readonly string[]): Promise<void> {
  await tx
    .update(stories)
    .set({
      conversationCount: sql`(select count(*) from ${storyConversations} s where s.story_id = stories.id and s.taken_out_at is null)`,
    })
    .where(inArray(stories.id, [...storyIds]))
}
