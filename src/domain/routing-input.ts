import { z } from 'zod'
import { intents, sentiments } from './assessment.ts'
import { postKinds } from './post-kind.ts'
import { doesSomething, type RoutingRuleInput, routingListMax, routingPartiesMax } from './routing.ts'
import { topicQueryMax } from './topic.ts'

const list = <T extends z.ZodType>(one: T) => z.array(one).max(routingListMax)
const code = z.string().min(1).max(64)

export const routingConditionsSchema = z.object({
  query: z
    .string()
    .trim()
    .max(topicQueryMax)
    .nullable()
    .transform((query) => query || null),
  topicIds: list(z.uuid()),
  sourceIds: list(z.uuid()),
  networks: list(code),
  langs: list(code),
  sentiments: list(z.enum(sentiments)),
  intents: list(z.enum(intents)),
  kinds: list(z.enum(postKinds)),
  urgencyFrom: z.int().min(1).max(3).nullable(),
  angerFrom: z.number().min(0).max(1).nullable(),
  followersFrom: z.int().positive().max(1_000_000_000).nullable(),
  ratingTo: z.number().min(0).max(5).nullable(),
  isReturning: z.boolean().nullable(),
})

export const routingActionsSchema = z.object({
  departmentId: z.uuid().nullable(),
  memberId: z.uuid().nullable(),
  urgencyFrom: z.int().min(1).max(3).nullable(),
  asksIds: z.array(z.uuid()).max(routingPartiesMax).optional(),
  informsIds: z.array(z.uuid()).max(routingPartiesMax).optional(),
  moves: z.boolean(),
  stops: z.boolean(),
})

/** A rule as it is written. */
export const routingRuleInput = z.object({
  name: z.string().trim().min(1).max(80),
  isOn: z.boolean().default(true),
  conditions: routingConditionsSchema,
  actions: routingActionsSchema.refine(doesSomething, 'Choose what the rule does.'),
}) satisfies z.ZodType<RoutingRuleInput>
