import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { assistUses } from '#db/tables/assist.ts'
import type { ModelMessage } from '#domain/assist/assist-task.ts'
import { costOf, tokensOfAll } from '#domain/assist/token-cost.ts'
import { assertMay } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { answerTokensMost } from './answer-bounds.ts'
import type { AssistRow } from './assist-key.ts'
import { type AssistAsk, type BuiltQuestion, buildQuestion } from './build-question.ts'
import { isForMember, settingsIn, showsIn } from './read-assist.ts'

export type Preview = {
  messages: ModelMessage[]
  hidden: number
  leftHash: string
  mustShow: boolean
  model: string
  host: string
  tokens: number
  costMost: number
}

/** Exactly what would leave, and whether the writer has to see it first. Nothing leaves. */
export async function previewQuestion(ctx: Context, asked: AssistAsk): Promise<Preview> {
  const { row, built } = await buildAllowed(ctx, asked)
  const { messages, leftHash, mask } = built
  const words = messages.map(({ content }) => content).join('\n')
  const tokens = tokensOfAll(messages)
  return {
    ...{ messages, leftHash, tokens },
    hidden: [...mask.behind.keys()].filter((sign) => words.includes(sign)).length,
    mustShow: await mustShow(ctx, asked.conversationId),
    model: row.model,
    host: new URL(row.address).host,
    costMost: costOf(row, { in: tokens, out: answerTokensMost(built.limit) }),
  }
}

/** @throws AppError `not_allowed` while it is off, not for this member, or not for this task. */
export async function buildAllowed(ctx: Context, asked: AssistAsk): Promise<{ row: AssistRow; built: BuiltQuestion }> {
  assertMay(ctx, 'assist.use')
  const row = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => settingsIn(tx, ctx.workspaceId))
  const built = await buildQuestion(ctx, asked)
  if (!isForMember(row, ctx)) throw new AppError('not_allowed', 'Help by a model is off here, or not for you.')
  if (!row.tasks.includes(asked.task))
    throw new AppError('not_allowed', 'An administrator has not allowed a model for this.')
  return { row, built }
}

async function mustShow(ctx: Context, conversationId: string): Promise<boolean> {
  const { id: memberId } = memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    if ((await showsIn(tx, memberId)) === 'each') return true
    const isMine = and(eq(assistUses.conversationId, conversationId), eq(assistUses.memberId, memberId))
    return (await tx.$count(assistUses, isMine)) === 0
  })
}
