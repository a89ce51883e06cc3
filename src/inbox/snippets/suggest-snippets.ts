import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import { rankSimilar, type Similar, type SimilarThing } from '#domain/similar-words.ts'
import { inARowMax } from '#domain/snippet.ts'
import type { Context } from '#team/context.ts'
import { dearStems, plainStems, stemsAsked } from './search-words.ts'

/** The newest first, each with the wordings it was begun with: here, and in the whole workspace. */
type RecentWordings = { here: string[][]; everywhere: string[][] }
export type Suggested = { snippets: Similar[]; knowledge: Similar[]; recent: RecentWordings }

/** What may fit here, the likest first, with the words that say so; and which wordings the last answers used. */
export async function suggestSnippets(ctx: Context, conversationId: string): Promise<Suggested> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const conversation = await conversationOf(tx, ctx, conversationId)
    const messages = await theirMessages(tx, conversation.id)
    const [first] = messages
    const asked = await stemsAsked(tx, {
      text: messages.map(({ text }) => text).join('\n'),
      lang: first?.lang ?? 'und',
    })
    const stems = [...asked.keys()]
    const here = { ctx, stems, topicIds: conversation.topicIds }
    return {
      snippets: stems.length === 0 ? [] : rankSimilar(asked, await snippetThings(tx, here)),
      knowledge: rankSimilar(asked, await knowledgeThings(tx, here)),
      recent: await recentWordings(tx, ctx, { network: conversation.network, url: first?.url ?? null }),
    }
  })
}

async function conversationOf(tx: Tx, ctx: Context, conversationId: string) {
  const { id, network, topicIds } = conversations
  const [row] = await tx
    .select({ id, network, topicIds })
    .from(conversations)
    .where(and(eq(conversations.workspaceId, ctx.workspaceId), eq(id, conversationId)))
  if (!row) throw new AppError('not_found', 'This conversation is not here any more.')
  return row
}

const messagesMax = 3

/** The newest words of people. */
async function theirMessages(tx: Tx, conversationId: string) {
  const { text, lang, url } = mentions
  return tx
    .select({ text, lang, url })
    .from(mentions)
    .where(
      and(eq(mentions.conversationId, conversationId), eq(mentions.isOwn, false), sql`${mentions.deletedAt} is null`),
    )
    .orderBy(sql`${mentions.publishedAt} desc`)
    .limit(messagesMax)
}

type Asked = { ctx: Context; stems: readonly string[]; topicIds: readonly string[] }

const answeredMax = 20

async function snippetThings(tx: Tx, { ctx, stems }: Asked): Promise<SimilarThing[]> {
  const search = sql`search`
  const { rows } = await tx.execute<{ id: string; dear: string[]; words: string[]; answered: string[][] | null }>(sql`
    select s.id, ${dearStems(search)} as dear, ${plainStems(search)} as words,
           (select jsonb_agg(to_jsonb(before.stems)) from (
              select tsvector_to_array(m.search) as stems
                from snippet_uses u join replies r on r.id = u.reply_id join mentions m on m.id = r.mention_id
               where u.snippet_id = s.id and m.search is not null
               order by u.at desc limit ${answeredMax}) before) as answered
      from (select id, search from snippets
             where workspace_id = ${ctx.workspaceId} and state = 'live'
               and (expires_at is null or expires_at > ${ctx.app.clock.now()})) s`)
  return rows.map(({ id, dear, words, answered }) => thingOf(id, { stems, dear, words, answered: answered ?? [] }))
}

/** What is of a topic of this conversation is likelier than what is not. */
async function knowledgeThings(tx: Tx, { ctx, stems, topicIds }: Asked): Promise<SimilarThing[]> {
  const search = sql`search`
  const { rows } = await tx.execute<{ id: string; dear: string[]; words: string[]; topic_ids: string[] }>(sql`
    select id, topic_ids, ${dearStems(search)} as dear, ${plainStems(search)} as words from knowledge_items
     where workspace_id = ${ctx.workspaceId} and (valid_until is null or valid_until > ${ctx.app.clock.now()})`)
  return rows.map(({ id, dear, words, topic_ids: of }) => {
    const isOfTopic = of.some((topicId) => topicIds.includes(topicId))
    return thingOf(id, { stems, dear: isOfTopic ? [...dear, ...words] : dear, words, answered: [] })
  })
}

type Words = { stems: readonly string[]; dear: string[]; words: string[]; answered: string[][] }

/** Of all its words only those that are asked about weigh. */
function thingOf(id: string, { stems, dear, words, answered }: Words): SimilarThing {
  const asked = new Set(stems)
  const of = (list: readonly string[]) => new Set(list.filter((stem) => asked.has(stem)))
  return { id, dear: of(dear), words: of(words), answered: answered.map(of) }
}

/**
 * The last answers, the newest first, each with the wordings it was begun with. A community is where people read each other: the site that the
 * message stands on, or its network.
 */
async function recentWordings(
  tx: Tx,
  ctx: Context,
  { network, url }: { network: string; url: string | null },
): Promise<RecentWordings> {
  const host = hostOf(url)
  const isHere = sql`m.network = ${network} and (${host}::text is null or substring(m.url from '^https?://([^/:?#]+)') = ${host})`
  const last = async (where: ReturnType<typeof sql>) => {
    const { rows } = await tx.execute<{ wordings: string[] | null }>(sql`
      select (select jsonb_agg(u.wording) from snippet_uses u where u.reply_id = last.id) as wordings from (
        select r.id, r.created_at from replies r join mentions m on m.id = r.mention_id
         where r.workspace_id = ${ctx.workspaceId} and r.state not in ('refused', 'undone', 'removed') and ${where}
         order by r.created_at desc, r.id desc limit ${inARowMax}) last
       order by last.created_at desc, last.id desc`)
    return rows.map(({ wordings }) => wordings ?? [])
  }
  return { here: await last(isHere), everywhere: await last(sql`true`) }
}

function hostOf(url: string | null): string | null {
  return url === null ? null : (/^https?:\/\/([^/:?#]+)/u.exec(url)?.[1] ?? null)
}
