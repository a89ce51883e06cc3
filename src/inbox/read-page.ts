import { type SQL, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { ConversationState, ConversationView } from '#domain/conversation.ts'
import type { NoiseReason } from '#domain/noise.ts'
import type { RiskLevel } from '#domain/risk.ts'
import type { RiskPart } from '#domain/risk-part.ts'
import type { Role } from '#domain/role.ts'
import type { Span } from '#domain/span.ts'
import type { WaitKind } from '#domain/wait.ts'
import { type Context, memberOf } from '#team/context.ts'
import { askedOf } from './read-parties.ts'
import { isSilentBy } from './read-silence.ts'
import { needsDecision } from './read-undecided.ts'
import { askedIn, toApprove } from './to-approve.ts'

export type PageAsk = {
  view: ConversationView
  q?: string
  network?: string
  sentiment?: string
  lang?: string
  topicId?: string
  departmentId?: string
  /** Deliberately not answered for this reason. */
  silence?: string
  /** Of open work: by promise, or the most urgent first. */
  sort?: 'promise' | 'urgent'
  after?: string
  limit: number
}

/** A row of the list as the database gives it: everything a card shows, in one question. */
export type PageRow = {
  id: string
  number: number
  title: string
  state: ConversationState
  version: number
  network: string
  dueAt: string | null
  promisedMinutes: number | null
  waitUntil: string | null
  waitsFor: WaitKind | null
  latestAt: string
  messageCount: number
  isUnread: boolean
  urgency: number
  sentiment: string
  intent: string
  lang: string
  owner: { id: string; name: string } | null
  department: { id: string; name: string } | null
  author: AuthorRow | null
  text: string | null
  isDeleted: boolean
  spans: Span[]
  hasMedia: boolean
  needsDecision: boolean
  rating: number | null
  topics: { id: string; name: string }[]
  reply: { state: string; dueAt: string | null } | null
  /** What waits for approval here: asked by whom, since when. */
  approval: { by: { id: string; name: string } | null; askedAt: string; mayDecide: boolean } | null
  draftBy: { id: string; name: string } | null
  risk: { sum: number; level: RiskLevel; parts: RiskPart[] }
  /** With how many it tells of the same event, itself included. */
  story: { id: string; count: number } | null
  noise: NoiseReason | null
  sortKey: string
}
export type AuthorRow = {
  id: string
  network: string
  handle: string
  name: string
  url: string | null
  avatarUrl: string | null
  bio: string | null
  followers: number | null
}

type Reader = { id: string; role: Role }

const excerptMax = 300
/** A topic that has more than this is common: then the page is walked, and each conversation asked by itself. */
const topicMost = 2_000

/** One page of a view, and where the next begins. Keyset, not offset: rows that come and go shift nothing. */
export async function readPage(ctx: Context, ask: PageAsk): Promise<{ rows: PageRow[]; next: string | null }> {
  const member = memberOf(ctx)
  const { order } = orderOf(ask)
  const found = await ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const result = await tx.execute<PageRow>(sql`
      with ${hits(ask)} page as materialized (${slice(ctx.workspaceId, ask, member)})
      select ${columns({ workspaceId: ctx.workspaceId, member })} from page c ${joins(member.id)} order by ${order}`)
    return result.rows
  })
  const rows = found.slice(0, ask.limit)
  const last = rows.at(-1)
  return { rows, next: found.length > ask.limit && last ? cursorOf(last) : null }
}

/** How many conversations a view has, counted no further than `most`. */
export async function countPage(ctx: Context, ask: Omit<PageAsk, 'limit'>, most: number): Promise<number> {
  const member = memberOf(ctx)
  const { rows } = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.execute<{ count: number }>(sql`
      with ${hits({ ...ask, limit: most })} page as materialized (
        ${slice(ctx.workspaceId, { ...ask, limit: most }, member)})
      select count(*)::int as count from page`),
  )
  return rows[0]?.count ?? 0
}

