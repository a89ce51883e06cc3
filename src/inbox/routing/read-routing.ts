import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { sources } from '#db/tables/listen.ts'
import { routingRuns, routings } from '#db/tables/routing.ts'
import { departments, members } from '#db/tables/team.ts'
import type { Words } from '#domain/connector.ts'
import { doesSomething, type RoutingExample, type RoutingFiring, type RoutingRule } from '#domain/routing.ts'
import { parseQuery } from '#match/parse-query.ts'
import type { QuerySets } from '#match/query-sets.ts'
import { sentenceOf } from '#mentions/read-topics.ts'
import type { Context } from '#team/context.ts'
import type { RunRow } from './advance-run.ts'
import { readRules } from './read-rules.ts'
import { setsOfRules } from './rule-book.ts'

/** A rule with its query as a sentence, and why it does nothing where something it needs is gone. */
export type ReadRule = RoutingRule & { says: Words | null; problem: Words | null }
export type ReadExample = RoutingExample & { number: number; title: string }
export type ReadRun = Omit<RunRow, 'examples'> & {
  examples: ReadExample[]
  by: { id: string; name: string } | null
  isTakenBack: boolean
}
export type ReadRouting = {
  rules: ReadRule[]
  trial: ReadRun | null
  application: ReadRun | null
  undo: ReadRun | null
}

/** The rules in their order, with the newest trial and the newest time that they were applied. */
export async function readRouting(ctx: Context): Promise<ReadRouting> {
  const { workspaceId } = ctx
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const rules = await readRules(tx, workspaceId)
    const sets = await setsOfRules(tx, { workspaceId, rules })
    const here = new Set(
      (await tx.select({ id: members.id }).from(members).where(isHere(workspaceId))).map(({ id }) => id),
    )
    const newest = async (kind: RunRow['kind']) => {
      const [run] = await tx
        .select()
        .from(routingRuns)
        .where(and(eq(routingRuns.workspaceId, workspaceId), eq(routingRuns.kind, kind)))
        .orderBy(desc(routingRuns.askedAt), desc(routingRuns.id))
        .limit(1)
      return run ? withNames(tx, run) : null
    }
    const application = await newest('apply')
    const undo = await newest('undo')
    return {
      rules: rules.map((rule) => {
        const { query } = rule.conditions
        const says = query === null ? null : sentenceOf(query, sets)
        return { ...rule, says, problem: problemOf(rule, { sets, here }) }
      }),
      trial: await newest('trial'),
      application,
      // Of what was put back only that which was placed last is of any interest.
      undo: undo?.undoes === application?.id ? undo : null,
    }
  })
}

function isHere(workspaceId: string) {
  return and(eq(members.workspaceId, workspaceId), isNull(members.leftAt))
}

/** Why a rule does less than it says; null where all is well. */
function problemOf(
  { conditions: { query }, actions }: RoutingRule,
  { sets, here }: { sets: QuerySets; here: ReadonlySet<string> },
): Words | null {
  const parsed = query === null ? undefined : parseQuery(query, sets)
  if (parsed && !parsed.ok) return parsed.errors[0]?.words ?? null
  if (!doesSomething(actions)) return doesNothing
  return actions.memberId !== null && !here.has(actions.memberId) ? colleagueLeft : null
}

const colleagueLeft: Words = {
  en: 'The colleague of this rule is not here any more. Choose another.',
  nl: 'De collega van deze regel is er niet meer. Kies een andere.',
}
const doesNothing: Words = {
  en: 'What this rule places in is gone. Choose a department or a colleague.',
  nl: 'Waar deze regel in plaatst, is weg. Kies een afdeling of een collega.',
}

async function withNames(tx: Tx, run: RunRow): Promise<ReadRun> {
  const ids = run.examples.map(({ id }) => id)
  const found =
    ids.length > 0
      ? await tx
          .select({ id: conversations.id, number: conversations.number, title: conversations.title })
          .from(conversations)
          .where(inArray(conversations.id, ids))
      : []
  const byId = new Map(found.map((one) => [one.id, one]))
  const [by] = run.askedBy
    ? await tx.select({ id: members.id, name: members.name }).from(members).where(eq(members.id, run.askedBy))
    : []
  const examples = run.examples.toReversed().flatMap((one) => {
    const named = byId.get(one.id)
    return named ? [{ ...one, number: named.number, title: named.title }] : []
  })
  const isTakenBack = await hasUndo(tx, run.id)
  return { ...run, examples, by: by ?? null, isTakenBack }
}

async function hasUndo(tx: Tx, runId: string): Promise<boolean> {
  return (await tx.$count(routingRuns, and(eq(routingRuns.undoes, runId), eq(routingRuns.state, 'done')))) > 0
}

type Named = { id: string; name: string }
/** One time that rules placed a conversation, for its history. */
export type RoutingLine = {
  id: string
  at: Date
  how: 'heard' | 'applied' | 'put_back'
  department: Named | null
  owner: Named | null
  urgency: number
  /** It was the turn of its owner. */
  isByTurn: boolean
  firings: RoutingFiring[]
}

const linesMax = 50

/** What rules did with a conversation, the oldest first. Sources are named in the reasons; everything else the pages name themselves. */
export async function readRoutingLines(tx: Tx, conversationId: string): Promise<RoutingLine[]> {
  const rows = await tx
    .select({
      row: routings,
      kind: routingRuns.kind,
      department: { id: departments.id, name: departments.name },
      owner: { id: members.id, name: members.name },
    })
    .from(routings)
    .leftJoin(routingRuns, eq(routingRuns.id, routings.runId))
    .leftJoin(departments, eq(departments.id, routings.departmentId))
    .leftJoin(members, eq(members.id, routings.ownerId))
    .where(eq(routings.conversationId, conversationId))
    .orderBy(desc(routings.at), desc(routings.id))
    .limit(linesMax)
  const names = await sourceNames(
    tx,
    rows.flatMap(({ row }) => row.firings),
  )
  return rows.toReversed().map(({ row, kind, department, owner }) => ({
    ...{ id: row.id, at: row.at, department, owner, urgency: row.urgency },
    isByTurn: kind !== 'undo' && isByTurn(row),
    how: kind === null ? ('heard' as const) : kind === 'undo' ? ('put_back' as const) : ('applied' as const),
    firings: row.firings.map((firing) => ({
      ...firing,
      reasons: firing.reasons.map((reason) =>
        reason.about === 'source' ? { ...reason, values: reason.values.map((id) => names.get(id) ?? '…') } : reason,
      ),
    })),
  }))
}

function isByTurn({ ownerId, fromOwnerId, firings }: typeof routings.$inferSelect): boolean {
  return ownerId !== null && ownerId !== fromOwnerId && !firings.some(({ did }) => did.includes('member'))
}

async function sourceNames(tx: Tx, firings: readonly RoutingFiring[]): Promise<Map<string, string>> {
  const reasons = firings.flatMap((firing) => firing.reasons).filter(({ about }) => about === 'source')
  const ids = [...new Set(reasons.flatMap(({ values }) => values))]
  if (ids.length === 0) return new Map()
  const rows = await tx.select({ id: sources.id, name: sources.name }).from(sources).where(inArray(sources.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
