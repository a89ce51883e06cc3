import { handle } from '#api/handler.ts'
import { presentAdvice, presentComparison, presentPolicy, presentVersion } from '#api/present/present-policy.ts'
import { starterPolicy } from '#domain/policy-starter.ts'
import { answerQuestion } from '#inbox/policy/answer-question.ts'
import { comparePolicy } from '#inbox/policy/compare-policy.ts'
import { publishPolicy, putPolicyBack } from '#inbox/policy/publish-policy.ts'
import { readAdvice } from '#inbox/policy/read-advice.ts'
import { readPolicy, readPolicyVersion } from '#inbox/policy/read-policy.ts'
import { dropPolicyDraft, savePolicyDraft } from '#inbox/policy/save-policy-draft.ts'

export const policyHandlers = handle({
  'GET /api/policy': async ({ ctx }) => presentPolicy(await readPolicy(ctx)),

  'GET /api/policy/starters/{which}': async (_visit, { params, query }) => starterPolicy(params.which, query.lang),

  'GET /api/policy/versions/{number}': async ({ ctx }, { params }) =>
    presentVersion(await readPolicyVersion(ctx, params.number)),

  'PUT /api/policy/draft': async ({ ctx }, { body }) => ({ revision: await savePolicyDraft(ctx, body) }),

  'DELETE /api/policy/draft': async ({ ctx }) => {
    await dropPolicyDraft(ctx)
    return {}
  },

  'POST /api/policy/compare': async ({ ctx }, { body }) => presentComparison(await comparePolicy(ctx, body.policy)),

  'POST /api/policy/versions': async ({ ctx }, { body }) => ({ number: await publishPolicy(ctx, body) }),

  'POST /api/policy/versions/{number}/restore': async ({ ctx }, { params }) => ({
    number: await putPolicyBack(ctx, params.number),
  }),

  'GET /api/conversations/{id}/advice': async ({ ctx }, { params }) => presentAdvice(await readAdvice(ctx, params.id)),

  'PUT /api/conversations/{id}/advice/answers': async ({ ctx }, { params, body }) => {
    await answerQuestion(ctx, { conversationId: params.id, ...body })
    return {}
  },
})
