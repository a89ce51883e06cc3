import { and, eq, lt, sql } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { assistUses } from '#db/tables/assist.ts'
import { promptVersion } from '#domain/assist/assist-prompt.ts'
import type { AssistTask } from '#domain/assist/assist-task.ts'
import { billMonth, costOf } from '#domain/assist/token-cost.ts'
import { lockConversation } from '#inbox/change-conversation.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { AssistRow } from './assist-key.ts'

/** Longer than any question may take: what is still under way then was cut off. */
const cutOffMs = 10 * minute

export type Beginning = {
  row: AssistRow
  conversationId: string
  task: AssistTask
  leftHash: string
  /** The most that it can come to. */
  tokens: { in: number; out: number }
}
export type Use = {
  id: string
  row: AssistRow
  month: string
  reserved: { cost: number; tokens: number }
  tokens: Beginning['tokens']
}

/**
 * Writes a question down before it is asked, and sets aside the most it can cost: the cap is a condition of the statement that counts, so that
 * however many ask at once, together they do not go over it. After a crash it stays counted: it may have been paid.
 *
 * @throws AppError `too_many` when the month has no room for it.
 */
export async function beginUse(ctx: Context, beginning: Beginning): Promise<Use> {
  const { row, conversationId, task, leftHash, tokens } = beginning
  const { workspaceId, app } = ctx
  const now = app.clock.now()
  const month = billMonth(now)
  const reserved = { cost: costOf(row, tokens), tokens: tokens.in + tokens.out }
  const id = newId()
  await change(ctx, 'assist.use', async (tx) => {
    await lockConversation(tx, ctx, conversationId)
    await closeCutOff(tx, workspaceId, new Date(now.getTime() - cutOffMs))
    if (!(await setAside(tx, { workspaceId, month, ...reserved }))) throw monthIsFull()
    await tx.insert(assistUses).values({
      ...{ id, workspaceId, conversationId, memberId: memberOf(ctx).id, task, state: 'asked', model: row.model, month },
      ...{
        prompt: promptVersion,
        leftHash,
        tokensIn: tokens.in,
        tokensOut: tokens.out,
        cost: reserved.cost,
        askedAt: now,
      },
    })
    // Not a line of the thread: what a writer asked help with is between them and the record.
    return { result: undefined, subject: { kind: 'assist_use', id }, details: { task, model: row.model } }
  })
  return { id, row, month, reserved, tokens }
}

type Aside = { workspaceId: string; month: string; cost: number; tokens: number }

async function setAside(tx: Tx, { workspaceId, month, cost, tokens }: Aside): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into assist_months as m (workspace_id, month, cost, tokens)
    select s.workspace_id, ${month}, ${cost}::numeric, ${tokens}::bigint from assist_settings s
     where s.workspace_id = ${workspaceId} and s.is_on
       and ${cost}::numeric <= coalesce(s.money_most, 'Infinity') and ${tokens}::bigint <= coalesce(s.tokens_most, 9e18)
    on conflict (workspace_id, month) do update set cost = m.cost + excluded.cost, tokens = m.tokens + excluded.tokens
     where exists (select from assist_settings s where s.workspace_id = m.workspace_id and s.is_on
                      and m.cost + excluded.cost <= coalesce(s.money_most, 'Infinity')
                      and m.tokens + excluded.tokens <= coalesce(s.tokens_most, 9e18))
    returning 1`)
  return rows.length > 0
}

async function closeCutOff(tx: Tx, workspaceId: string, before: Date): Promise<void> {
  await tx
    .update(assistUses)
    .set({ state: 'failed', endedAt: before })
    .where(and(eq(assistUses.workspaceId, workspaceId), eq(assistUses.state, 'asked'), lt(assistUses.askedAt, before)))
}

function monthIsFull(): AppError {
  return new AppError('too_many', {
    en: 'What a model may cost this month is used up. It goes on next month, or when an administrator raises it.',
    nl: 'Wat een model deze maand mag kosten, is op. Het gaat volgende maand verder, of als een beheerder het verhoogt.',
  })
}
