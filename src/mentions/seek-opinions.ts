import { and, eq, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { day, minute, second } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { advisers, opinions } from '#db/tables/advise.ts'
import { assessments, mentions } from '#db/tables/mentions.ts'
import { workspaces } from '#db/tables/team.ts'
import { unsureOf, withOpinion } from '#domain/adviser.ts'
import type { Assessment } from '#domain/assessment.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { answerTokensMax, questionOf, questionVersion, tokensOf } from '#triage/ask-opinion.ts'
import { type Advice, askAdviser } from './ask-adviser.ts'
import type { AfterCorrection } from './correct-mention.ts'
import { type AdviserRow, adviserRef } from './save-adviser.ts'

const lookEveryMs = 5 * second
/** Of one workspace in one look. */
const atOnceMax = 20
/** What is older was answered without it, or needs none any more. */
const freshDays = 2
/** A question that a crash cut off counts as asked: twice would be paid twice. */
const callMsMax = 2 * minute

/** Asks for second opinions, where a workspace wants them and triage is unsure. Resolves when the signal aborts. */
export async function runOpinions(
  app: App,
  { signal, after }: { signal: AbortSignal; after: OfCorrections },
): Promise<void> {
  while (!signal.aborted) {
    try {
      await closeCutOff(app)
      await seekOpinions(app, { signal, after })
    } catch (error) {
      app.log.error({ err: error }, 'second opinions could not be asked for; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}

/** Whoever shows labels follows, in the workspace of the message. */
type OfCorrections = (ctx: Context) => AfterCorrection
type Seeking = { signal: AbortSignal; after: OfCorrections }

/** One look over all workspaces. Returns how many questions were asked. */
export async function seekOpinions(app: App, seeking: Seeking): Promise<number> {
  const now = app.clock.now()
  const open = await app.db.asSystem((tx) =>
    tx
      .select()
      .from(advisers)
      .where(
        and(
          eq(advisers.isOn, true),
          isNull(advisers.problem),
          or(isNull(advisers.closedUntil), lte(advisers.closedUntil, now)),
        ),
      ),
  )
  const counts = await Promise.all(open.map((adviser) => seekFor(app, adviser, seeking)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function seekFor(app: App, adviser: AdviserRow, seeking: Seeking): Promise<number> {
  const ctx: Context = { app, workspaceId: adviser.workspaceId, actor: { kind: 'system', part: 'clock' } }
  let asked = 0
  for (const due of await readDue(ctx, adviser)) {
    if (seeking.signal.aborted) return asked
    const outcome = await seekOne(ctx, { adviser, due, seeking })
    if (outcome !== 'nothing') asked++
    if (outcome === 'stop') return asked
  }
  return asked
}

type Due = {
  id: string
  conversationId: string
  text: string
  title: string | null
  said: Assessment
  assessedAt: Date
  brands: string[]
}

/** Messages of others that are unsure, that nobody has judged, and that were not asked about as they are now. */
async function readDue({ app, workspaceId }: Context, adviser: AdviserRow): Promise<Due[]> {
  const fresh = new Date(app.clock.now().getTime() - freshDays * day)
  return app.db.inWorkspace(workspaceId, (tx) =>
    tx
      .select({
        id: mentions.id,
        conversationId: mentions.conversationId,
        text: mentions.text,
        title: mentions.title,
        said: assessments.said,
        assessedAt: assessments.at,
        brands: workspaces.brands,
      })
      .from(assessments)
      .innerJoin(mentions, eq(mentions.id, assessments.mentionId))
      .innerJoin(workspaces, eq(workspaces.id, assessments.workspaceId))
      .where(
        and(
          eq(assessments.workspaceId, workspaceId),
          isNull(assessments.correction),
          sql`(${assessments.said} -> 'sentiment' ->> 'class' = 'unsure' or ${assessments.said} -> 'intent' ->> 'top' = 'unsure')`,
          gte(assessments.at, adviser.onSince),
          gte(assessments.at, fresh),
          eq(mentions.isOwn, false),
          isNull(mentions.deletedAt),
          sql`not exists (select 1 from ${opinions} where ${opinions.mentionId} = ${mentions.id} and ${opinions.assessedAt} = ${assessments.at})`,
        ),
      )
      .orderBy(sql`${assessments.at} desc`)
      .limit(atOnceMax),
  )
}

type Seek = { adviser: AdviserRow; due: Due; seeking: Seeking }

async function seekOne(ctx: Context, { adviser, due, seeking }: Seek): Promise<'nothing' | 'asked' | 'stop'> {
  const messages = questionOf({ ...due, labels: unsureOf(due.said) })
  const most = costOf(adviser, tokensOf(messages), answerTokensMax)
  const id = await claim(ctx, { adviser, due, tokensIn: tokensOf(messages), most })
  if (id === 'over') return 'stop'
  if (id === undefined) return 'nothing'
  const signal = AbortSignal.any([seeking.signal, AbortSignal.timeout(callMsMax)])
  const advice = await askAdviser(ctx.app, { adviser: adviserRef(ctx.app, adviser), messages, signal })
  if (advice.kind !== 'advice') {
    await giveUp(ctx, { id, advice })
    return 'stop'
  }
  await keep(ctx, { id, adviser, due, advice, after: seeking.after })
  return 'asked'
}

/** In the money of the prices. */
function costOf({ priceIn, priceOut }: AdviserRow, tokensIn: number, tokensOut: number): number {
  return (tokensIn * priceIn + tokensOut * priceOut) / 1_000_000
}

/**
 * Writes the question down before it is asked, with the most it can cost: after a crash it is not asked again, and two processes
 * together do not go over the cap. "over": the month has no room for it.
 */
async function claim(
  ctx: Context,
  { adviser, due, tokensIn, most }: { adviser: AdviserRow; due: Due; tokensIn: number; most: number },
): Promise<string | 'over' | undefined> {
  const { workspaceId, app } = ctx
  return app.db.inWorkspace(workspaceId, async (tx) => {
    // One at a time counts and writes.
    const [now] = await tx.select().from(advisers).where(eq(advisers.workspaceId, workspaceId)).for('update')
    if (!now?.isOn || now.problem) return 'over'
    if ((await spentIn(tx, ctx)) + most > now.mostPerMonth) return 'over'
    const [row] = await tx
      .insert(opinions)
      .values({
        id: newId(),
        workspaceId,
        mentionId: due.id,
        assessedAt: due.assessedAt,
        state: 'asked',
        model: adviser.model,
        question: questionVersion,
        tokensIn,
        tokensOut: answerTokensMax,
        cost: most,
        askedAt: app.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: opinions.id })
    return row?.id
  })
}

/** When the calendar month began, in UTC, as bills have it. */
export function monthOf(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))
}

/** What this month has cost, what is being asked included. */
export async function spentIn(tx: Tx, { app, workspaceId }: Context): Promise<number> {
  const [row] = await tx
    .select({ spent: sql<string>`coalesce(sum(${opinions.cost}), 0)` })
    .from(opinions)
    .where(and(eq(opinions.workspaceId, workspaceId), gte(opinions.askedAt, monthOf(app.clock.now()))))
  return Number(row?.spent ?? 0)
}

/** Nothing was answered, so nothing is paid, and later it may be asked again. What stands in the way is told to an administrator. */
async function giveUp(ctx: Context, { id, advice }: { id: string; advice: Exclude<Advice, { kind: 'advice' }> }) {
  const { workspaceId } = ctx
  await change(ctx, 'adviser.change', async (tx) => {
    await tx.delete(opinions).where(eq(opinions.id, id))
    const stands = advice.kind === 'refused' ? { problem: advice.why } : { closedUntil: advice.until }
    await tx.update(advisers).set(stands).where(eq(advisers.workspaceId, workspaceId))
    return {
      result: undefined,
      subject: { kind: 'adviser', id: workspaceId },
      details: { why: advice.why.en },
      // A server that rests for a minute is no news.
      isSilent: advice.kind === 'wait',
      events: [{ kind: 'team.changed' }],
    }
  })
}

type Kept = {
  id: string
  adviser: AdviserRow
  due: Due
  advice: Advice & { kind: 'advice' }
  after: OfCorrections
}

/** The opinion is kept in any case; it counts only where the message still is as it was asked about, and nobody judged it meanwhile. */
async function keep(ctx: Context, { id, adviser, due, advice, after }: Kept): Promise<void> {
  const { opinion, model, tokensIn, tokensOut, isEstimated } = advice
  await change(ctx, 'mention.advise', async (tx) => {
    await tx
      .update(opinions)
      .set({
        state: opinion ? 'answered' : 'unreadable',
        said: opinion ?? null,
        model,
        tokensIn,
        tokensOut,
        isEstimated,
        cost: costOf(adviser, tokensIn, tokensOut),
      })
      .where(eq(opinions.id, id))
    const assessment = opinion ? withOpinion(due.said, opinion, model) : due.said
    const changed =
      assessment === due.said
        ? []
        : await tx
            .update(assessments)
            .set({ said: assessment })
            .where(
              and(
                eq(assessments.mentionId, due.id),
                eq(assessments.at, due.assessedAt),
                isNull(assessments.correction),
              ),
            )
            .returning({ id: assessments.mentionId })
    const isShown = changed.length > 0
    if (isShown) await after(ctx)(tx, { mentionId: due.id, conversationId: due.conversationId, assessment })
    return {
      result: undefined,
      subject: { kind: 'mention', id: due.id },
      conversationId: due.conversationId,
      details: { model, sentiment: opinion?.sentiment, intent: opinion?.intent },
      isSilent: !isShown,
      events: [{ kind: 'mention.changed' }],
    }
  })
}

/** Questions that a crash cut off are said to have failed: what they cost nobody knows, so the most stands. */
async function closeCutOff(app: App): Promise<void> {
  const before = new Date(app.clock.now().getTime() - callMsMax)
  await app.db.asSystem(async (tx) => {
    const cut = await tx
      .select({ id: opinions.id })
      .from(opinions)
      .where(and(eq(opinions.state, 'asked'), lt(opinions.askedAt, before)))
    const ids = cut.map(({ id }) => id)
    if (ids.length > 0) await tx.update(opinions).set({ state: 'failed' }).where(inArray(opinions.id, ids))
  })
}
