import { z } from 'zod'
import { annotationLimits } from '#domain/annotation.ts'
import { at, id, personShape, type Wire } from './basic-shapes.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'

const day = z.iso.date()

const annotationAsked = z.object({
  /** By the calendar of the workspace. */
  day,
  /** The last day of it; null where it was one. */
  untilDay: day.nullable(),
  words: z.string().trim().min(1).max(annotationLimits.words),
})

export const annotationShape = annotationAsked.extend({
  ...{ id, madeBy: personShape.nullable(), madeAt: at },
  ...{ changedBy: personShape.nullable(), changedAt: at.nullable() },
  /** One's own, and all of them from a lead on. */
  mayChange: z.boolean(),
})
export type AnnotationView = Wire<z.infer<typeof annotationShape>>

/** What happened on a day, in the words of a member: the charts number it. */
export const annotationRoutes = {
  'GET /api/annotations': {
    who: 'member',
    says: 'What happened between two days, as members noted it, in the order of their first days.',
    query: z.object({ from: day, to: day }),
    answer: z.array(annotationShape),
  },
  'POST /api/annotations': {
    who: 'member',
    says: 'Note what happened on a day, or from one day to another.',
    body: annotationAsked,
    answer: byId,
    isOnce: true,
  },
  'PUT /api/annotations/{id}': {
    who: 'member',
    says: 'Other days or words for what happened: one’s own, or anybody’s from a lead on.',
    params: byId,
    body: annotationAsked,
    answer: nothing,
  },
  'DELETE /api/annotations/{id}': {
    who: 'member',
    says: 'Remove a note of what happened: one’s own, or anybody’s from a lead on.',
    params: byId,
    answer: nothing,
  },
} as const satisfies Record<string, Route>
