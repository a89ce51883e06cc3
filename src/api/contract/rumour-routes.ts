import { z } from 'zod'
import { rumourLimits } from '#domain/rumour.ts'
import { rumourAnswerSchema, rumourInputSchema, rumourMarksSchema, rumourWordingSchema } from '#domain/rumour-input.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './rumour-shapes.ts'

const number = z.coerce.number().int().min(1).max(1_000_000)
const wordings = z.array(rumourWordingSchema).min(1).max(rumourLimits.wordings)

/** What is told about us: how it is known, whether it is so, what may be answered. */
export const rumourRoutes = {
  'GET /api/rumours': {
    who: 'member',
    says: 'All rumours, the ones that are told most today first.',
    answer: z.array(shape.listedRumourShape),
  },
  'GET /api/rumours/{id}': {
    who: 'member',
    says: 'One rumour, with its answers and the messages that tell it.',
    params: byId,
    answer: shape.rumourShape,
  },
  'POST /api/rumours': {
    who: 'member',
    says: 'A new rumour. What was heard in the last thirty days is asked for it.',
    body: rumourInputSchema,
    answer: byId,
    isOnce: true,
  },
  'PUT /api/rumours/{id}': {
    who: 'member',
    says: 'Changes it; with other marks it is looked for anew. Refused (409) when a colleague changed it since `revision`.',
    params: byId,
    body: rumourInputSchema.extend({ revision: z.int().min(1) }),
    answer: nothing,
  },
  'DELETE /api/rumours/{id}': {
    who: 'member',
    says: 'Forgets it, its answers and where it was told.',
    params: byId,
    answer: nothing,
  },
  'POST /api/rumours/{id}/answers': {
    who: 'member',
    says: 'A new version of its answer. It is offered once somebody else approved it.',
    params: byId,
    body: rumourAnswerSchema,
    answer: z.object({ number: z.int() }),
    isOnce: true,
  },
  'POST /api/rumours/{id}/answers/{number}/approval': {
    who: 'member',
    says: 'Approves the newest version. Refused (403) for one’s own, (409) when there is a newer one.',
    params: byId.extend({ number }),
    body: nothing,
    answer: nothing,
  },
  'PUT /api/rumours/{id}/mentions/{mentionId}': {
    who: 'member',
    says: 'Says whether a message tells it.',
    params: byId.extend({ mentionId: z.uuid() }),
    body: z.object({ verdict: z.enum(['confirmed', 'refused']) }),
    answer: nothing,
  },
  'POST /api/rumour-marks': {
    who: 'member',
    says: 'Where the writing of marks may begin, from how it is worded.',
    body: z.object({ wordings }),
    answer: shape.suggestedMarksShape,
  },
  'POST /api/rumour-trial': {
    who: 'member',
    says: 'What these marks find among the newest messages of thirty days. Keeps nothing.',
    body: z.object({ marks: rumourMarksSchema, wordings }),
    answer: shape.rumourTrialShape,
  },
  'GET /api/conversations/{id}/rumours': {
    who: 'member',
    says: 'Which rumours the messages of a conversation tell, with the answer that may be given.',
    params: byId,
    answer: z.array(shape.conversationRumourShape),
  },
} as const satisfies Record<string, Route>
