import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { AlertScopeKind } from '#domain/alert.ts'

/** Where one looks. The subject of the whole is the workspace. */
export type Scope = { kind: AlertScopeKind; subjectId: string }
export type Counted = Scope & { bin: number; grave: number; all: number }
export type Series = {
  workspaceId: string
  /** Both on the border of a bin. */
  from: Date
  until: Date
  binMinutes: number
  kinds: readonly AlertScopeKind[]
}

export const scopeKey = ({ kind, subjectId }: Scope): string => `${kind} ${subjectId}`

/**
 * People in each bin, by scope: whoever wrote nothing (or, of grave ones, nothing grave) within a day before counts once. What is noise, our own or about the
 * market alone is not of us, and what was looked up later was no news when it came. Empty bins are left out.
 */
export async function readSeries(tx: Tx, series: Series): Promise<Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`${countedOf(series)}
    select kind, "subjectId", bin::int, all_count::int as "all", grave_count::int as grave from bins order by kind, "subjectId", bin`)
  return rows
}

/** Of all stories the loudest in each bin: what a story usually brings, for a new one has no past of its own. */
export async function readLoudestStory(tx: Tx, series: Omit<Series, 'kinds'>): Promise<Omit<Counted, keyof Scope>[]> {
  const { rows } = await tx.execute<Omit<Counted, keyof Scope>>(sql`${countedOf({ ...series, kinds: ['story'] })}
    select bin::int, max(all_count)::int as "all", max(grave_count)::int as grave from bins group by bin order by bin`)
  return rows
}

function countedOf({ workspaceId, from, until, binMinutes, kinds }: Series): SQL {
  return sql`
    with heard as materialized (${heardIn({ workspaceId, until, from: sql`${from.toISOString()}::timestamptz - interval '1 day'` })}),
    scoped as (${sql.join(
      kinds.map((kind) => ofKind(kind, workspaceId)),
      sql` union all `,
    )}),
    counted as (
      select kind, "subjectId", at, grave, lag(at) over person as before,
             max(at) filter (where grave) over (person rows between unbounded preceding and 1 preceding) as grave_before
        from scoped window person as (partition by kind, "subjectId", person order by at, id)
    ),
    told as (
      select kind, "subjectId", floor(extract(epoch from at) / ${binMinutes * 60}) as bin,
             before is null or before < at - interval '1 day' as is_new,
             grave and (grave_before is null or grave_before < at - interval '1 day') as is_grave_new
        from counted where at >= ${from.toISOString()}
    ),
    bins as (
      select kind, "subjectId", bin, count(*) filter (where is_new or is_grave_new) as all_count, count(*) filter (where is_grave_new) as grave_count
        from told where is_new or is_grave_new group by 1, 2, 3
    )`
}

/** What was said of us in that time, with who said it; linked identities are one person. */
export function heardIn({ workspaceId, from, until }: { workspaceId: string; from: SQL; until: Date }): SQL {
  return sql`
    select m.id, m.published_at as at, coalesce(a.person_id, a.id) as person, coalesce(is_grave(s.said, s.correction), false) as grave,
           m.source_id, c.story_id, m.conversation_id, a.followers
      from mentions m join conversations c on c.id = m.conversation_id join authors a on a.id = m.author_id left join assessments s on s.mention_id = m.id
     where m.workspace_id = ${workspaceId} and m.published_at >= ${from} and m.published_at < ${until.toISOString()}
       and not m.is_own and not m.is_found_later and c.state <> 'noise'
       and (not exists (select from mention_topics t where t.mention_id = m.id)
         or exists (select from mention_topics t join topics k on k.id = t.topic_id where t.mention_id = m.id and k.purpose <> 'market'))`
}

function ofKind(kind: AlertScopeKind, workspaceId: string): SQL {
  switch (kind) {
    case 'whole':
      return sql`select 'whole' as kind, ${workspaceId}::uuid as "subjectId", h.* from heard h`
    case 'topic':
      return sql`select 'topic' as kind, t.topic_id as "subjectId", h.* from heard h
        join mention_topics t on t.mention_id = h.id join topics k on k.id = t.topic_id and k.purpose <> 'market'`
    case 'source':
      return sql`select 'source' as kind, h.source_id as "subjectId", h.* from heard h where h.source_id is not null`
    case 'story':
      return sql`select 'story' as kind, h.story_id as "subjectId", h.* from heard h where h.story_id is not null`
  }
}

/** What of `heard` (as `h`) is in a scope. */
export function isInScope({ kind, subjectId }: Scope): SQL {
  switch (kind) {
    case 'whole':
      return sql`true`
    case 'topic':
      return sql`exists (select from mention_topics t where t.mention_id = h.id and t.topic_id = ${subjectId})`
    case 'source':
      return sql`h.source_id = ${subjectId}`
    case 'story':
      return sql`h.story_id = ${subjectId}`
  }
}

type Asked = { workspaceId: string; scope: Scope; from: Date; until: Date }

/** Who wrote something grave there; ids, for comparing. */
export async function readPeople(tx: Tx, { workspaceId, scope, from, until }: Asked): Promise<Set<string>> {
  const { rows } = await tx.execute<{ person: string }>(sql`
    with heard as materialized (${heardIn({ workspaceId, until, from: sql`${from.toISOString()}` })})
    select distinct person from heard h where h.grave and ${isInScope(scope)}`)
  return new Set(rows.map(({ person }) => person))
}

/** How many follow those who wrote something grave there, together; null where no network says. */
export async function readReach(tx: Tx, { workspaceId, scope, from, until }: Asked): Promise<number | null> {
  const { rows } = await tx.execute<{ reach: number | null }>(sql`
    with heard as materialized (${heardIn({ workspaceId, until, from: sql`${from.toISOString()}` })})
    select sum(followers)::float8 as reach from (
      select person, max(followers) as followers from heard h where h.grave and ${isInScope(scope)} group by person) p`)
  return rows[0]?.reach ?? null
}