/** Open work by promise or by urgency, then newest first; what waits by when it comes back; what is done, and noise, newest first. */
function orderOf({ view, sort }: Pick<PageAsk, 'view' | 'sort'>): { order: SQL; key: SQL; type: SQL } {
  switch (view) {
    case 'mine':
    case 'asked':
    case 'approve':
    case 'unowned':
    case 'all':
      return sort === 'urgent' ? by(sql`c.urgent_sort`, sql`bigint`) : by(sql`c.due_sort`, sql`timestamptz`)
    case 'waiting':
      return by(sql`c.wait_sort`, sql`timestamptz`)
    case 'done':
    case 'noise':
      return { key: sql`c.latest_at`, order: sql`c.latest_at desc, c.id`, type: sql`timestamptz` }
  }
}

function by(key: SQL, type: SQL): { order: SQL; key: SQL; type: SQL } {
  return { key, type, order: sql`${key}, c.latest_at desc, c.id` }
}

/**
 * What the words find, or else the topic, is looked up once, however many parts the page is made of. Just as many as are worth it: there are
 * more. Where the words are common and a topic is given, the topic is looked up, and each that it has asked for the words.
 */
function hits(ask: PageAsk): SQL {
  const { q, topicId } = lookedUp(ask)
  if (q) {
    const most = sql`(select most from guess)`
    const areCommon = sql`(select is_common from guess)`
    return sql`guess as materialized (select most, search_is_common(${q}, most) as is_common${
      topicId ? sql`, ${topicIsCommon(ask, topicId)} as is_topic_common` : sql``
    } from search_most() most),
      hits as materialized (
        select conversation_id from search_conversations(${q}, ${most}) where not ${areCommon}
        ${topicId ? sql`union all ${ofTopic(ask, topicId)} where (select is_common and not is_topic_common from guess)` : sql``}),
      called as materialized (select author_id from search_authors(${q}, ${most}) where ${areCommon}),
      asked as materialized (select search_query(${q}) as query, search_pattern(${q}) as pattern,
        is_common as are_words_common, (select count(*) from called) = most as are_many_called,
        case when is_common then ${topicId ? sql`is_topic_common or ${countIs(sql`${topicMost}`)}` : sql`true`}
          else ${countIs(sql`most`)} end as is_common from guess),`
  }
  if (!topicId) return sql``
  return sql`guess as materialized (select ${topicIsCommon(ask, topicId)} as is_topic_common),
    hits as materialized (${ofTopic(ask, topicId)} where not (select is_topic_common from guess)),
    asked as materialized (select is_topic_common or ${countIs(sql`${topicMost}`)} as is_common from guess),`
}

/** What waits for approval is few, and of any state: each is asked for its topic, which is a condition anyhow. */
function lookedUp({ view, q, topicId }: PageAsk): Pick<PageAsk, 'q' | 'topicId'> {
  return view === 'approve' ? { q } : { q, topicId }
}

const countIs = (most: SQL): SQL => sql`(select count(*) from hits) = ${most}`

function ofTopic(ask: PageAsk, topicId: string): SQL {
  return sql`select conversation_id from topic_conversations(${narrowed(ask, topicId)}, ${topicMost})`
}

function topicIsCommon(ask: PageAsk, topicId: string): SQL {
  return sql`topic_is_common(${narrowed(ask, topicId)}, ${topicMost})`
}

function narrowed({ view, sentiment, lang }: PageAsk, topicId: string): SQL {
  return sql.join([sql`${topicId}`, sql`${stateOf(view)}`, given(sentiment), given(lang)], sql`, `)
}
const given = (list: string | undefined): SQL => sql`${list ? listOf(list) : null}::text[]`

/**
 * Rare: the conversations that were found. Common: every conversation of the view is asked, in the order of the page, which soon has
 * enough. Only one of the two runs, because the other's condition on `asked` is false before its first row.
 */
