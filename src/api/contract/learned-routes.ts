import { z } from 'zod'
import { labels } from '#domain/assessment.ts'
import { saidKinds, struckReasonSchema } from '#domain/correction.ts'
import { deltaStates, headFiguresSchema, wordWeightSchema } from '#domain/learned.ts'
import { at, id, type Wire } from './basic-shapes.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'

export const versionShape = z.object({
  id,
  lang: z.string(),
  nth: z.int(),
  /** Names the weights, as the `by` of an assessment does; empty where nothing was better. */
  version: z.string(),
  /** The weights of the program that it is added to. */
  model: z.string(),
  state: z.enum(deltaStates),
  corrections: z.int(),
  agreed: z.int(),
  figures: z.array(headFiguresSchema),
  words: z.array(wordWeightSchema),
  madeAt: at,
  rolledBackAt: at.nullable(),
  rolledBackBy: z.string().nullable(),
})
export type LearnedVersion = Wire<z.infer<typeof versionShape>>

const correctedShape = z.object({
  id,
  lang: z.string(),
  text: z.string(),
  labels: z.string().nullable(),
  said: z.array(z.enum(labels)),
  url: z.string().nullable(),
  history: z.array(
    z.object({
      kind: z.enum(saidKinds),
      label: z.enum(labels),
      value: z.string().nullable(),
      reason: struckReasonSchema.nullable(),
      said: z.string(),
      saidBy: z.string(),
      at,
      by: z.string().nullable(),
      takenBackAt: at.nullable(),
      takenBackBy: z.string().nullable(),
    }),
  ),
})

const page = z.object({
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
/** Give it back as `after`; null at the end. */
const next = z.string().nullable()

/** What people corrected, and what was learned from it. */
export const learnedRoutes = {
  'GET /api/corrections': {
    who: 'member',
    says: 'Every message that was ever corrected, oldest first, as lines that `npm run triage:train` reads, with who said what and when.',
    query: page,
    answer: z.object({ items: z.array(correctedShape), next }),
  },
  'GET /api/learned': {
    who: 'member',
    says: 'What was learned from corrections: its versions, newest first, and how many corrections there are of each language.',
    query: page,
    answer: z.object({
      items: z.array(versionShape),
      next,
      progress: z.array(z.object({ lang: z.string(), corrected: z.int(), fresh: z.int(), least: z.int() })),
    }),
  },
  'POST /api/learned/{id}/roll-back': {
    who: 'member',
    says: 'Takes the version that counts off; the one before it counts again, if there was one.',
    params: byId,
    body: z.object({}),
    answer: nothing,
  },
} as const satisfies Record<string, Route>
