import { and, eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import type { Action } from '#domain/action.ts'
import { conversationKey } from '#domain/conversation.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'

export type ConversationRow = typeof conversations.$inferSelect
export type Changes = Partial<
  Pick<
    ConversationRow,
    | 'state'
    | 'ownerId'
    | 'departmentId'
    | 'waitUntil'
    | 'waitsFor'
    | 'spreadThen'
    | 'doneAt'
    | 'title'
    | 'isTitleGiven'
    | 'dueAt'
    | 'answeredAt'
    | 'noise'
    | 'isNeverNoise'
    | 'mergedInto'
    | 'openSince'
  >
>

/**
 * What every verb on a conversation has in common: read it locked, let the rule decide, write with the version counted
 * up, tell the screens. The rule may refuse by throwing, or return undefined: nothing to do.
 */
export async function changeConversation(
  ctx: Context,
  input: {
    id: string
    action: Action
    /** What the member saw when deciding. Refused (`taken`) when it changed since; not given, the last word wins. */
    version?: number
    rule: (now: ConversationRow, tx: Tx) => Changes | undefined | Promise<Changes | undefined>
    details?: Record<string, unknown> | ((before: ConversationRow) => Record<string, unknown>)
  },
): Promise<ConversationRow> {
  return change(ctx, input.action, async (tx) => {
    const before = await lockConversation(tx, ctx, input.id)
    const changes = await input.rule(before, tx)
    if (changes && input.version !== undefined && input.version !== before.version) throw somethingNew(before.version)
    const row = changes ? await writeConversation(tx, before.id, changes) : before
    return {
      result: row,
      subject: { kind: 'conversation', id: row.id },
      conversationId: row.id,
      details: (typeof input.details === 'function' ? input.details(before) : input.details) ?? {},
      events: [{ kind: 'conversation.changed' }],
      isSilent: changes === undefined,
    }
  })
}

export function somethingNew(version: number): AppError {
  return new AppError('taken', 'Something new happened in this conversation. Look at it once more before you decide.', {
    details: { version },
  })
}

export async function lockConversation(tx: Tx, ctx: Context, id: string): Promise<ConversationRow> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.workspaceId, ctx.workspaceId), eq(conversations.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This conversation is not here any more.')
  if (row.state === 'merged') throw await mergedInto(tx, row)
  if (row.erasedAt) throw new AppError('taken', 'This conversation was erased after its time: only figures are left.')
  return row
}

/** Whoever still looks at the one that is gone is told where it went. */
async function mergedInto(tx: Tx, row: ConversationRow): Promise<AppError> {
  const [into] = await tx
    .select({ number: conversations.number })
    .from(conversations)
    .where(eq(conversations.id, row.mergedInto ?? ''))
  const key = conversationKey(into?.number ?? row.number)
  return new AppError(
    'taken',
    {
      en: `A colleague has merged this conversation into ${key}. Open it there.`,
      nl: `Een collega heeft dit gesprek samengevoegd met ${key}. Open het daar.`,
    },
    { details: { mergedInto: key } },
  )
}

/** For verbs of other stages that change a conversation inside their own transaction (a reply that closes it). */
export async function writeConversation(tx: Tx, id: string, changes: Changes): Promise<ConversationRow> {
  const [row] = await tx
    .update(conversations)
    .set({ ...changes, ...placedBy(changes), version: sql`${conversations.version} + 1` })
    .where(eq(conversations.id, id))
    .returning()
  return present(row, 'a locked conversation is there to be written')
}

/** Whoever takes a conversation up, or hands it over, has decided where it belongs: no rule moves it any more. */
function placedBy(changes: Changes): { isPlacedByHand?: true } {
  return 'ownerId' in changes || 'departmentId' in changes ? { isPlacedByHand: true } : {}
}
