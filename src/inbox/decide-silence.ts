import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { silences } from '#db/tables/silence.ts'
import { audit } from '#db/tables/team.ts'
import { type SilenceChoice, type SilenceEnd, type SilenceProblem, silenceProblem } from '#domain/silence.ts'
import { spreadSum } from '#domain/wait.ts'
import { type Context, memberOf } from '#team/context.ts'
import { silenceReasonsIn } from '#team/silence-reasons.ts'
import type { ConversationRow } from './change-conversation.ts'
import { giveAnswer } from './give-answer.ts'
import { recordBroken } from './record-broken.ts'
import { readSpreads } from './wake-grown.ts'
import { readClocks, showDue, stopClocks } from './write-clocks.ts'

/** What is said of it in the audit: the words of the house, none of people. */
export type Decided = { kind: SilenceChoice['kind']; reason: string | null; reviewAt: string | null }

type Deciding = { row: ConversationRow; choice: SilenceChoice; policyDecisionId: string | undefined; at: Date }

/** Nobody answered, and that is decided: why, whose it is, and when it is looked at again. The conversation is locked by the caller. */
export async function decideSilence(
  tx: Tx,
  ctx: Context,
  { row, choice, policyDecisionId, at: now }: Deciding,
): Promise<Decided> {
  const memberId = memberOf(ctx).id
  const { kind, note } = choice
  const silent = kind === 'silence' ? await checked(tx, ctx, choice) : undefined
  const ownerId = (choice.kind === 'silence' ? choice.ownerId : null) ?? row.ownerId ?? memberId
  const [spread] = await readSpreads(tx, sql`c.id = ${row.id}`)
  await tx.insert(silences).values({
    ...{ id: newId(), workspaceId: ctx.workspaceId, conversationId: row.id, kind, note },
    ...{ reasonId: silent?.id ?? null, reasonName: silent?.name ?? '', reviewAt: silent?.reviewAt ?? null },
    ...{ ownerId, decidedBy: memberId, decidedAt: now, policyDecisionId: policyDecisionId ?? null },
    spreadThen: spread ? spreadSum(spread) : 0,
  })
  if (kind === 'elsewhere') await giveAnswer(tx, ctx, { conversationId: row.id, answeredUpTo: now, at: now, by: kind })
  else await stopWaiting(tx, ctx, row.id, now)
  return { kind, reason: silent?.name ?? null, reviewAt: silent?.reviewAt?.toISOString() ?? null }
}

/** Nobody waits for an answer any more. It was not given: the clock says so, and one that had run out stays broken. */
async function stopWaiting(tx: Tx, ctx: Context, conversationId: string, at: Date): Promise<void> {
  const clocks = await readClocks(tx, [conversationId])
  const ids = clocks.filter(({ kind }) => kind !== 'resolution').map(({ id }) => id)
  await recordBroken(tx, ctx, await stopClocks(tx, { ids, at, by: 'silence' }))
  await showDue(tx, [conversationId])
}

async function checked(tx: Tx, ctx: Context, choice: SilenceChoice & { kind: 'silence' }) {
  const reasons = await silenceReasonsIn(tx, ctx)
  const problem = silenceProblem(choice, { reasons, now: ctx.app.clock.now() })
  if (problem) throw new AppError('bad_input', problems[problem], { details: { problem } })
  const reason = reasons.find(({ id }) => id === choice.reasonId)
  return reason && { ...reason, reviewAt: choice.reviewAt }
}

const problems: Readonly<Record<SilenceProblem, { en: string; nl: string }>> = {
  unknown: {
    en: 'decision.reasonId: this reason does not exist here. Choose another one.',
    nl: 'Deze reden bestaat hier niet. Kies een andere.',
  },
  retired: {
    en: 'decision.reasonId: this reason is not used any more. Choose another one.',
    nl: 'Deze reden wordt niet meer gebruikt. Kies een andere.',
  },
  no_review: {
    en: 'decision.reviewAt: this reason needs a moment to look again. Choose one.',
    nl: 'Bij deze reden hoort een moment om opnieuw te kijken. Kies er een.',
  },
  past: {
    en: 'decision.reviewAt: choose a moment that is still to come.',
    nl: 'Kies een moment dat nog komt.',
  },
  too_far: {
    en: 'decision.reviewAt: choose a moment within two years.',
    nl: 'Kies een moment binnen twee jaar.',
  },
}

