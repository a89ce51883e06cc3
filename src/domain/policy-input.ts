import { z } from 'zod'
import {
  figureAbouts,
  flagAbouts,
  oneAbouts,
  type Policy,
  type PolicyAsk,
  type PolicyExample,
  type PolicyFacts,
  type PolicyNode,
  type PolicyTest,
  type PolicyWhen,
  policyAnswers,
  policyApprovals,
  policyDepthMax,
  policyExamplesMax,
  policyFields,
  policyIdPattern,
  policyLineMax,
  policyNameMax,
  policyNodesMax,
  policyPlaces,
  policyPromiseMax,
  policyQuestionsMax,
  policyStrategies,
  policyTestsMax,
  policyValuesMax,
  policyWhyMax,
  someAbouts,
} from './policy.ts'

const id = z.string().regex(policyIdPattern)
export const policyIdSchema = id
const value = z.string().min(1).max(64)
const figure = z.int().min(0).max(1_000_000_000)

function isValueOf(about: (typeof oneAbouts)[number] | (typeof someAbouts)[number], one: string): boolean {
  const all: readonly string[] | null = policyFields[about].of
  if (all) return all.includes(one)
  return about === 'network' || about === 'lang' || z.uuid().safeParse(one).success
}

export const policyTestSchema: z.ZodType<PolicyTest, PolicyTest> = z.union([
  z
    .object({ about: z.enum([...oneAbouts, ...someAbouts]), is: z.array(value).min(1).max(policyValuesMax) })
    .refine(({ about, is }) => is.every((one) => isValueOf(about, one)), 'This cannot be asked of it.'),
  z.object({ about: z.enum(figureAbouts), from: figure.nullable(), to: figure.nullable() }),
  z.object({ about: z.enum(flagAbouts), is: z.boolean() }),
])

const leafSchema = z.object({
  kind: z.literal('leaf'),
  id,
  name: z.string().trim().min(1).max(policyNameMax),
  answers: z.boolean(),
  strategy: z.enum(policyStrategies),
  place: z.enum(policyPlaces),
  tone: z.string().trim().max(policyLineMax),
  why: z.string().trim().max(policyWhyMax),
  basis: z.string().trim().max(policyLineMax),
  departmentId: z.uuid().nullable(),
  approval: z.enum(policyApprovals),
  promise: z.int().min(1).max(policyPromiseMax).nullable(),
})
const whenSchema: z.ZodType<PolicyWhen, PolicyWhen> = z.object({
  kind: z.literal('when'),
  tests: z.array(policyTestSchema).min(1).max(policyTestsMax),
  yes: z.lazy(() => policyNodeSchema),
  no: z.lazy(() => policyNodeSchema),
})
const askSchema: z.ZodType<PolicyAsk, PolicyAsk> = z.object({
  kind: z.literal('ask'),
  questionId: id,
  yes: z.lazy(() => policyNodeSchema),
  no: z.lazy(() => policyNodeSchema),
  unknown: z.lazy(() => policyNodeSchema),
})
export const policyNodeSchema: z.ZodType<PolicyNode, PolicyNode> = z.union([leafSchema, whenSchema, askSchema])

export const policySchema: z.ZodType<Policy, Policy> = z.object({
  name: z.string().trim().min(1).max(policyNameMax),
  questions: z.array(z.object({ id, text: z.string().trim().min(1).max(policyLineMax) })).max(policyQuestionsMax),
  // Looked at first without going down into it: what is nested without end would be read without end.
  root: z.custom<PolicyNode>(isShallow, `At most ${policyDepthMax} steps deep.`).pipe(policyNodeSchema),
})

function isShallow(root: unknown): boolean {
  let level: unknown[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > policyDepthMax || level.length > policyNodesMax) return false
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null
        ? Object.entries(node).flatMap(([key, below]) => (['yes', 'no', 'unknown'].includes(key) ? [below] : []))
        : [],
    )
  }
  return true
}

const shapeOf = <K extends string, S extends z.ZodType>(keys: readonly K[], schema: S) =>
  // Object.fromEntries forgets its keys.
  Object.fromEntries(keys.map((key) => [key, schema])) as Record<K, S>

const factsSchema = z
  .object({
    ...shapeOf(oneAbouts, value.nullable()),
    ...shapeOf(someAbouts, z.array(value).max(policyValuesMax)),
    ...shapeOf(figureAbouts, z.number().min(0).max(1_000_000_000).nullable()),
    ...shapeOf(flagAbouts, z.boolean()),
  })
  .partial() satisfies z.ZodType<Partial<PolicyFacts>>

export const policyExampleSchema: z.ZodType<PolicyExample, PolicyExample> = z.object({
  id,
  says: z.string().trim().min(1).max(policyWhyMax),
  facts: factsSchema,
  answers: z.record(id, z.enum(policyAnswers)),
  leafId: id,
})

export const policyExamplesSchema = z.array(policyExampleSchema).max(policyExamplesMax)
