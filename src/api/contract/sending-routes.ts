import { z } from 'zod'
import { spreadMinutesMax } from '#domain/pile.ts'
import { freshMinutesMax, freshMinutesUsual, resumeWays, stopReasonMax } from '#domain/stop.ts'
import { byId } from './common-shapes.ts'
import type { Route } from './route.ts'
import { resumedShape, scheduledShape, stopShape } from './sending-shapes.ts'
import * as shape from './shapes.ts'

/** The stop switch, and answers that wait for a moment of their own. */
export const sendingRoutes = {
  'GET /api/stops': {
    who: 'member',
    says: 'What is stopped now, the whole workspace first: nothing goes out there until somebody resumes.',
    answer: z.array(stopShape),
  },
  'POST /api/stops': {
    who: 'member',
    says: 'From the answer on nothing more goes out: of the workspace, or as one account. Answers that were to leave are held; taking one away stays possible. Stopped already: the stop that stands.',
    body: z.object({ accountId: shape.id.nullable(), reason: z.string().trim().min(1).max(stopReasonMax) }),
    answer: stopShape,
  },
  'POST /api/stops/{id}/resume': {
    who: 'member',
    says: 'End a stop. What waited goes out (`send`, over so many minutes, each account at its own pace; what is older than `freshMinutes` is looked at), is a draft again, or is looked at one by one.',
    params: byId,
    body: z.object({
      thenDo: z.enum(resumeWays),
      spreadMinutes: z.int().min(0).max(spreadMinutesMax).default(5),
      freshMinutes: z.int().min(0).max(freshMinutesMax).default(freshMinutesUsual),
    }),
    answer: resumedShape,
  },
  'GET /api/scheduled': {
    who: 'member',
    says: 'The answers that wait for a moment of their own, the next first; at most 200.',
    answer: z.array(scheduledShape),
  },
  'PUT /api/replies/{id}/moment': {
    who: 'member',
    says: 'Another moment for an answer that waits for one; null is now, with the time to take it back. Refused (409) once it left.',
    params: byId,
    body: z.object({ sendAt: z.iso.datetime({ offset: true }).nullable() }),
    answer: shape.replyShape,
  },
} as const satisfies Record<string, Route>
