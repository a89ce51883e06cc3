import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import { type AlikeReason, alikeReasons } from '#domain/known-as.ts'
import type { AuthorMark } from '#domain/risk.ts'
import { type Context, memberOf } from '#team/context.ts'

const suggestedMax = 5
/** Of each reason so many are looked at: a name that a hundred people have says nothing. */
const alikeMax = 40
const foundMax = 12
const calledMax = 60

export type KnownAuthor = {
  id: string
  network: string
  handle: string
  name: string
  url: string | null
  avatarUrl: string | null
  bio: string | null
  followers: number | null
}
export type Identity = {
  author: KnownAuthor
  mark: AuthorMark | null
  linkedBy: { id: string; name: string } | null
  linkedAt: string | null
}
export type Suggested = { author: KnownAuthor; reasons: AlikeReason[]; count: number }
export type FoundAuthor = { author: KnownAuthor; count: number }

const profile = sql`jsonb_build_object('id', a.id, 'network', a.network, 'handle', a.handle, 'name', a.name, 'url', a.url,
  'avatarUrl', a.avatar_url, 'bio', a.bio, 'followers', a.followers)`
/** How many they are known as, themselves counted. */
const countOf = sql`(case when a.person_id is null then 1
  else (select count(*)::int from authors l where l.person_id = a.person_id) end)`
/** Neither erased nor one of ours. */
const isSomebody = sql`a.native_id <> 'erased:' || a.id and not exists (select from accounts o
  where o.workspace_id = a.workspace_id and o.network = a.network and o.native_id = a.native_id)`

/** An author and all that are linked to them: themselves first, the others as they were linked. Empty when they are not here. */
export async function identitiesIn(tx: Tx, ctx: Context, id: string): Promise<Identity[]> {
  const { rows } = await tx.execute<Identity>(sql`
    select ${profile} as author, a.mark, a.linked_at as "linkedAt",
           case when b.id is null then null else jsonb_build_object('id', b.id, 'name', b.name) end as "linkedBy"
      from authors asked join authors a on a.id = asked.id or a.person_id = asked.person_id
      left join members b on b.id = a.linked_by
     where asked.workspace_id = ${ctx.workspaceId} and asked.id = ${id}
     order by a.id <> asked.id, a.linked_at, a.id`)
  return rows
}

/** Who may be the same person, on another network, with the reasons. Never more than a suggestion. */
export async function suggestionsIn(tx: Tx, ctx: Context, ids: readonly string[]): Promise<Suggested[]> {
  const asked = uuidArray(ids)
  const { rows } = await tx.execute<Suggested>(sql`
    select ${profile} as author, f.reasons, ${countOf} as count
      from (select author_id, array_agg(reason) as reasons from alike_authors(${asked}, ${alikeMax}) group by 1) f
      join authors a on a.id = f.author_id
     where a.workspace_id = ${ctx.workspaceId} and ${isSomebody}
       and not exists (select from not_same_authors n where (n.one_id = a.id and n.other_id = any(${asked}))
         or (n.other_id = a.id and n.one_id = any(${asked})))
     order by 'link' = any(f.reasons) desc, cardinality(f.reasons) desc, a.updated_at desc, a.id limit ${suggestedMax}`)
  return rows.map((row) => ({ ...row, reasons: alikeReasons.filter((one) => row.reasons.includes(one)) }))
}

/** Who is called so, for linking by hand; those who are the same person already are left out. Fewer than three letters find nobody. */
export async function findAuthors(ctx: Context, input: { words: string; exceptId?: string }): Promise<FoundAuthor[]> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const own = input.exceptId ? await identitiesIn(tx, ctx, input.exceptId) : []
    const { rows } = await tx.execute<FoundAuthor>(sql`
      select ${profile} as author, ${countOf} as count
        from search_authors(${input.words}, ${calledMax}) f join authors a on a.id = f.author_id
       where a.workspace_id = ${ctx.workspaceId} and ${isSomebody} and a.id <> all(${uuidArray(own.map((one) => one.author.id))})
       order by a.updated_at desc, a.id limit ${foundMax}`)
    return rows
  })
}
