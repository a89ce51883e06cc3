import { z } from 'zod'
import { routingRulesMax } from '#domain/routing.ts'
import { routingRuleInput } from '#domain/routing-input.ts'
import { byId, nothing, version } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

const asked = z.object({ id: shape.id })

/** The rules that say where a conversation belongs: written, tried, applied. */
export const routingRoutes = {
  'GET /api/routing': {
    who: 'member',
    says: 'The rules in the order in which they are asked, the newest trial, and the newest time they were applied.',
    answer: shape.routingShape,
  },
  'POST /api/routing/rules': {
    who: 'member',
    says: 'A new rule, asked after all others. It counts from the next message on.',
    body: routingRuleInput,
    answer: asked,
  },
  'PUT /api/routing/rules/{id}': {
    who: 'member',
    says: 'What a rule asks and does. With a version: refused (409) when somebody changed it since.',
    params: byId,
    body: routingRuleInput.extend({ version: version.optional() }),
    answer: asked,
  },
  'PATCH /api/routing/rules/{id}': {
    who: 'member',
    says: 'Switch a rule on or off.',
    params: byId,
    body: z.object({ isOn: z.boolean() }),
    answer: asked,
  },
  'DELETE /api/routing/rules/{id}': {
    who: 'member',
    says: 'Remove a rule. What it placed stays where it is.',
    params: byId,
    answer: nothing,
  },
  'PUT /api/routing/order': {
    who: 'member',
    says: 'The order in which the rules are asked: all of them, each once.',
    body: z.object({ ids: z.array(shape.id).max(routingRulesMax) }),
    answer: nothing,
  },
  'POST /api/routing/trials': {
    who: 'member',
    says: 'What the last 30 days would have been like with this rule, instead of the one with its id or after all others; without one, with the rules as they stand. Nothing is moved.',
    body: z.object({ id: shape.id.nullable().default(null), rule: routingRuleInput.nullable().default(null) }),
    answer: asked,
  },
  'POST /api/routing/applications': {
    who: 'member',
    says: 'Places all that is open anew, by the rules as they stand; but for what a person has placed.',
    answer: asked,
  },
  'DELETE /api/routing/runs/{id}': {
    who: 'member',
    says: 'Stop a trial, or placing anew. What was done until now stays.',
    params: byId,
    answer: nothing,
  },
  'POST /api/routing/runs/{id}/undo': {
    who: 'member',
    says: 'Put back what placing anew has moved, where nobody has moved it since.',
    params: byId,
    answer: asked,
  },
} as const satisfies Record<string, Route>