function found(ask: PageAsk): SQL[][] {
  const { q, topicId } = lookedUp(ask)
  if (!q && !topicId) return [[]]
  const isFound = sql`c.id in (select conversation_id from hits)`
  const isRare = [sql`not (select is_common from asked)`, isFound]
  if (!q) return [isRare, [sql`(select is_common from asked)`]]
  // Not `exists`: that the planner would answer for all conversations at once.
  const saysIt = sql`(select true from mentions m where m.conversation_id = c.id and m.search @@ (select query from asked) limit 1)`
  const isCalledSo = sql`c.plain_title like (select pattern from asked) or c.author_id in (select author_id from called)
    or ((select are_many_called from asked)
      and (select true from authors a where a.id = c.author_id and a.plain_name like (select pattern from asked)))`
  const isSaid = sql`${saysIt} or ${isCalledSo}`
  const areRare = sql`not (select are_words_common from asked)`
  if (topicId) isRare.push(sql`(${areRare} or ${isSaid})`)
  return [isRare, [sql`(select is_common from asked)`, sql`(${areRare} and ${isFound} or ${isSaid})`]]
}

/**
 * The conversations of the page. After a cursor it has two parts, the rest of the same moment and what is later, and each
 * begins in the index where the last page ended: a deep page costs what the first one costs.
 */
function slice(workspaceId: string, ask: PageAsk, member: Reader): SQL {
  const { order, key } = orderOf(ask)
  const limit = ask.limit + 1
  const here = [sql`c.workspace_id = ${workspaceId}`, ...conditions({ workspaceId, member }, ask)]
  const parts = places(ask).flatMap((place) => found(ask).map((ways) => [...here, ...place, ...ways]))
  const selects = parts.map(
    (part) => sql`
    (select c.*, ${key} as sort_key from conversations c where ${sql.join(part, sql` and `)} order by ${order} limit ${limit})`,
  )
  return selects.length === 1
    ? sql.join(selects)
    : sql`select * from (${sql.join(selects, sql` union all `)}) c order by ${order} limit ${limit}`
}

function places(ask: PageAsk): SQL[][] {
  const { key, type } = orderOf(ask)
  if (!ask.after) return [[]]
  const after = readCursor(ask.after)
  const older = sql`c.latest_at <= ${after.latestAt}::timestamptz
    and (c.latest_at < ${after.latestAt}::timestamptz or c.id > ${after.id}::uuid)`
  if (ask.view === 'done' || ask.view === 'noise') return [[older]]
  return [[sql`${key} = ${after.key}::${type}`, older], [sql`${key} > ${after.key}::${type}`]]
}

function conditions(reader: { workspaceId: string; member: Reader }, ask: PageAsk): SQL[] {
  const parts: SQL[] = [viewCondition(ask.view, reader)]
  if (ask.departmentId) parts.push(sql`c.department_id = ${ask.departmentId}`)
  if (ask.network) parts.push(sql`c.network = ${ask.network}`)
  if (ask.sentiment) parts.push(sql`c.sentiment = any(${listOf(ask.sentiment)}::text[])`)
  if (ask.lang) parts.push(sql`c.lang = any(${listOf(ask.lang)}::text[])`)
  if (ask.silence) parts.push(isSilentBy(ask.silence))
  if (ask.topicId) parts.push(sql`c.topic_ids @> array[${ask.topicId}::uuid]`)
  return parts
}

function viewCondition(view: ConversationView, reader: { workspaceId: string; member: Reader }): SQL {
  const isInState = sql`c.state = ${states[stateOf(view)]}`
  const memberId = reader.member.id
  switch (view) {
    case 'mine':
      return sql`${isInState} and c.owner_id = ${memberId}`
    case 'asked':
      return sql`${isInState} and c.id in (${askedOf(memberId)})`
    case 'approve':
      // Also of what somebody set aside or closed meanwhile: the answer waits all the same.
      return sql`c.state <> 'merged' and c.id in (${toApprove(reader)})`
    case 'unowned':
      return sql`${isInState} and c.owner_id is null`
    case 'all':
    case 'waiting':
      return isInState
    case 'done':
    case 'noise':
      // Of what was erased after its time only figures are left.
      return sql`${isInState} and c.erased_at is null`
  }
}

