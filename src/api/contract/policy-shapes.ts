import { z } from 'zod'
import { policyAnswers, policyApprovals, policyPlaces, policyStrategies } from '#domain/policy.ts'
import { policyExampleSchema, policySchema } from '#domain/policy-input.ts'
import { at, id, personShape, type Wire, words } from './basic-shapes.ts'

const named = z.object({ id, name: z.string() })
export const policyNamesShape = z.object({
  topic: z.array(named),
  source: z.array(named),
  department: z.array(named),
})

const written = { by: personShape.nullable(), at }

export const policyVersionShape = z.object({
  number: z.int(),
  policy: policySchema,
  examples: z.array(policyExampleSchema),
  note: z.string(),
  ...written,
})

export const policyShape = z.object({
  current: policyVersionShape.nullable(),
  /** What is being written; it may not read yet. */
  draft: z
    .object({ text: z.string(), examples: z.array(policyExampleSchema), revision: z.int(), ...written })
    .nullable(),
  history: z.array(z.object({ number: z.int(), note: z.string(), fromNumber: z.int().nullable(), ...written })),
  names: policyNamesShape,
})

const adviceName = z.object({ kind: z.enum(['leaf', 'question']), id: z.string(), name: z.string() })
export const policyComparisonShape = z.object({
  /** What it is compared with; null where no policy holds yet. */
  version: z.int().nullable(),
  asked: z.int(),
  /** There were more; the newest were looked at. */
  isCut: z.boolean(),
  changed: z.int(),
  moves: z.array(z.object({ from: adviceName.nullable(), to: adviceName, count: z.int() })),
  changes: z.array(z.object({ id, key: z.string(), title: z.string(), from: adviceName.nullable(), to: adviceName })),
})

const leafShape = z.object({
  kind: z.literal('leaf'),
  id: z.string(),
  name: z.string(),
  answers: z.boolean(),
  strategy: z.enum(policyStrategies),
  place: z.enum(policyPlaces),
  tone: z.string(),
  why: z.string(),
  basis: z.string(),
  /** Null also where the department is gone. */
  department: z.object({ id, name: z.string() }).nullable(),
  approval: z.enum(policyApprovals),
  promise: z.int().nullable(),
})
/** What is advised, or the question that stands before it. */
export const adviceOutcomeShape = z.discriminatedUnion('kind', [
  leafShape,
  z.object({ kind: z.literal('question'), id: z.string(), text: z.string() }),
])
/** How it came to that, from the top of the tree. */
const stepShape = z.object({ asked: words, answer: words })

export const adviceShape = z.object({
  /** Null until a policy is published. */
  now: z.object({ version: z.int(), outcome: adviceOutcomeShape, steps: z.array(stepShape) }).nullable(),
  answers: z.array(
    z.object({
      questionId: z.string(),
      question: z.string(),
      answer: z.enum(policyAnswers),
      ...written,
    }),
  ),
  /** What was advised when somebody acted, by the version of then. The newest first. */
  decisions: z.array(
    z.object({
      occasion: z.enum(['replied', 'finished']),
      version: z.int(),
      outcome: adviceOutcomeShape,
      ...written,
    }),
  ),
})

export type PolicyView = Wire<z.infer<typeof policyShape>>
export type PolicyVersionView = Wire<z.infer<typeof policyVersionShape>>
export type PolicyComparisonView = Wire<z.infer<typeof policyComparisonShape>>
export type AdviceView = Wire<z.infer<typeof adviceShape>>
export type AdviceOutcomeView = Wire<z.infer<typeof adviceOutcomeShape>>
