import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { replies } from '#db/tables/reply.ts'
import { members } from '#db/tables/team.ts'
import type { AfterReply } from '#domain/reply.ts'
import { scheduleDaysMax, scheduleMsLeast } from '#domain/schedule.ts'
import { change, recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { holdBack } from './hold-back.ts'
import type { ReplyRow } from './outbox-store.ts'
import { undoMs } from './undo-ms.ts'
import { wakeOutbox } from './wake-outbox.ts'
import { lockConversationOf, lockReply } from './write-change.ts'

type Asked = { conversationId: string; accountId: string | null; sendAt?: Date; thenDo: AfterReply }

/**
 * Of an answer about to be written. With a moment of its own it must be the only one that waits in its conversation; without, it says what the waiting
 * one was to say: that one is taken back, its words are its writer's draft. The caller holds the conversation.
 */
export async function assertMoment(tx: Tx, ctx: Context, asked: Asked): Promise<void> {
  const waiting = await waitingIn(tx, ctx, asked.conversationId)
  if (!asked.sendAt) {
    for (const { id } of waiting) {
      const changed = await holdBack(tx, ctx, { id, why: 'colleague' })
      if (changed) await recordChange(tx, ctx, 'reply.undo', { ...changed, details: { isReplaced: true } })
    }
    return
  }
  assertAhead(ctx, asked.sendAt)
  if (asked.accountId === null)
    throw new AppError('bad_input', {
      en: 'What is posted by hand cannot wait for a moment. Post it yourself, then.',
      nl: 'Wat met de hand wordt geplaatst, kan niet op een moment wachten. Plaats het dan zelf.',
    })
  if (asked.thenDo === 'wait')
    throw new AppError('bad_input', {
      en: 'A scheduled answer closes the conversation or leaves it open when it goes out.',
      nl: 'Een ingepland antwoord rondt het gesprek af of laat het open zodra het uitgaat.',
    })
  const [other] = waiting
  if (!other) return
  throw new AppError(
    'taken',
    {
      en: `${other.by.name} scheduled an answer here already. Take that one back first.`,
      nl: `${other.by.name} heeft hier al een antwoord ingepland. Haal dat eerst terug.`,
    },
    { details: { by: other.by } },
  )
}

/** Another moment for an answer that waits for one; null is after the undo time, or once it is approved, as any answer. @throws AppError `taken` once it has left. */
export async function moveReply(ctx: Context, { id, sendAt }: { id: string; sendAt: Date | null }): Promise<ReplyRow> {
  if (sendAt) assertAhead(ctx, sendAt)
  return change(ctx, 'reply.schedule', async (tx) => {
    await lockConversationOf(tx, ctx, id)
    const known = await lockReply(tx, ctx, id)
    const dueAt = sendAt ?? new Date(ctx.app.clock.now().getTime() + (await undoMs(tx, ctx.workspaceId)))
    const [row] = await tx
      .update(replies)
      .set({ scheduledFor: dueAt, ...(known.state === 'ready' ? { dueAt } : {}) })
      .where(
        and(
          eq(replies.id, id),
          inArray(replies.state, ['awaits_approval', 'ready', 'held']),
          isNotNull(replies.scheduledFor),
        ),
      )
      .returning()
    if (!row)
      throw new AppError(
        'taken',
        {
          en: 'This answer does not wait for a moment any more.',
          nl: 'Dit antwoord wacht niet meer op een moment.',
        },
        { details: { state: known.state } },
      )
    await wakeOutbox(tx)
    return {
      result: row,
      subject: { kind: 'reply', id },
      conversationId: row.conversationId,
      details: { sendAt: dueAt.toISOString() },
      events: [{ kind: 'reply.changed' }],
    }
  })
}

function waitingIn(tx: Tx, ctx: Context, conversationId: string) {
  return tx
    .select({ id: replies.id, by: { id: members.id, name: members.name } })
    .from(replies)
    .innerJoin(members, eq(members.id, replies.writtenBy))
    .where(and(isWaiting(ctx), eq(replies.conversationId, conversationId)))
}

function isWaiting({ workspaceId }: Context) {
  const waits = inArray(replies.state, ['awaits_approval', 'ready', 'held', 'waiting'])
  return and(eq(replies.workspaceId, workspaceId), isNotNull(replies.scheduledFor), waits)
}

function assertAhead({ app }: Context, sendAt: Date): void {
  const aheadMs = sendAt.getTime() - app.clock.now().getTime()
  if (aheadMs >= scheduleMsLeast && aheadMs <= scheduleDaysMax * day) return
  throw new AppError('bad_input', {
    en: `Choose a moment from a minute to ${scheduleDaysMax} days ahead.`,
    nl: `Kies een moment tussen een minuut en ${scheduleDaysMax} dagen vooruit.`,
  })
}
