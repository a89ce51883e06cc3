import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { isId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { policyAnswerRows, policyDecisions } from '#db/tables/policy.ts'
import { members } from '#db/tables/team.ts'
import { askPolicy, type PolicyAdvice } from '#domain/ask-policy.ts'
import type { PolicyAnswer, PolicyOccasion } from '#domain/policy.ts'
import type { PolicyNames } from '#domain/policy-words.ts'
import { type Context, memberOf } from '#team/context.ts'
import { currentPolicy, type Person, policyNames } from './read-policy.ts'
import { readSituations } from './read-situations.ts'

export type GivenAnswer = {
  questionId: string
  question: string
  answer: PolicyAnswer
  by: Person | null
  at: Date
}
export type KeptDecision = {
  occasion: PolicyOccasion
  version: number
  advice: PolicyAdvice
  by: Person | null
  at: Date
}
export type ReadAdvice = {
  /** Null until a policy is published. */
  now: { version: number; advice: PolicyAdvice } | null
  answers: GivenAnswer[]
  decisions: KeptDecision[]
  names: PolicyNames
}

const decisionsMax = 10

/** What the policy advises here, how it came to that, and what it advised when somebody acted. */
export async function readAdvice(ctx: Context, conversationId: string): Promise<ReadAdvice> {
  memberOf(ctx)
  const { workspaceId } = ctx
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const [situation] = isId(conversationId)
      ? await readSituations(tx, { workspaceId, which: sql`c.id = ${conversationId}`, limit: 1 })
      : []
    if (!situation) throw new AppError('not_found', 'This conversation is not here any more.')
    const current = await currentPolicy(tx, workspaceId)
    const now = current ? { version: current.number, advice: askPolicy(current.policy, situation) } : null
    return {
      now,
      answers: await answersIn(tx, situation.id),
      decisions: await decisionsIn(tx, situation.id),
      names: await policyNames(tx, workspaceId),
    }
  })
}

const by = { id: members.id, name: members.name }

async function answersIn(tx: Tx, conversationId: string): Promise<GivenAnswer[]> {
  const { questionId, question, answer, answeredAt: at } = policyAnswerRows
  return tx
    .select({ questionId, question, answer, at, by })
    .from(policyAnswerRows)
    .leftJoin(members, eq(members.id, policyAnswerRows.answeredBy))
    .where(and(eq(policyAnswerRows.conversationId, conversationId), isNull(policyAnswerRows.takenBackAt)))
    .orderBy(asc(policyAnswerRows.answeredAt), asc(policyAnswerRows.id))
}

async function decisionsIn(tx: Tx, conversationId: string): Promise<KeptDecision[]> {
  const { occasion, version, advice, at } = policyDecisions
  return tx
    .select({ occasion, version, advice, at, by })
    .from(policyDecisions)
    .leftJoin(members, eq(members.id, policyDecisions.by))
    .where(eq(policyDecisions.conversationId, conversationId))
    .orderBy(desc(policyDecisions.at), desc(policyDecisions.id))
    .limit(decisionsMax)
}
