import { z } from 'zod'
import { visibilities } from '#domain/reply.ts'
import { at, personShape } from './basic-shapes.ts'

/** What somebody is writing, and who was to read it. */
export const draftShape = z.object({
  by: personShape,
  kind: z.enum(['reply', 'note']),
  text: z.string(),
  visibility: z.enum(visibilities),
  updatedAt: at,
})
