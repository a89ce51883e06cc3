import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { Facts } from './read-facts.ts'
import { heardIn, isInScope, type Scope } from './read-series.ts'

/** Of the whole, a search is its name when it holds so many of its people. */
export const mostly = 0.6

/** What it is about, by a name that members gave; empty where none says it. A story is named by words of the public, which leave nowhere. */
export async function nameOfAlert(
  tx: Tx,
  { facts, scope, from, until }: { facts: Facts; scope: Scope; from: Date; until: Date },
): Promise<string> {
  if (scope.kind === 'topic') return facts.topics.get(scope.subjectId)?.name ?? ''
  if (scope.kind === 'source') return facts.sources.get(scope.subjectId)?.name ?? ''
  const held = await readHolds(tx, { workspaceId: facts.workspaceId, scope, from, until })
  const best = held.topics[0]
  return best && best.people >= mostly * held.people ? (facts.topics.get(best.id)?.name ?? '') : ''
}

type Held = { id: string; people: number }
export type Holds = { people: number; topics: Held[]; sources: Held[]; stories: Held[] }
const heldMax = 5

/** Which searches, sources and stories the people are in who wrote something grave there, most first. */
export async function readHolds(
  tx: Tx,
  { workspaceId, scope, from, until }: { workspaceId: string; scope: Scope; from: Date; until: Date },
): Promise<Holds> {
  const { rows } = await tx.execute<{ kind: string; id: string | null; people: number }>(sql`
    with heard as materialized (${heardIn({ workspaceId, until, from: sql`${from.toISOString()}` })}),
    here as materialized (select * from heard h where h.grave and ${isInScope(scope)})
    select 'all' as kind, null::uuid as id, count(distinct person)::int as people from here
    union all select 'topic', t.topic_id, count(distinct h.person)::int from here h
      join mention_topics t on t.mention_id = h.id join topics k on k.id = t.topic_id and k.purpose <> 'market' group by t.topic_id
    union all select 'source', source_id, count(distinct person)::int from here where source_id is not null group by source_id
    union all select 'story', story_id, count(distinct person)::int from here where story_id is not null group by story_id
    order by people desc, id`)
  const of = (kind: string): Held[] =>
    rows.flatMap((row) => (row.kind === kind && row.id ? [{ id: row.id, people: row.people }] : [])).slice(0, heldMax)
  return {
    people: rows.find(({ kind }) => kind === 'all')?.people ?? 0,
    ...{ topics: of('topic'), sources: of('source'), stories: of('story').filter(({ people }) => people > 1) },
  }
}
