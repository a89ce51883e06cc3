import { and, asc, eq, gt, gte, inArray, ne } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import { routingRuns } from '#db/tables/routing.ts'
import { nowhere, type RoutingExample, routingExamplesMax } from '#domain/routing.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { weighConversations } from '#inbox/weigh-conversations.ts'
import type { Context } from '#team/context.ts'
import { compileRules } from './compile-rules.ts'
import { giveOut } from './give-out.ts'
import { readMessages } from './read-messages.ts'
import { isElsewhere, routeThrough, type Standing, standingAt } from './route-through.ts'
import { setsOfRules } from './rule-book.ts'
import { membersWhoCanTake, type Placing, writePlaces } from './write-places.ts'

export type RunRow = typeof routingRuns.$inferSelect
/** What one batch came to; undefined when somebody stopped the run meanwhile. */
export type Advanced = { progress: Partial<RunRow>; isDone: boolean; movedIds: string[]; batchMax: number }

/** Conversations and messages of one transaction: short enough that nobody waits for it. One long conversation goes whole. */
const batchMax = 200
const messagesMax = 4_000

/**
 * The next conversations of a trial, or of placing what is open anew. Both ask the rules about the same rows in the same way: a trial
 * that said something else than what applying does would be worse than none.
 */
export async function advanceRun(tx: Tx, ctx: Context, run: RunRow): Promise<Advanced | undefined> {
  const { workspaceId } = ctx
  const isApplied = run.kind === 'apply'
  // Before any row: the intake takes it first, too.
  if (isApplied) await lockStories(tx, workspaceId)
  if (!(await holdRun(tx, run))) return undefined
  const ofCount = run.ofCount > 0 ? run.ofCount : await tx.$count(conversations, isAsked(run))
  const rows = await nextBatch(tx, run)
  const tried = await tryRules(tx, ctx, { run, rows })
  const moved = tried.filter((one) => one.isMoved)
  if (isApplied) await place(tx, ctx, { run, moved })
  const progress = { ...counted(run, tried), ofCount: Math.max(ofCount, run.triedCount + rows.length) }
  const movedIds = isApplied ? moved.map(({ row }) => row.id) : []
  return { progress, isDone: rows.length === 0, movedIds, batchMax }
}

/** Until the end of the transaction nobody stops it. False when somebody did. */
export async function holdRun(tx: Tx, { id }: RunRow): Promise<boolean> {
  const held = await tx
    .select({ id: routingRuns.id })
    .from(routingRuns)
    .where(and(eq(routingRuns.id, id), eq(routingRuns.state, 'running')))
    .for('update')
  return held.length > 0
}

type Row = Standing & { number: number; isPlacedByHand: boolean; messageCount: number }
/** `isBringing`: the rules would ask or inform a department. Only a trial says so: what is applied moves, and asks nobody. */
type Tried = Placing & { row: Row; isMoved: boolean; isBringing: boolean }

function isAsked({ workspaceId, kind, since }: RunRow) {
  const isWork = kind === 'apply' ? eq(conversations.state, 'open') : ne(conversations.state, 'noise')
  return and(eq(conversations.workspaceId, workspaceId), isWork, gte(conversations.createdAt, since))
}

async function nextBatch(tx: Tx, run: RunRow): Promise<Row[]> {
  const columns = {
    id: conversations.id,
    number: conversations.number,
    departmentId: conversations.departmentId,
    ownerId: conversations.ownerId,
    urgencyFrom: conversations.urgencyFrom,
    isPlacedByHand: conversations.isPlacedByHand,
    messageCount: conversations.messageCount,
  }
  const next = await tx
    .select(columns)
    .from(conversations)
    .where(and(isAsked(run), gt(conversations.number, run.afterNumber)))
    .orderBy(asc(conversations.number))
    .limit(batchMax)
  let messages = 0
  const rows = next.filter((row, at) => {
    messages += row.messageCount
    return at === 0 || messages <= messagesMax
  })
  if (run.kind !== 'apply' || rows.length === 0) return rows
  // In the order of all who hold several, and read again: somebody may have taken one up since.
  const ids = rows.map(({ id }) => id)
  const held = await tx
    .select(columns)
    .from(conversations)
    .where(inArray(conversations.id, ids))
    .orderBy(asc(conversations.id))
    .for('update')
  return held.toSorted((a, b) => a.number - b.number)
}

