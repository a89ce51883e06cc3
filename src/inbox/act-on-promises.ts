import { and, asc, eq, lte } from 'drizzle-orm'
import type { App } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { promiseClocks, promiseFirings } from '#db/tables/promises.ts'
import type { PromiseAction } from '#domain/promise-action.ts'
import type { PromiseTerms } from '#domain/promise-rule.ts'
import { change, recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { readPromiseTerms } from '#team/promise-terms.ts'
import { type ConversationRow, lockConversation } from './change-conversation.ts'
import { type PromiseMoments, promiseMoments } from './promise-moments.ts'
import { recordBroken, saidOfClock } from './record-broken.ts'
import { takePromiseAction } from './take-promise-action.ts'
import type { ClockRow } from './write-clocks.ts'

const atOnceMax = 500

/**
 * Looks at every clock for which it is time: a promise that comes near its end, or is past it. What is done is kept under a key of clock,
 * action and deadline in the transaction that does it: two processes, or one that died half way, do it once.
 */
export async function actOnPromises(app: App): Promise<void> {
  // A full batch in which all went well may have more behind it.
  while ((await actOnBatch(app)) === atOnceMax);
}

async function actOnBatch(app: App): Promise<number> {
  const due = await app.db.asSystem((tx) =>
    tx
      .select({
        id: promiseClocks.id,
        workspaceId: promiseClocks.workspaceId,
        conversationId: promiseClocks.conversationId,
      })
      .from(promiseClocks)
      .where(and(eq(promiseClocks.isRunning, true), lte(promiseClocks.actAt, app.clock.now())))
      .orderBy(asc(promiseClocks.actAt))
      .limit(atOnceMax),
  )
  let acted = 0
  for (const one of due) {
    try {
      await actOn(app, one)
      acted += 1
    } catch (error) {
      // One that cannot be looked at must not hold up the others; that it stands still is noticed (promise-health.ts).
      app.log.error({ err: error, clock: one.id }, 'a promise could not be looked at; trying again')
    }
  }
  return acted
}

async function actOn(app: App, due: { id: string; workspaceId: string; conversationId: string }): Promise<void> {
  const { workspaceId, conversationId } = due
  const ctx: Context = { app, workspaceId, actor: { kind: 'system', part: 'clock' } }
  await change(ctx, 'promise.act', async (tx) => {
    const conversation = await lockConversation(tx, ctx, conversationId)
    const now = app.clock.now()
    const isTime = and(eq(promiseClocks.id, due.id), eq(promiseClocks.isRunning, true), lte(promiseClocks.actAt, now))
    const [clock] = await tx.select().from(promiseClocks).where(isTime)
    if (clock) await look(tx, ctx, { clock, conversation, now })
    return { result: undefined, subject: { kind: 'promise', id: due.id }, isSilent: true }
  })
}

type Looking = { clock: ClockRow; conversation: ConversationRow; now: Date }

async function look(tx: Tx, ctx: Context, { clock, conversation, now }: Looking): Promise<void> {
  const terms = await readPromiseTerms(tx, ctx.workspaceId)
  const found = momentsOf(clock, { conversation, terms, now })
  const broken = found.isBreaking ? { ...clock, brokenAt: clock.dueAt } : clock
  await tx
    .update(promiseClocks)
    .set({ actAt: found.nextAt, brokenAt: broken.brokenAt, isRunning: conversation.state !== 'done' })
    .where(eq(promiseClocks.id, clock.id))
  if (found.isBreaking) await recordBroken(tx, ctx, [broken])
  for (const action of found.actions) await actOnce(tx, ctx, { clock: broken, action, now })
}

/** What was done too late is broken, and that is all: there is nobody to hurry any more. */
function momentsOf(
  clock: ClockRow,
  given: { conversation: ConversationRow; terms: PromiseTerms; now: Date },
): PromiseMoments {
  const { conversation, terms, now } = given
  if (conversation.state !== 'done') return promiseMoments(clock, terms, now)
  return { isBreaking: clock.brokenAt === null, actions: [], nextAt: null }
}

async function actOnce(
  tx: Tx,
  ctx: Context,
  { clock, action, now }: { clock: ClockRow; action: PromiseAction; now: Date },
): Promise<void> {
  const { id: clockId, conversationId, dueAt, workspaceId } = clock
  if (!dueAt) return
  const [firing] = await tx
    .insert(promiseFirings)
    .values({ clockId, actionId: action.id, dueAt, workspaceId, at: now })
    .onConflictDoNothing()
    .returning({ at: promiseFirings.at })
  if (!firing) return
  // Each sees what the one before it did.
  const conversation = await lockConversation(tx, ctx, conversationId)
  const did = await takePromiseAction(tx, ctx, { clock, conversation, action })
  if (!did) return
  await recordChange(tx, ctx, 'promise.act', {
    result: undefined,
    subject: { kind: 'promise', id: clockId },
    conversationId,
    details: { ...saidOfClock(clock), when: action.when, ...did },
    events: [{ kind: 'conversation.changed', subjectId: conversationId }],
  })
}
