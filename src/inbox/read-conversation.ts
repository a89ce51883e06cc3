import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { isId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { conversationReads, conversations, notes, stories } from '#db/tables/inbox.ts'
import { corrections } from '#db/tables/learning.ts'
import { assessments, authors, mentions, mentionTopics, topics } from '#db/tables/mentions.ts'
import { promiseClocks } from '#db/tables/promises.ts'
import { drafts } from '#db/tables/reply.ts'
import { audit, departments, members } from '#db/tables/team.ts'
import { numberOfKey } from '#domain/conversation.ts'
import type { Visibility } from '#domain/reply.ts'
import { joinSpans, type Span } from '#domain/span.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { ConversationRow } from './change-conversation.ts'
import { type Keeping, keepingOf } from './read-keeping.ts'
import { type Merged, mergedIn } from './read-merged.ts'
import { type Party, partiesIn, type Share, sharesIn } from './read-parties.ts'
import { type Contact, contactsIn } from './read-person.ts'
import { type Pledge, pledgesIn } from './read-pledges.ts'
import { type Silence, silenceIn } from './read-silence.ts'
import { isUndecided } from './read-undecided.ts'
import { type RoutingLine, readRoutingLines } from './routing/read-routing.ts'
import type { ClockRow } from './write-clocks.ts'

/** A thread longer than this shows its newest; the rest is one click away on the network itself. */
const messagesMax = 500
const happeningsMax = 200
const earlierMax = 5
const clocksMax = 20

export type ConversationMessage = {
  mention: typeof mentions.$inferSelect
  author: typeof authors.$inferSelect
  assessment: typeof assessments.$inferSelect | null
  corrections: (typeof corrections.$inferSelect)[]
  spans: Span[]
  topics: { id: string; name: string }[]
}
export type ReadConversation = {
  row: ConversationRow
  isUnread: boolean
  owner: { id: string; name: string } | null
  department: { id: string; name: string } | null
  author: typeof authors.$inferSelect | null
  topics: { id: string; name: string }[]
  story: { id: string; count: number } | null
  parties: Party[]
  pledges: Pledge[]
  silence: Silence | null
  needsDecision: boolean
  shares: Share[]
  merged: Merged[]
  keeping: Keeping
  clocks: ClockRow[]
  messages: ConversationMessage[]
  notes: { id: string; by: { id: string; name: string }; text: string; at: Date }[]
  happenings: (typeof audit.$inferSelect)[]
  routings: RoutingLine[]
  drafts: {
    by: { id: string; name: string }
    kind: 'reply' | 'note'
    text: string
    visibility: Visibility
    updatedAt: Date
  }[]
  earlier: Contact[]
  people: Map<string, string>
}

/** One conversation, whole. `id` is its id or its key (WH-4182). @throws AppError `not_found`, also for another workspace's. */
export async function readConversation(ctx: Context, id: string): Promise<ReadConversation> {
  const member = memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const row = await conversationIn(tx, ctx, id)
    const everybody = await tx
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(eq(members.workspaceId, ctx.workspaceId))
    const people = new Map(everybody.map((one) => [one.id, one.name]))
    const person = (memberId: string) => ({ id: memberId, name: people.get(memberId) ?? '' })
    const topicsById = await topicNames(tx, ctx)
    const messages = await messagesIn(tx, row, topicsById)
    return {
      row,
      people,
      isUnread: await isUnread(tx, row, member.id),
      owner: row.ownerId ? person(row.ownerId) : null,
      department: await departmentIn(tx, row.departmentId),
      author: await authorIn(tx, row.authorId),
      topics: row.topicIds.flatMap((one) => named(one, topicsById)),
      story: await storyIn(tx, row.storyId),
      parties: await partiesIn(tx, row.id),
      pledges: await pledgesIn(tx, row.id),
      silence: await silenceIn(tx, ctx, row.id),
      needsDecision: await isUndecided(tx, row.id),
      shares: await sharesIn(tx, row, ctx.app.clock.now()),
      merged: await mergedIn(tx, row.id),
      keeping: await keepingOf(tx, ctx, row.id),
      clocks: await clocksIn(tx, row.id),
      messages,
      notes: (await notesIn(tx, row.id)).map((note) => ({
        id: note.id,
        by: person(note.memberId),
        text: note.text,
        at: note.at,
      })),
      happenings: await happeningsIn(tx, ctx, row.id),
      routings: await readRoutingLines(tx, row.id),
      drafts: (await draftsIn(tx, row.id)).map((one) => ({ ...one, by: person(one.memberId) })),
      earlier: row.authorId
        ? (await contactsIn(tx, ctx, { authorId: row.authorId, exceptId: row.id, limit: earlierMax })).slice(
            0,
            earlierMax,
          )
        : [],
    }
  })
}