async function tryRules(tx: Tx, ctx: Context, { run, rows }: { run: RunRow; rows: readonly Row[] }): Promise<Tried[]> {
  const { workspaceId } = ctx
  const isTrial = run.kind === 'trial'
  const asked = isTrial ? rows : rows.filter((row) => !row.isPlacedByHand)
  const rules = compileRules(run.rules, await setsOfRules(tx, { workspaceId, rules: run.rules }))
  const which = inArray(
    mentions.conversationId,
    asked.map(({ id }) => id),
  )
  const { asksReturning } = rules
  const messages = asked.length > 0 ? await readMessages(tx, { workspaceId, which, asksReturning }) : []
  const messagesIn = Map.groupBy(messages, (message) => message.conversationId)
  const routed = new Map(asked.map(({ id }) => [id, routeThrough(rules, messagesIn.get(id) ?? [], nowhere)]))
  const canTake = await membersWhoCanTake(tx, {
    workspaceId,
    ids: routed.values().map(({ place }) => place.memberId),
  })
  return rows.map((row) => {
    const { id, departmentId, ownerId, urgencyFrom } = row
    const before = { id, departmentId, ownerId, urgencyFrom }
    const found = routed.get(id)
    const after = found && !row.isPlacedByHand ? standingAt(before, found.place, canTake) : before
    const isBringing = isTrial && (found?.firings.some(({ brings = [] }) => brings.length > 0) ?? false)
    const { firings = [], mentionId = null } = found ?? {}
    return { row, before, after, firings, mentionId, isMoved: isElsewhere(before, after), isBringing }
  })
}

async function place(tx: Tx, ctx: Context, { run, moved }: { run: RunRow; moved: readonly Tried[] }): Promise<void> {
  const { workspaceId } = ctx
  const at = ctx.app.clock.now()
  const entering = moved.filter(({ before, after }) => before.departmentId !== after.departmentId)
  const others = moved.filter(({ before, after }) => before.departmentId === after.departmentId)
  const placings = [...(await giveOut(tx, { workspaceId, placings: entering, at })), ...others]
  await writePlaces(tx, { workspaceId, placings, at, runId: run.id, counts: 1 })
  const ids = moved.filter(({ before, after }) => before.urgencyFrom !== after.urgencyFrom).map(({ row }) => row.id)
  await weighConversations(tx, { workspaceId, ids, now: at })
}

function counted(run: RunRow, tried: readonly Tried[]): Partial<RunRow> {
  const before = { ...run.before }
  const after = { ...run.after }
  for (const one of tried) {
    const [from, to] = [one.before.departmentId ?? '', one.after.departmentId ?? '']
    before[from] = (before[from] ?? 0) + 1
    after[to] = (after[to] ?? 0) + 1
  }
  const moved = tried.filter((one) => one.isMoved)
  // Of the newest, since those are remembered.
  const examples = [...run.examples, ...moved.map(exampleOf)].slice(-routingExamplesMax)
  return {
    ...{ before, after, examples },
    afterNumber: tried.at(-1)?.row.number ?? run.afterNumber,
    triedCount: run.triedCount + tried.length,
    movedCount: run.movedCount + moved.length,
    broughtCount: run.broughtCount + tried.filter((one) => one.isBringing).length,
    byHandCount: run.byHandCount + tried.filter(({ row }) => row.isPlacedByHand).length,
  }
}

function exampleOf({ before, after, firings }: Tried): RoutingExample {
  const rules = firings.filter(({ did }) => did.length > 0).map(({ name }) => name)
  return { id: after.id, from: before.departmentId, to: after.departmentId, rules }
}
