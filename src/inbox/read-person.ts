import { type SQL, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import type { Sentiment } from '#domain/assessment.ts'
import type { ConversationState } from '#domain/conversation.ts'
import { identitiesMax } from '#domain/known-as.ts'
import type { AuthorMark } from '#domain/risk.ts'
import { type Identity, identitiesIn, type Suggested, suggestionsIn } from '#mentions/read-linked.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type EffectCounts, effectsOfPerson } from './effects/read-effects.ts'
import { personErasesAt } from './read-keeping.ts'
import type { AuthorRow } from './read-page.ts'
import { personNotesMax } from './write-person-note.ts'

const notesMax = 5
const topicsMax = 8

export type PersonNote = {
  id: string
  by: { id: string; name: string }
  text: string
  at: string
  conversation: { id: string; number: number; title: string }
}
export type NoteOnPerson = Omit<PersonNote, 'conversation'> & { changedAt: string | null }
export type ReadPerson = {
  author: AuthorRow
  /** Of the person: what was said of any of their identities. */
  mark: AuthorMark | null
  /** Under which names we know them, the one that was asked for first. */
  identities: Identity[]
  suggestions: Suggested[]
  knownSince: string
  messageCount: number
  conversationCount: number
  openCount: number
  erasesAt: string | null
  notes: PersonNote[]
  personNotes: NoteOnPerson[]
  topics: { id: string; name: string; count: number }[]
  effects: EffectCounts
}

/** One author as far as we met, under all names that members linked: the public profile, how much was said, about what, and what colleagues noted. */
export async function readPerson(ctx: Context, id: string): Promise<ReadPerson> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const identities = await identitiesIn(tx, ctx, id)
    const authorIds = identities.map(({ author }) => author.id)
    const all = uuidArray(authorIds)
    const met = conversationsOf(ctx, authorIds)
    const [row] = await rowsOf<
      Omit<ReadPerson, 'identities' | 'suggestions' | 'notes' | 'personNotes' | 'topics' | 'erasesAt' | 'effects'>
    >(
      tx,
      sql`select jsonb_build_object('id', a.id, 'network', a.network, 'handle', a.handle, 'name', a.name, 'url', a.url,
            'avatarUrl', a.avatar_url, 'bio', a.bio, 'followers', a.followers) as author,
          (select max(l.mark) from authors l where l.id = any(${all})) as mark,
          least((select min(l.first_seen_at) from authors l where l.id = any(${all})),
            (select min(m.heard_at) from mentions m where m.author_id = any(${all}))) as "knownSince",
          (select count(*)::int from mentions m where m.author_id = any(${all}) and not m.is_own) as "messageCount",
          (select count(*)::int from (${met}) met) as "conversationCount",
          (select count(*)::int from conversations c where c.state not in ('done', 'merged') and c.id in (${met})) as "openCount"
        from authors a where a.workspace_id = ${ctx.workspaceId} and a.id = ${id}`,
    )
    if (!row) throw new AppError('not_found', 'This person is not here any more.')
    const notes = await rowsOf<PersonNote>(
      tx,
      sql`select n.id, jsonb_build_object('id', b.id, 'name', b.name) as by, n.text, n.at,
          jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title) as conversation
        from notes n join conversations c on c.id = n.conversation_id join members b on b.id = n.member_id
        where n.workspace_id = ${ctx.workspaceId} and n.conversation_id in (${met}) order by n.at desc, n.id limit ${notesMax}`,
    )
    const personNotes = await rowsOf<NoteOnPerson>(
      tx,
      sql`select n.id, jsonb_build_object('id', b.id, 'name', b.name) as by, n.text, n.at, n.changed_at as "changedAt"
        from person_notes n join members b on b.id = n.member_id
        where n.workspace_id = ${ctx.workspaceId} and n.author_id = any(${all}) order by n.at desc, n.id limit ${personNotesMax * identitiesMax}`,
    )
    const topics = await rowsOf<ReadPerson['topics'][number]>(
      tx,
      sql`select t.id, t.name, count(*)::int as count from mentions m join mention_topics mt on mt.mention_id = m.id
          join topics t on t.id = mt.topic_id
        where m.author_id = any(${all}) and m.workspace_id = ${ctx.workspaceId} and not m.is_own
        group by t.id, t.name order by count(*) desc, t.name limit ${topicsMax}`,
    )
    const erasesAt = await personErasesAt(tx, ctx, authorIds)
    const suggestions = await suggestionsIn(tx, ctx, authorIds)
    const effects = await effectsOfPerson(tx, authorIds)
    return { ...row, identities, suggestions, effects, erasesAt, notes, personNotes, topics }
  })
}

