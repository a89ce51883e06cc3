import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { accounts } from '#db/tables/reply.ts'
import type { PostKind } from '#domain/post.ts'
import { isAsked } from '#domain/promotion/is-asked.ts'
import { authorsOfPerson } from '#mentions/person-sql.ts'

/** Of one person so many of their newest messages are looked at: who turned to us before that did so long ago. */
const messagesMax = 50

export type Contact = { isAsked: boolean; isFirstContact: boolean; unaskedContacts: number }

type Asked = {
  workspaceId: string
  conversationId: string
  authorId: string
  network: string
  brands: readonly string[]
  since: Date
}

type MessageRow = {
  conversation_id: string
  kind: PostKind
  text: string
  addressed: string[]
  published_at: string
  is_to_our_account: boolean
  is_under_ours: boolean
}

/**
 * How we stand with somebody, under all their names: whether they turned to us in this conversation, whether we ever spoke, and in how many other
 * conversations they heard from us unasked since they last turned to us.
 */
export async function readContact(tx: Tx, asked: Asked): Promise<Contact> {
  const { workspaceId, conversationId, authorId, network, brands, since } = asked
  const ours = await tx
    .select({ handle: accounts.handle, nativeId: accounts.nativeId })
    .from(accounts)
    .where(sql`${eq(accounts.workspaceId, workspaceId)} and ${eq(accounts.network, network)}`)
  const handles = ours.flatMap(({ handle, nativeId }) => [handle, nativeId])
  const person = sql`(select ${authorsOfPerson()} from authors a where a.id = ${authorId})::uuid[]`
  const isOurs = sql`(exists (select from mentions o where o.workspace_id = m.workspace_id and o.network = m.network
      and o.native_id in (m.parent_id, m.root_id) and o.is_own)
    or exists (select from replies o where o.workspace_id = m.workspace_id and o.native_id in (m.parent_id, m.root_id)))`
  const { rows } = await tx.execute<MessageRow>(sql`
    select m.conversation_id, m.kind, m.text, m.addressed, m.published_at,
           exists (select from sources s where s.id = m.source_id and s.account_id is not null) as is_to_our_account, ${isOurs} as is_under_ours
      from mentions m
     where m.workspace_id = ${workspaceId} and m.author_id = any(${person}) and not m.is_own
     order by m.published_at desc limit ${messagesMax}`)
  const turned = rows.filter((row) =>
    isAsked({ ...row, isToOurAccount: row.is_to_our_account, isUnderOurs: row.is_under_ours }, { handles, brands }),
  )
  const turnedAt = new Date(Math.max(since.getTime(), ...turned.map((row) => new Date(row.published_at).getTime())))
  const { rows: spoken } = await tx.execute<{ all: number; unasked: number }>(sql`
    select count(*)::int as all,
           (count(distinct r.conversation_id) filter (where j.is_unasked and j.at > ${turnedAt.toISOString()}
             and r.conversation_id <> ${conversationId}))::int as unasked
      from replies r join mentions m on m.id = r.mention_id left join judged_replies j on j.reply_id = r.id
     where r.workspace_id = ${workspaceId} and m.author_id = any(${person}) and r.state not in ('undone', 'refused')`)
  const [counts] = spoken
  return {
    isAsked: turned.some((row) => row.conversation_id === conversationId),
    isFirstContact: turned.length === 0 && (counts?.all ?? 0) === 0,
    unaskedContacts: counts?.unasked ?? 0,
  }
}