/** Written out: the indexes are of one state each, and the planner must see which. */
const states = { open: sql`'open'`, waiting: sql`'waiting'`, done: sql`'done'`, noise: sql`'noise'` }

function stateOf(view: ConversationView): keyof typeof states {
  return view === 'waiting' || view === 'done' || view === 'noise' ? view : 'open'
}

/** The cursor holds the three keys of the order, as text that PostgreSQL itself wrote: not a microsecond is lost. */
function readCursor(after: string): { key: string; latestAt: string; id: string } {
  const [key, latestAt, id] = after.split('~')
  if (!key || !latestAt || !id) throw new AppError('bad_input', 'This page does not exist. Start from the first one.')
  return { key, latestAt, id }
}

function cursorOf(row: PageRow): string {
  const [key, latestAt] = row.sortKey.split('~')
  return `${key}~${latestAt}~${row.id}`
}

function listOf(text: string): string {
  const values = text.split(',').map((one) => one.trim().replace(/["\\{}]/gu, ''))
  return `{${values.filter(Boolean).join(',')}}`
}

function columns(reader: { workspaceId: string; member: Reader }): SQL {
  const memberId = reader.member.id
  return sql`c.id, c.number, c.title, c.state, c.version, c.network, c.due_at as "dueAt",
    c.promised_minutes as "promisedMinutes", c.wait_until as "waitUntil", c.waits_for as "waitsFor", c.latest_at as "latestAt",
    c.message_count as "messageCount", c.urgency, c.sentiment, c.intent, c.lang,
    (r.read_at is null or r.read_at < c.latest_heard_at) and c.state <> 'done' as "isUnread",
    case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end as owner,
    case when d.id is null then null else jsonb_build_object('id', d.id, 'name', d.name) end as department,
    case when a.id is null then null else jsonb_build_object('id', a.id, 'network', a.network, 'handle', a.handle,
      'name', a.name, 'url', a.url, 'avatarUrl', a.avatar_url, 'bio', null, 'followers', a.followers) end as author,
    left(m.text, ${excerptMax}) as text, m.deleted_at is not null as "isDeleted",
    coalesce((select jsonb_agg(span) from mention_topics mt, jsonb_array_elements(mt.spans) span
      where mt.mention_id = m.id), '[]') as spans,
    coalesce(jsonb_array_length(m.media), 0) > 0 as "hasMedia", m.rating,
    ${needsDecision} as "needsDecision",
    coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.created_at) from topics t
      where t.id = any(c.topic_ids)), '[]') as topics,
    (select jsonb_build_object('state', rp.state, 'dueAt', rp.due_at) from replies rp
      where rp.conversation_id = c.id and rp.state in ('awaits_approval','ready','held','sending','unknown','waiting','needs_person','assisted')
      order by rp.created_at desc limit 1) as reply,
    (${askedIn(reader)}) as approval,
    (select jsonb_build_object('id', dm.id, 'name', dm.name) from drafts df join members dm on dm.id = df.member_id
      where df.conversation_id = c.id and df.kind = 'reply' and df.member_id <> ${memberId}
      order by df.updated_at desc limit 1) as "draftBy",
    jsonb_build_object('sum', c.risk, 'level', c.risk_level, 'parts', c.risk_parts) as risk, c.noise,
    (select jsonb_build_object('id', s.id, 'count', s.conversation_count) from stories s where s.id = c.story_id) as story,
    c.sort_key::text || '~' || c.latest_at::text as "sortKey"`
}

function joins(memberId: string): SQL {
  return sql`left join mentions m on m.id = c.latest_mention_id
    -- Behind row-level security coalesce() keeps the planner from the index (it is not known as leakproof); case does not.
    left join authors a on a.id = case when m.author_id is null then c.author_id else m.author_id end
    left join members o on o.id = c.owner_id
    left join departments d on d.id = c.department_id
    left join conversation_reads r on r.conversation_id = c.id and r.member_id = ${memberId}`
}
