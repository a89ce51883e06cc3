import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { deltaVersions } from '#db/tables/learning.ts'
import { members } from '#db/tables/team.ts'
import { correctionsLeast } from '#domain/learned.ts'

type Page = { workspaceId: string; before: string | undefined; limit: number }

/** Everything but the weights, which are large and say nothing to people. */
const shown = {
  id: deltaVersions.id,
  lang: deltaVersions.lang,
  nth: deltaVersions.nth,
  version: deltaVersions.version,
  model: deltaVersions.model,
  state: deltaVersions.state,
  corrections: deltaVersions.corrections,
  agreed: deltaVersions.agreed,
  figures: deltaVersions.figures,
  words: deltaVersions.words,
  madeAt: deltaVersions.madeAt,
  rolledBackAt: deltaVersions.rolledBackAt,
  rolledBackBy: members.name,
}

/** The versions of what was learned here newest first. */
export async function readVersions(tx: Tx, { workspaceId, before, limit }: Page) {
  const found = await tx
    .select(shown)
    .from(deltaVersions)
    .leftJoin(members, eq(members.id, deltaVersions.rolledBackBy))
    .where(and(eq(deltaVersions.workspaceId, workspaceId), ...(before ? [lt(deltaVersions.id, before)] : [])))
    .orderBy(desc(deltaVersions.id))
    .limit(limit + 1)
  const items = found.slice(0, limit)
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** By language, how many messages were corrected in all and since it was learned last, and how many make it learn again. */
export type Progress = { lang: string; corrected: number; fresh: number; least: number }

export async function readProgress(tx: Tx, workspaceId: string): Promise<Progress[]> {
  const { rows } = await tx.execute<Omit<Progress, 'least'>>(sql`
    select of.lang, count(distinct c.mention_id)::int as corrected,
        count(distinct c.mention_id) filter (where v.made_at is null or greatest(c.at, c.taken_back_at) > v.made_at)::int as fresh
      from corrections c join assessments s on s.mention_id = c.mention_id
      cross join lateral (select coalesce(s.correction ->> 'lang', s.said ->> 'lang') as lang) of
      left join lateral (select d.made_at from delta_versions d where d.workspace_id = c.workspace_id and d.lang = of.lang
        order by d.nth desc limit 1) v on true
     where c.workspace_id = ${workspaceId} group by 1 order by 2 desc, 1`)
  return rows.map((row) => ({ ...row, least: correctionsLeast }))
}