async function conversationIn(tx: Tx, ctx: Context, id: string): Promise<ConversationRow> {
  const number = numberOfKey(id)
  if (!number && !isId(id)) throw notHere()
  const [row] = await tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, ctx.workspaceId),
        number ? eq(conversations.number, number) : eq(conversations.id, id),
      ),
    )
  if (!row) throw notHere()
  return row.mergedInto ? conversationIn(tx, ctx, row.mergedInto) : row
}

function notHere(): AppError {
  return new AppError('not_found', 'This conversation does not exist, or not in this workspace.')
}

async function messagesIn(
  tx: Tx,
  row: ConversationRow,
  topicsById: ReadonlyMap<string, string>,
): Promise<ConversationMessage[]> {
  const found = await tx
    .select({ mention: mentions, author: authors, assessment: assessments })
    .from(mentions)
    .innerJoin(authors, eq(authors.id, mentions.authorId))
    .leftJoin(assessments, eq(assessments.mentionId, mentions.id))
    .where(eq(mentions.conversationId, row.id))
    .orderBy(desc(mentions.publishedAt), desc(mentions.id))
    .limit(messagesMax)
  const ids = found.map((one) => one.mention.id)
  const matched =
    ids.length > 0 ? await tx.select().from(mentionTopics).where(inArray(mentionTopics.mentionId, ids)) : []
  const said =
    ids.length > 0
      ? await tx
          .select()
          .from(corrections)
          .where(inArray(corrections.mentionId, ids))
          .orderBy(asc(corrections.at), asc(corrections.id))
      : []
  return found.reverse().map((one) => {
    const own = matched.filter((match) => match.mentionId === one.mention.id)
    return {
      ...one,
      corrections: said.filter(({ mentionId }) => mentionId === one.mention.id),
      spans: joinSpans(own.flatMap((match) => match.spans)),
      topics: own.flatMap((match) => named(match.topicId, topicsById)),
    }
  })
}

async function topicNames(tx: Tx, ctx: Context): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: topics.id, name: topics.name })
    .from(topics)
    .where(eq(topics.workspaceId, ctx.workspaceId))
  return new Map(rows.map((one) => [one.id, one.name]))
}

function named(id: string, names: ReadonlyMap<string, string>): { id: string; name: string }[] {
  const name = names.get(id)
  return name === undefined ? [] : [{ id, name }]
}

async function isUnread(tx: Tx, row: ConversationRow, memberId: string): Promise<boolean> {
  const [read] = await tx
    .select({ readAt: conversationReads.readAt })
    .from(conversationReads)
    .where(and(eq(conversationReads.conversationId, row.id), eq(conversationReads.memberId, memberId)))
  return row.state !== 'done' && (!read || read.readAt < row.latestHeardAt)
}

async function departmentIn(tx: Tx, id: string | null): Promise<{ id: string; name: string } | null> {
  if (!id) return null
  const [row] = await tx
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.id, id))
  return row ?? null
}

async function storyIn(tx: Tx, id: string | null): Promise<{ id: string; count: number } | null> {
  if (!id) return null
  const [row] = await tx
    .select({ id: stories.id, count: stories.conversationCount })
    .from(stories)
    .where(eq(stories.id, id))
  return row ?? null
}

async function clocksIn(tx: Tx, conversationId: string): Promise<ClockRow[]> {
  const rows = await tx
    .select()
    .from(promiseClocks)
    .where(and(eq(promiseClocks.conversationId, conversationId), isNotNull(promiseClocks.dueAt)))
    .orderBy(desc(promiseClocks.askedAt), desc(promiseClocks.id))
    .limit(clocksMax)
  return rows.reverse()
}

async function authorIn(tx: Tx, id: string | null): Promise<typeof authors.$inferSelect | null> {
  if (!id) return null
  const [row] = await tx.select().from(authors).where(eq(authors.id, id))
  return row ?? null
}

async function notesIn(tx: Tx, conversationId: string): Promise<(typeof notes.$inferSelect)[]> {
  return tx.select().from(notes).where(eq(notes.conversationId, conversationId)).orderBy(asc(notes.at))
}

async function draftsIn(tx: Tx, conversationId: string) {
  return tx
    .select({
      memberId: drafts.memberId,
      kind: drafts.kind,
      text: drafts.text,
      visibility: drafts.visibility,
      updatedAt: drafts.updatedAt,
    })
    .from(drafts)
    .where(eq(drafts.conversationId, conversationId))
}

async function happeningsIn(tx: Tx, ctx: Context, conversationId: string): Promise<(typeof audit.$inferSelect)[]> {
  // What was done with those that were merged into it happened here too.
  const ids = [conversationId, ...(await mergedIn(tx, conversationId)).map(({ id }) => id)]
  const rows = await tx
    .select()
    .from(audit)
    .where(and(eq(audit.workspaceId, ctx.workspaceId), inArray(audit.conversationId, ids)))
    .orderBy(desc(audit.id))
    .limit(happeningsMax)
  return rows.reverse()
}