export type Contact = {
  id: string
  number: number
  title: string
  network: string
  state: ConversationState
  createdAt: string
  latestAt: string
  owner: { id: string; name: string } | null
  /** The tone of this author's first and of their newest message there. */
  firstSentiment: Sentiment
  sentiment: Sentiment
  messageCount: number
  isAnswered: boolean
  /** The reason by which it was closed without an answer. */
  silence: string | null
  sortKey: string
}
export type ContactAsk = { authorId: string; after?: string; limit: number; exceptId?: string }

/** Every conversation in which an author said something, under whatever name, the newest first, and where the next page begins. */
export async function readContacts(ctx: Context, ask: ContactAsk): Promise<{ rows: Contact[]; next: string | null }> {
  memberOf(ctx)
  const found = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => contactsIn(tx, ctx, ask))
  const rows = found.slice(0, ask.limit)
  return { rows, next: found.length > ask.limit ? (rows.at(-1)?.sortKey ?? null) : null }
}

/** One more than was asked for says that there is more. */
export async function contactsIn(tx: Tx, ctx: Context, ask: ContactAsk): Promise<Contact[]> {
  const { authorId, after, limit, exceptId } = ask
  const authorIds = (await identitiesIn(tx, ctx, authorId)).map(({ author }) => author.id)
  const older = after === undefined ? [] : [olderThan(after)]
  const others = exceptId === undefined ? [] : [sql`c.id <> ${exceptId}`]
  const which = [
    sql`c.workspace_id = ${ctx.workspaceId}`,
    sql`c.state <> 'merged'`,
    sql`c.id in (${conversationsOf(ctx, authorIds)})`,
  ]
  return rowsOf<Contact>(
    tx,
    sql`with page as materialized (select c.* from conversations c
          where ${sql.join([...which, ...older, ...others], sql` and `)} order by c.latest_at desc, c.id limit ${limit + 1})
      select c.id, c.number, c.title, c.network, c.state, c.created_at as "createdAt", c.latest_at as "latestAt",
        case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end as owner,
        coalesce(${toneOf(authorIds, sql`asc`)}, 'unsure') as "firstSentiment",
        coalesce(${toneOf(authorIds, sql`desc`)}, c.sentiment) as sentiment,
        (select count(*)::int from mentions m where m.conversation_id = c.id and m.author_id = any(${uuidArray(authorIds)})) as "messageCount",
        c.answered_at is not null as "isAnswered",
        (select s.reason_name from silences s where s.conversation_id = c.id and s.ended_at is null and s.kind = 'silence') as silence, c.latest_at::text || '~' || c.id as "sortKey"
      from page c left join members o on o.id = c.owner_id order by c.latest_at desc, c.id`,
  )
}

/** What triage said, a person's correction before it. */
function toneOf(authorIds: readonly string[], order: SQL): SQL {
  return sql`(select coalesce(s.correction->>'sentiment', s.said->'sentiment'->>'class') from mentions m
    join assessments s on s.mention_id = m.id where m.conversation_id = c.id and m.author_id = any(${uuidArray(authorIds)})
    order by m.published_at ${order}, m.id ${order} limit 1)`
}

function conversationsOf(ctx: Context, authorIds: readonly string[]): SQL {
  return sql`select m.conversation_id from mentions m
    where m.workspace_id = ${ctx.workspaceId} and m.author_id = any(${uuidArray(authorIds)}) and not m.is_own group by m.conversation_id`
}

function olderThan(after: string): SQL {
  const [latestAt, id] = after.split('~')
  if (!latestAt || !id) throw new AppError('bad_input', 'This page does not exist. Start from the first one.')
  return sql`c.latest_at <= ${latestAt}::timestamptz
    and (c.latest_at < ${latestAt}::timestamptz or c.id > ${id}::uuid)`
}

async function rowsOf<Row>(tx: Tx, question: SQL): Promise<Row[]> {
  const { rows } = await tx.execute(question)
  // The question names its columns as the type does; the database cannot tell the compiler.
  return rows as Row[]
}
