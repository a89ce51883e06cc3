import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { promiseClocks } from '#db/tables/promises.ts'
import { workspaces } from '#db/tables/team.ts'
import type { PromiseTerms } from '#domain/promise-rule.ts'
import { readPromiseTerms } from '#team/promise-terms.ts'
import { tellEvents } from '#team/tell-events.ts'
import { lockStories } from './lock-stories.ts'
import { weighConversations } from './weigh-conversations.ts'
import { type ClockRow, countedClock, showDue } from './write-clocks.ts'

const atOnceMax = 200
/** Then the clocks go on, and come back to it in their next round: nobody waits for a warning behind a hundred thousand others. */
const batchesMax = 25
const isStale = and(eq(promiseClocks.isRunning, true), lt(promiseClocks.version, workspaces.promiseVersion))

/**
 * What is promised changed: the clocks that run are counted anew, so many at a time, each batch a transaction of its own. Where it stands is
 * in the rows, so a restart goes on. Answers how many conversations were counted in this round.
 */
export async function recountPromises(app: App): Promise<number> {
  const stale = await app.db.asSystem((tx) =>
    tx
      .selectDistinct({ workspaceId: promiseClocks.workspaceId })
      .from(promiseClocks)
      .innerJoin(workspaces, eq(workspaces.id, promiseClocks.workspaceId))
      .where(isStale),
  )
  let counted = 0
  for (const { workspaceId } of stale) {
    for (let batch = 0; batch < batchesMax; batch += 1) {
      const ids = await recountBatch(app, workspaceId)
      counted += ids
      if (ids === 0) break
    }
  }
  return counted
}

/** How many still wait to be counted anew, for the screen that changed them. */
export async function countStale(tx: Tx, workspaceId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(distinct ${promiseClocks.conversationId})::int` })
    .from(promiseClocks)
    .innerJoin(workspaces, eq(workspaces.id, promiseClocks.workspaceId))
    .where(and(eq(promiseClocks.workspaceId, workspaceId), isStale))
  return row?.count ?? 0
}

async function recountBatch(app: App, workspaceId: string): Promise<number> {
  return app.db.inWorkspace(workspaceId, async (tx) => {
    // As everybody who locks many conversations: first this, then they in their order.
    await lockStories(tx, workspaceId)
    const terms = await readPromiseTerms(tx, workspaceId)
    const found = await tx
      .select({ id: promiseClocks.conversationId })
      .from(promiseClocks)
      .where(
        and(
          eq(promiseClocks.workspaceId, workspaceId),
          eq(promiseClocks.isRunning, true),
          lt(promiseClocks.version, terms.version),
        ),
      )
      .limit(atOnceMax)
    const ids = [...new Set(found.map(({ id }) => id))]
    if (ids.length === 0) return 0
    await tx
      .select()
      .from(conversations)
      .where(inArray(conversations.id, ids))
      .orderBy(asc(conversations.id))
      .for('update')
    const clocks = await tx
      .select()
      .from(promiseClocks)
      .where(and(inArray(promiseClocks.conversationId, ids), eq(promiseClocks.isRunning, true)))
    const now = app.clock.now()
    await writeCounted(
      tx,
      clocks.map((clock) => recounted(clock, terms, now)),
    )
    await showDue(tx, ids)
    await weighConversations(tx, { workspaceId, ids, now })
    await tellEvents(
      tx,
      workspaceId,
      ids.map((id) => ({ kind: 'conversation.changed' as const, subjectId: id, conversationId: id })),
    )
    return ids.length
  })
}

/**
 * A promise that is past keeps its end, whatever becomes of the rules: it stays broken. And a new rule breaks nothing that was kept
 * until now: where its end would have passed already, what was promised before goes on, also when that was nothing.
 */
export function recounted(clock: ClockRow, terms: PromiseTerms, now: Date): ClockRow {
  const { version } = terms
  if (clock.brokenAt !== null || (clock.dueAt !== null && clock.dueAt <= now)) return { ...clock, version }
  const { countsFrom, heardAt, ...counted } = countedClock(clock, terms)
  const isPast = counted.dueAt !== null && counted.dueAt <= now
  if (isPast) return { ...clock, version }
  return {
    ...clock,
    ...counted,
    countsFrom: countsFrom === null ? clock.countsFrom : new Date(countsFrom),
    heardAt: heardAt === null ? clock.heardAt : new Date(heardAt),
  }
}

async function writeCounted(tx: Tx, clocks: readonly ClockRow[]): Promise<void> {
  await tx.execute(sql`
    update promise_clocks p set rule_id = n."ruleId", rule_name = n."ruleName", minutes = n.minutes, counts_from = n."countsFrom",
        heard_at = n."heardAt", due_at = n."dueAt", act_at = n."actAt", version = n.version
      from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as n(id uuid, "ruleId" uuid, "ruleName" text, minutes int,
        "countsFrom" timestamptz, "heardAt" timestamptz, "dueAt" timestamptz, "actAt" timestamptz, version int)
     where p.id = n.id`)
}
