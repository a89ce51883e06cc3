import { asc, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { topics } from '#db/tables/mentions.ts'
import type { ClockKind } from '#domain/promise-clock.ts'
import { type Asked, type PromiseTerms, withAsked } from '#domain/promise-rule.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import type { Context } from '#team/context.ts'
import { recordBroken } from './record-broken.ts'
import { type ClockRow, readClocks, stopClocks, type WantedClock, writeClocks } from './write-clocks.ts'

type Starting = {
  stored: readonly StoredMention[]
  sourceId: string | null
  heardAt: Date
  isFoundLater: boolean
  promises: PromiseTerms
  /** What was published before has no promise: nobody promised anything about it. */
  promiseFrom: Date
}
type Before = { id: string; state: string; doneAt: Date | null; answeredAt: Date | null; departmentId: string | null }

/**
 * Somebody said something: the clocks of their conversations begin, or hear of it. Called before the conversations are touched, since what
 * was done and comes back starts anew; it locks them, in the order of everybody.
 */
export async function startClocks(tx: Tx, ctx: Context, input: Starting): Promise<void> {
  const theirs = input.stored.filter(({ isOwn, post }) => !isOwn && post.publishedAt >= input.promiseFrom)
  if (theirs.length === 0) return
  const before = await lockAll(tx, [...new Set(theirs.map((item) => item.conversationId))])
  const running = Map.groupBy(await readClocks(tx, [...before.keys()]), (clock) => clock.conversationId)
  const departments = await departmentsOf(tx, theirs)
  const wanted: WantedClock[] = []
  for (const [conversationId, items] of Map.groupBy(theirs, (item) => item.conversationId)) {
    const was = before.get(conversationId)
    const clocks = running.get(conversationId) ?? []
    // The past opens nothing that is done.
    if (!was || (was.state === 'done' && input.isFoundLater)) continue
    const isAnew = was.state === 'done'
    if (isAnew) await stopAll(tx, ctx, { clocks, at: was.doneAt ?? input.heardAt })
    const asked = items.map((item) => askedOf(item, { ...input, was, departments }))
    wanted.push(...wantedOf({ was, clocks: isAnew ? [] : clocks, asked }))
  }
  await writeClocks(tx, { workspaceId: ctx.workspaceId, wanted, terms: input.promises })
}

async function stopAll(tx: Tx, ctx: Context, { clocks, at }: { clocks: readonly ClockRow[]; at: Date }): Promise<void> {
  const ids = clocks.map(({ id }) => id)
  await recordBroken(tx, ctx, await stopClocks(tx, { ids, at, by: 'anew' }))
}

/** One clock of an answer and one of the matter; those that run already only hear of what is new. */
function wantedOf(input: { was: Before; clocks: readonly ClockRow[]; asked: readonly Asked[] }): WantedClock[] {
  const { was, clocks, asked } = input
  const clockOf = (kinds: readonly ClockKind[]) => clocks.find(({ kind }) => kinds.includes(kind))
  const answering: ClockKind = was.answeredAt ? 'next' : 'first'
  return [
    { kind: answering, known: clockOf(['first', 'next']) },
    { kind: 'resolution' as const, known: clockOf(['resolution']) },
  ].flatMap(({ kind, known }) => {
    const all = asked.reduce<readonly Asked[]>(withAsked, known?.asked ?? [])
    const isHeard = known !== undefined && all.length === known.asked.length
    return isHeard ? [] : [{ known, conversationId: was.id, kind: known?.kind ?? kind, asked: all }]
  })
}

type Known = { was: Before; departments: ReadonlyMap<string, string | null>; sourceId: string | null; heardAt: Date }

function askedOf({ post, assessment, matches, heardAt }: StoredMention, known: Known): Asked {
  const topicIds = matches.map(({ id }) => id)
  const departmentIds = [known.was.departmentId, ...topicIds.map((id) => known.departments.get(id) ?? null)]
  return {
    at: post.publishedAt.toISOString(),
    heardAt: (heardAt ?? known.heardAt).toISOString(),
    urgency: assessment.urgency,
    departmentIds: [...new Set(departmentIds.filter((id) => id !== null))],
    sourceId: known.sourceId,
    network: post.network,
    topicIds,
  }
}

async function lockAll(tx: Tx, ids: readonly string[]): Promise<Map<string, Before>> {
  const { id, state, doneAt, answeredAt, departmentId } = conversations
  const rows = await tx
    .select({ id, state, doneAt, answeredAt, departmentId })
    .from(conversations)
    .where(inArray(conversations.id, [...ids]))
    .orderBy(asc(conversations.id))
    .for('update')
  return new Map(rows.map((row) => [row.id, row]))
}

async function departmentsOf(tx: Tx, items: readonly StoredMention[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(items.flatMap(({ matches }) => matches.map(({ id }) => id)))]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: topics.id, departmentId: topics.departmentId })
    .from(topics)
    .where(inArray(topics.id, ids))
  return new Map(rows.map((row) => [row.id, row.departmentId]))
}
