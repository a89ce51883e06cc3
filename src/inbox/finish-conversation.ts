import { sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import type { SilenceChoice } from '#domain/silence.ts'
import { spreadSum, type WaitKind } from '#domain/wait.ts'
import { assertMembersHere } from '#team/assert-here.ts'
import type { Context } from '#team/context.ts'
import { memberOf } from '#team/context.ts'
import { type Changes, type ConversationRow, changeConversation } from './change-conversation.ts'
import { canGoBack, decideSilence, endSilence, restoreSilence, takeBackAnswered, undecided } from './decide-silence.ts'
import { recordDecision } from './policy/record-decision.ts'
import { isUndecided } from './read-undecided.ts'
import { readSpreads } from './wake-grown.ts'

type Finish = { id: string; version?: number | undefined; decision?: SilenceChoice | undefined; isUndo?: boolean }

/**
 * Done. Whoever finishes it without an owner did the work, and so becomes the owner. What nobody answered is not closed without saying why; a
 * decision that nothing asks for is passed over.
 *
 * @throws AppError `undecided` where what they said last has no answer and no decision comes with it.
 */
export async function finishConversation(ctx: Context, input: Finish): Promise<ConversationRow> {
  const details: Record<string, unknown> = {}
  return changeConversation(ctx, {
    id: input.id,
    version: input.version,
    action: 'conversation.finish',
    details: () => details,
    rule: (now, tx) => closed(tx, ctx, { now, input, details }),
  })
}

type Closing = { now: ConversationRow; input: Finish; details: Record<string, unknown> }

async function closed(tx: Tx, ctx: Context, { now, input, details }: Closing): Promise<Changes | undefined> {
  const { decision: choice, isUndo } = input
  const givenTo = choice?.kind === 'silence' ? choice.ownerId : null
  if (givenTo) await assertMembersHere(tx, ctx, [givenTo])
  if (now.state === 'done') return undefined
  const at = ctx.app.clock.now()
  const done = { state: 'done' as const, doneAt: at, waitUntil: null }
  if (isUndo && (await canGoBack(tx, ctx, now))) {
    await restoreSilence(tx, ctx, now.id)
    details.isUndo = true
    return done
  }
  const isAsked = await isUndecided(tx, now.id)
  if (isAsked && !choice) throw await undecided(tx, ctx)
  const policyDecisionId = await recordDecision(tx, ctx, { conversationId: now.id, occasion: 'finished' })
  const ownerId = now.ownerId ?? givenTo ?? memberOf(ctx).id
  if (!isAsked || !choice) return { ...done, ownerId }
  Object.assign(details, await decideSilence(tx, ctx, { row: now, choice, policyDecisionId, at }))
  return { ...done, ownerId, ...(choice.kind === 'elsewhere' ? { answeredAt: now.answeredAt ?? at } : {}) }
}

/**
 * Open again: by hand, or as the undo of done and wait. The promise that ran goes on where it was. What was decided with the closing stands in
 * the history, unless this takes the closing back.
 */
export async function reopenConversation(
  ctx: Context,
  { isUndo = false, ...input }: { id: string; version?: number | undefined; isUndo?: boolean },
): Promise<ConversationRow> {
  return changeConversation(ctx, {
    ...input,
    action: 'conversation.reopen',
    details: ({ state }) => (state === 'done' ? { from: state, ...(isUndo ? { isUndo } : {}) } : {}),
    rule: async (now, tx) => {
      if (now.state === 'open') return undefined
      const at = ctx.app.clock.now()
      const wasAnswered = isUndo && (await takeBackAnswered(tx, now))
      await endSilence(tx, { ids: [now.id], by: isUndo ? 'taken_back' : 'hand', at })
      return { state: 'open', doneAt: null, waitUntil: null, ...(wasAnswered ? { answeredAt: null } : {}) }
    },
  })
}

type Wait = { id: string; waitsFor?: WaitKind; until?: Date | null; version?: number }

/**
 * Out of sight until then, or until they write, or until it grows. A new message of the customer brings it back sooner, unless it was to be
 * quiet until it grows.
 */
export async function waitConversation(
  ctx: Context,
  { id, waitsFor = 'time', until = null, version }: Wait,
): Promise<ConversationRow> {
  const now = ctx.app.clock.now()
  if (waitsFor === 'time' && !until) throw new AppError('bad_input', 'Choose the moment until which it should wait.')
  if (until && until <= now) throw new AppError('bad_input', 'Choose a moment that is still to come.')
  const member = memberOf(ctx)
  return changeConversation(ctx, {
    id,
    version,
    action: 'conversation.wait',
    details: ({ state }) => ({
      waitsFor,
      until: until?.toISOString() ?? null,
      ...(state === 'done' ? { from: state } : {}),
    }),
    rule: async (row, tx) => {
      const [spread] = waitsFor === 'growth' ? await readSpreads(tx, sql`c.id = ${id}`) : []
      return {
        ...{ state: 'waiting', waitsFor, waitUntil: until, doneAt: null, ownerId: row.ownerId ?? member.id },
        spreadThen: spread ? spreadSum(spread) : null,
      }
    },
  })
}
