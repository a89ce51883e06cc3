import { z } from 'zod'
import { querySetInputSchema } from '#domain/query-set-input.ts'
import { sourceStates } from '#domain/source.ts'
import { topicInputSchema, topicQueryMax, topicStates } from '#domain/topic.ts'
import { byId, name, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

/** Sources, accounts and topics. */
export const listeningRoutes = {
  'GET /api/connectors': {
    who: 'member',
    says: 'The networks we know, what each can, and the forms to set them up.',
    answer: z.array(shape.connectorShape),
  },
  'GET /api/sources': {
    who: 'member',
    says: 'Where we listen, and how fresh it is.',
    answer: z.array(shape.sourceShape),
  },
  'POST /api/sources/try': {
    who: 'member',
    says: 'Look once without saving: what would be heard.',
    body: z.object({ connector: z.string().max(64), settings: z.unknown(), accountId: shape.id.optional() }),
    answer: shape.triedShape,
  },
  'POST /api/sources': {
    who: 'member',
    says: 'Listen to a new source.',
    body: z.object({
      connector: z.string().max(64),
      name: name.optional(),
      settings: z.unknown(),
      accountId: shape.id.optional(),
    }),
    answer: shape.sourceShape,
  },
  'PATCH /api/sources/{id}': {
    who: 'member',
    says: 'Rename, pause, resume, change the settings, or ask again now.',
    params: byId,
    body: z.object({
      name: name.optional(),
      state: z.enum(sourceStates).optional(),
      settings: z.unknown().optional(),
      askNow: z.boolean().optional(),
    }),
    answer: shape.sourceShape,
  },
  'DELETE /api/sources/{id}': {
    who: 'member',
    says: 'Stop listening to a source. What was heard stays.',
    params: byId,
    answer: nothing,
  },
  'GET /api/topics': { who: 'member', says: 'What we listen for.', answer: z.array(shape.topicShape) },
  'GET /api/topics/dearest': {
    who: 'member',
    says: 'The topics that make the most work, with their owners and the words that do it. For administrators.',
    answer: z.array(shape.dearTopicShape),
  },
  'POST /api/topics/check': {
    who: 'member',
    says: 'Does this query read well, what does it say, and what would it have found?',
    body: z.object({ query: z.string().max(topicQueryMax) }),
    answer: shape.queryCheckShape,
  },
  'POST /api/topics/sample': {
    who: 'member',
    says: 'Ask the networks that can be searched what they have for a query of the last seven days. Nothing is kept.',
    body: z.object({ query: z.string().max(topicQueryMax) }),
    answer: z.array(shape.sourceSampleShape),
  },
  'POST /api/topics': {
    who: 'member',
    says: 'Listen for a new topic.',
    body: topicInputSchema,
    answer: shape.topicShape,
  },
  'PATCH /api/topics/{id}': {
    who: 'member',
    says: 'Change a topic.',
    params: byId,
    body: topicInputSchema.partial().extend({ state: z.enum(topicStates).optional() }),
    answer: shape.topicShape,
  },
  'DELETE /api/topics/{id}': {
    who: 'member',
    says: 'Stop listening for a topic. Its mentions stay.',
    params: byId,
    answer: nothing,
  },
  'POST /api/topics/{id}/look-back': {
    who: 'member',
    says: 'Look back once more for what was said before the topic was made.',
    params: byId,
    answer: shape.topicShape,
  },
  'DELETE /api/topics/{id}/look-back': {
    who: 'member',
    says: 'Stop looking back. What was found stays.',
    params: byId,
    answer: nothing,
  },
  'GET /api/sets': {
    who: 'member',
    says: 'The named lists that searches ask for as set:name, and which searches do.',
    answer: z.array(shape.setShape),
  },
  'POST /api/sets': { who: 'member', says: 'A new named list.', body: querySetInputSchema, answer: shape.setShape },
  'PATCH /api/sets/{id}': {
    who: 'member',
    says: 'Change a named list, and with it every search that asks for it. One that is asked for keeps its name.',
    params: byId,
    body: querySetInputSchema.partial(),
    answer: shape.setShape,
  },
  'DELETE /api/sets/{id}': {
    who: 'member',
    says: 'Remove a named list that no search asks for.',
    params: byId,
    answer: nothing,
  },
  'POST /api/welcome': {
    who: 'member',
    says: 'From "what do people call you?" to a topic and the sources that need no key.',
    body: z.object({ names: z.array(name).min(1).max(20), excluded: z.array(name).max(50).default([]) }),
    answer: z.object({ topic: shape.topicShape, sources: z.array(shape.sourceShape) }),
  },
} as const satisfies Record<string, Route>
