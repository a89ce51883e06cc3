import { z } from 'zod'
import { alertLimits, falseAlarmReasons } from '#domain/alert.ts'
import { expectedPeakInputSchema } from '#domain/expected-peak.ts'
import * as shape from './alert-shapes.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'

/** What is unusual and bad, and what is done with that. */
export const alertRoutes = {
  'GET /api/alerts': {
    who: 'member',
    says: 'What is unusual now, what was lately, and whether every source is heard: a quiet line is not a calm line.',
    answer: shape.alertsShape,
  },
  'GET /api/alerts/{id}': {
    who: 'member',
    says: 'One alert: why, how it went, where it may go, and the messages of most reach.',
    params: byId,
    answer: shape.alertShape,
  },
  'POST /api/alerts/{id}/seen': {
    who: 'member',
    says: 'I look at it. The first who says so stands there.',
    params: byId,
    body: nothing,
    answer: nothing,
  },
  'POST /api/alerts/{id}/false-alarm': {
    who: 'member',
    says: 'It is no alarm: closed at once, and such hours are learned from as usual.',
    params: byId,
    body: z.object({
      reason: z.enum(falseAlarmReasons),
      note: z.string().trim().max(alertLimits.reason).default(''),
    }),
    answer: nothing,
  },
  'GET /api/alert-settings': {
    who: 'member',
    says: 'Whether anybody is told, and how surely it must be unusual.',
    answer: shape.alertSettingsShape,
  },
  'PATCH /api/alert-settings': {
    who: 'member',
    says: 'Changes only what is given.',
    body: shape.alertSettingsShape.partial(),
    answer: shape.alertSettingsShape,
  },
  'GET /api/expected-peaks': {
    who: 'member',
    says: 'Peaks that are on or to come, the next first, and those of the last thirty days.',
    answer: z.array(shape.expectedPeakShape),
  },
  'POST /api/expected-peaks': {
    who: 'member',
    says: 'More will be said then, and that is no news; what is far more than that still is. Its hours are not learned from.',
    body: expectedPeakInputSchema,
    answer: byId,
    isOnce: true,
  },
  'DELETE /api/expected-peaks/{id}': {
    who: 'member',
    says: 'Nothing is expected after all.',
    params: byId,
    answer: nothing,
  },
} as const satisfies Record<string, Route>
