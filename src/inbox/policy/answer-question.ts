import { and, eq, isNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { policyAnswerRows } from '#db/tables/policy.ts'
import type { PolicyAnswer } from '#domain/policy.ts'
import { lockConversation } from '#inbox/change-conversation.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { currentPolicy } from './read-policy.ts'

type Answering = {
  conversationId: string
  questionId: string
  /** Null takes back what was said. */
  answer: PolicyAnswer | null
}

/** What a person says when the policy asks. Said again, it takes the place of what was said; who said what before stays on record. */
export async function answerQuestion(ctx: Context, { conversationId, questionId, answer }: Answering): Promise<void> {
  await change(ctx, 'policy.answer', async (tx) => {
    const { workspaceId } = ctx
    const conversation = await lockConversation(tx, ctx, conversationId)
    const current = await currentPolicy(tx, workspaceId)
    const question = current?.policy.questions.find(({ id }) => id === questionId)
    if (answer !== null && (!current || !question))
      throw new AppError('not_found', 'The policy does not ask this any more. Look at the advice once more.')
    const now = ctx.app.clock.now()
    const memberId = memberOf(ctx).id
    const before = await tx
      .update(policyAnswerRows)
      .set({ takenBackAt: now, takenBackBy: memberId })
      .where(
        and(
          eq(policyAnswerRows.workspaceId, workspaceId),
          eq(policyAnswerRows.conversationId, conversation.id),
          eq(policyAnswerRows.questionId, questionId),
          isNull(policyAnswerRows.takenBackAt),
        ),
      )
      .returning({ answer: policyAnswerRows.answer })
    if (answer !== null && current && question)
      await tx.insert(policyAnswerRows).values({
        ...{ id: newId(), workspaceId, conversationId: conversation.id, questionId, question: question.text, answer },
        ...{ version: current.number, answeredBy: memberId, answeredAt: now },
      })
    return {
      result: undefined,
      subject: { kind: 'conversation', id: conversation.id },
      conversationId: conversation.id,
      details: { questionId, answer, before: before[0]?.answer ?? null },
      events: [{ kind: 'policy.changed' }],
      isSilent: answer === null && before.length === 0,
    }
  })
}
