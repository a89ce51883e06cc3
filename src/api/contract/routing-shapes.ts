import { z } from 'zod'
import { partyKinds } from '#domain/party.ts'
import { routingAbouts, routingEffects, routingRunStates } from '#domain/routing.ts'
import { routingActionsSchema, routingConditionsSchema } from '#domain/routing-input.ts'
import { at, id, namedShape, personShape, type Wire, words } from './basic-shapes.ts'

export const routingRuleShape = z.object({
  id,
  name: z.string(),
  version: z.int(),
  isOn: z.boolean(),
  conditions: routingConditionsSchema,
  actions: routingActionsSchema,
  /** Its query as a sentence. */
  says: words.nullable(),
  /** Why it does nothing. */
  problem: words.nullable(),
})

export const routingRunShape = z.object({
  id,
  state: z.enum(routingRunStates),
  /** The rule that is tried; null where all of them are, as they stand. */
  ruleName: z.string().nullable(),
  since: at,
  askedAt: at,
  finishedAt: at.nullable(),
  by: personShape.nullable(),
  of: z.int(),
  tried: z.int(),
  moved: z.int(),
  /** In so many a department would be asked or informed. */
  brought: z.int(),
  /** Placed or taken up by a person, and so left alone. */
  byHand: z.int(),
  /** Conversations in each department now, and as the rules would have them; of those in none the id is null. */
  departments: z.array(z.object({ id: id.nullable(), before: z.int(), after: z.int() })),
  examples: z.array(
    z.object({
      id,
      key: z.string(),
      title: z.string(),
      from: id.nullable(),
      to: id.nullable(),
      rules: z.array(z.string()),
    }),
  ),
  /** Put back as a whole. */
  isTakenBack: z.boolean(),
})

export const routingShape = z.object({
  rules: z.array(routingRuleShape),
  trial: routingRunShape.nullable(),
  application: routingRunShape.nullable(),
  undo: routingRunShape.nullable(),
})

/** One time that rules placed a conversation: which fired, and why. */
export const routingLineShape = z.object({
  id,
  at,
  how: z.enum(['heard', 'applied', 'put_back']),
  department: namedShape.nullable(),
  owner: personShape.nullable(),
  urgency: z.int(),
  /** It was the turn of its owner. */
  isByTurn: z.boolean(),
  firings: z.array(
    z.object({
      ruleId: id,
      name: z.string(),
      version: z.int(),
      reasons: z.array(z.object({ about: z.enum(routingAbouts), values: z.array(z.string()) })),
      /** Empty: it came too late, another had placed it. */
      did: z.array(z.enum(routingEffects)),
      /** Departments it asked, or keeps informed. */
      brings: z.array(z.object({ kind: z.enum(partyKinds), departmentId: id })).optional(),
      /** The department of a search: no rule that somebody wrote. */
      isOfSearch: z.boolean().optional(),
    }),
  ),
})

export type RoutingView = Wire<z.infer<typeof routingShape>>
export type RoutingRuleView = Wire<z.infer<typeof routingRuleShape>>
export type RoutingRunView = Wire<z.infer<typeof routingRunShape>>
export type RoutingLineView = Wire<z.infer<typeof routingLineShape>>
