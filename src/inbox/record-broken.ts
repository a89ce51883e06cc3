import type { Tx } from '#db/database.ts'
import { recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import type { ClockRow } from './write-clocks.ts'

/** A broken promise is history, and stays it whatever becomes of the rules, of the deadline, or of the answer. */
export async function recordBroken(tx: Tx, ctx: Context, broken: readonly ClockRow[]): Promise<void> {
  for (const clock of broken) {
    await recordChange(tx, ctx, 'promise.break', {
      result: undefined,
      subject: { kind: 'promise', id: clock.id },
      conversationId: clock.conversationId,
      details: saidOfClock(clock),
      events: [{ kind: 'conversation.changed', subjectId: clock.conversationId }],
    })
  }
}

/** Which promise it was, in the words of the audit. */
export function saidOfClock({ kind, ruleName, minutes, dueAt }: ClockRow): Record<string, unknown> {
  return { clock: kind, rule: ruleName, minutes, dueAt: dueAt?.toISOString() ?? null }
}