/** @throws AppError `undecided`, with the reasons there are, for whoever closes by a program. */
export async function undecided(tx: Tx, ctx: Context): Promise<AppError> {
  const reasons = (await silenceReasonsIn(tx, ctx)).filter(({ isRetired }) => !isRetired)
  return new AppError(
    'undecided',
    {
      en: 'Nobody answered this yet. Answer it, or say with “decision” that it was answered by another way, or why it gets no answer.',
      nl: 'Hier heeft nog niemand op geantwoord. Beantwoord het, of zeg dat het op een andere manier is beantwoord, of waarom er geen antwoord komt.',
    },
    { details: { reasons: reasons.map(({ id, name, isReviewNeeded }) => ({ id, name, isReviewNeeded })) } },
  )
}

/** What stood until now does not stand any more, and why. Before the state is written: that alone would say a colleague opened it. */
export async function endSilence(
  tx: Tx,
  { ids, by, at }: { ids: readonly string[]; by: SilenceEnd; at: Date },
): Promise<string[]> {
  if (ids.length === 0) return []
  const ended = await tx
    .update(silences)
    .set({ endedAt: at, endedBy: by })
    .where(and(inArray(silences.conversationId, [...ids]), isNull(silences.endedAt)))
    .returning({ id: silences.conversationId })
  return ended.map(({ id }) => id)
}

const stateActions = ['conversation.finish', 'conversation.reopen', 'conversation.wait', 'conversation.noise'] as const

/** It was done, this member opened it or put it away, and nothing happened since: then it goes back as it stood, decision and all. */
export async function canGoBack(tx: Tx, ctx: Context, row: ConversationRow): Promise<boolean> {
  const [last] = await tx
    .select({ actor: audit.actor, at: audit.at, details: audit.details })
    .from(audit)
    .where(
      and(
        eq(audit.conversationId, row.id),
        inArray(audit.action, [...stateActions]),
        // That noise was taken back goes before this, and is a part of it.
        sql`${audit.details}->>'said' is distinct from 'taken_back'`,
      ),
    )
    .orderBy(desc(audit.id))
    .limit(1)
  return last?.details.from === 'done' && last.actor === memberOf(ctx).id && row.latestHeardAt <= last.at
}

export async function restoreSilence(tx: Tx, ctx: Context, conversationId: string): Promise<void> {
  const [last] = await tx
    .select({ id: silences.id, endedBy: silences.endedBy, kind: silences.kind, decidedAt: silences.decidedAt })
    .from(silences)
    .where(eq(silences.conversationId, conversationId))
    .orderBy(desc(silences.decidedAt), desc(silences.id))
    .limit(1)
  if (last?.endedBy !== 'hand') return
  await tx.update(silences).set({ endedAt: null, endedBy: null }).where(eq(silences.id, last.id))
  const clocks = await readClocks(tx, [conversationId])
  const ids = clocks.filter(({ kind }) => kind !== 'resolution').map(({ id }) => id)
  // At the moment it was decided: what ran out while it was open by mistake is not held against anybody.
  const by = last.kind === 'silence' ? ('silence' as const) : ('elsewhere' as const)
  await recordBroken(tx, ctx, await stopClocks(tx, { ids, at: last.decidedAt, by }))
  await showDue(tx, [conversationId])
}

/** That it was answered by another way is taken back: whether it was answered is then as it was before that was said. */
export async function takeBackAnswered(tx: Tx, row: ConversationRow): Promise<boolean> {
  const stands = and(eq(silences.conversationId, row.id), isNull(silences.endedAt), eq(silences.kind, 'elsewhere'))
  const [said] = await tx.select({ at: silences.decidedAt }).from(silences).where(stands)
  return said !== undefined && row.answeredAt?.getTime() === said.at.getTime()
}
