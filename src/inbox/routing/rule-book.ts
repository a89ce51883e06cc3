import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { RoutingRule } from '#domain/routing.ts'
import { noSets, type QuerySets } from '#match/query-sets.ts'
import { mayAskForSets, querySetsOf, readRows } from '#mentions/read-sets.ts'
import { type CompiledRules, compileRules } from './compile-rules.ts'
import { readRules } from './read-rules.ts'
import { rulesOfSearches } from './rules-of-searches.ts'

/**
 * The rules of each workspace, ready to be asked. They are made ready once a change, not once a message: what costs something each
 * time is one look at their versions, inside the transaction that asks them, so that no process ever places by rules of yesterday.
 */
export type RuleBook = {
  /** Undefined where no rule is on. */
  ready(tx: Tx, workspaceId: string): Promise<CompiledRules | undefined>
}

type Known = { print: string; compiled: CompiledRules | undefined }

/** What was not asked for longest makes room: it is made ready again when it is. */
const workspacesMax = 200

export function openRuleBook(): RuleBook {
  const known = new Map<string, Known>()
  return {
    async ready(tx, workspaceId) {
      const print = await printOf(tx, workspaceId)
      const before = known.get(workspaceId)
      const now = before?.print === print ? before : { print, compiled: await compiledFor(tx, workspaceId, print) }
      known.delete(workspaceId)
      known.set(workspaceId, now)
      const [oldest] = known.keys()
      if (known.size > workspacesMax && oldest !== undefined) known.delete(oldest)
      return now.compiled
    },
  }
}

/** Which rules are on, in which version and order, and which searches say a department; with the named lists, where any of them asks for one. */
async function printOf(tx: Tx, workspaceId: string): Promise<string> {
  const { rows } = await tx.execute<{ rules: string | null; searches: string | null }>(sql`
    select (select string_agg(t.id || ' ' || t.department_id || ' ' || t.name, ',' order by t.created_at, t.id)
              from topics t where t.workspace_id = ${workspaceId} and t.department_id is not null) as searches,
           string_agg(r.id || ' ' || r.version || ' ' || coalesce(r.department_id::text, '') || ' ' || coalesce(r.member_id::text, ''),
             ',' order by r.position, r.created_at)
      || case when bool_or(r.conditions ->> 'query' ilike '%set:%') then
           (select coalesce(string_agg(s.id || ' ' || s.revision, ',' order by s.id), '') from query_sets s
             where s.workspace_id = ${workspaceId}) else '' end as rules
      from routing_rules r where r.workspace_id = ${workspaceId} and r.is_on`)
  const { rules, searches } = rows[0] ?? {}
  return [rules ?? '', searches ?? ''].join('|')
}

async function compiledFor(tx: Tx, workspaceId: string, print: string): Promise<CompiledRules | undefined> {
  if (print === '|') return undefined
  const rules = [...(await readRules(tx, workspaceId)), ...(await rulesOfSearches(tx, workspaceId))]
  return compileRules(rules, await setsOfRules(tx, { workspaceId, rules }))
}

/** The named lists that rules ask for; none are read where no rule does. */
export async function setsOfRules(
  tx: Tx,
  { workspaceId, rules }: { workspaceId: string; rules: readonly RoutingRule[] },
): Promise<QuerySets> {
  const isAsked = rules.some(({ conditions }) => conditions.query !== null && mayAskForSets(conditions.query))
  return isAsked ? querySetsOf(await readRows(tx, workspaceId)) : noSets
}
