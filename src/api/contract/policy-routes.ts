import { z } from 'zod'
import { policyAnswers, policyTextMax, policyWhyMax } from '#domain/policy.ts'
import { policyExamplesSchema, policyIdSchema, policySchema } from '#domain/policy-input.ts'
import { policyStarters } from '#domain/policy-starter-names.ts'
import { byId, nothing } from './common-shapes.ts'
import { adviceShape, policyComparisonShape, policyShape, policyVersionShape } from './policy-shapes.ts'
import type { Route } from './route.ts'

const byNumber = z.object({ number: z.coerce.number().int().min(1).max(1_000_000) })
const published = z.object({ number: z.int() })

/** Whether, how and in which tone to answer: the tree that says so, and what it says of a conversation. */
export const policyRoutes = {
  'GET /api/policy': {
    who: 'member',
    says: 'The response policy as it holds, what is being written, and what held before.',
    answer: policyShape,
  },
  'GET /api/policy/starters/{which}': {
    who: 'member',
    says: 'A policy to begin with, with its examples: defaults that rest on literature, and no laws.',
    params: z.object({ which: z.enum(policyStarters) }),
    query: z.object({ lang: z.enum(['en', 'nl']).default('en') }),
    answer: policyVersionShape.pick({ policy: true, examples: true }),
  },
  'GET /api/policy/versions/{number}': {
    who: 'member',
    says: 'One version, as it was published.',
    params: byNumber,
    answer: policyVersionShape,
  },
  'PUT /api/policy/draft': {
    who: 'member',
    says: 'Keeps what is being written, as text. Refused (409) when a colleague wrote since that revision.',
    body: z.object({
      text: z.string().max(policyTextMax),
      examples: policyExamplesSchema,
      revision: z.int().min(0),
    }),
    answer: z.object({ revision: z.int() }),
  },
  'DELETE /api/policy/draft': {
    who: 'member',
    says: 'Drops what was being written.',
    answer: nothing,
  },
  'POST /api/policy/compare': {
    who: 'member',
    says: 'Which conversations of the last 90 days would get other advice by this policy than by the one that holds. Nothing is written.',
    body: z.object({ policy: policySchema }),
    answer: policyComparisonShape,
  },
  'POST /api/policy/versions': {
    who: 'member',
    says: 'Publishes a policy. Its examples are run first: one that fails refuses it (400), and is named. Refused (409) when another was published since.',
    body: z.object({
      policy: policySchema,
      examples: policyExamplesSchema,
      note: z.string().trim().max(policyWhyMax).default(''),
      basedOn: z.int().min(0),
    }),
    answer: published,
  },
  'POST /api/policy/versions/{number}/restore': {
    who: 'member',
    says: 'Makes an older version hold again, as a new version.',
    params: byNumber,
    body: z.object({}),
    answer: published,
  },
  'GET /api/conversations/{id}/advice': {
    who: 'member',
    says: 'What the policy advises here, how it came to that, and what it advised when somebody acted.',
    params: byId,
    answer: adviceShape,
  },
  'PUT /api/conversations/{id}/advice/answers': {
    who: 'member',
    says: 'What a person says when the policy asks. Null takes back what was said.',
    params: byId,
    body: z.object({ questionId: policyIdSchema, answer: z.enum(policyAnswers).nullable() }),
    answer: nothing,
    isOnce: true,
  },
} as const satisfies Record<string, Route>
