import { z } from 'zod'
import { adviserInputSchema, opinionSchema } from '#domain/adviser.ts'
import { nothing } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

const words = z.object({ en: z.string(), nl: z.string() })

export const adviserShape = z.object({
  isOn: z.boolean(),
  address: z.string(),
  model: z.string(),
  /** Whether a key is kept; the key itself never leaves. */
  hasKey: z.boolean(),
  priceIn: z.number(),
  priceOut: z.number(),
  mostPerMonth: z.number(),
  /** This calendar month, in UTC. */
  spent: z.number(),
  asked: z.int(),
  answered: z.int(),
  /** Why it stands still until somebody changes something. */
  problem: words.nullable(),
  /** The server asked to be left alone until then. */
  closedUntil: shape.at.nullable(),
})

/** Second opinions of a language model elsewhere. */
export const adviceRoutes = {
  'GET /api/adviser': {
    who: 'member',
    says: 'Where second opinions are asked, and what they cost this month; null when nothing was ever filled in.',
    answer: z.object({ adviser: adviserShape.nullable() }),
  },
  'PUT /api/adviser': {
    who: 'member',
    says: 'Fill in, turn on or turn off. A key that is left out stays as it is.',
    body: adviserInputSchema,
    answer: z.object({ adviser: adviserShape.nullable() }),
  },
  'POST /api/adviser/try': {
    who: 'member',
    says: 'Ask about a sentence of our own, with what is filled in and not saved.',
    body: adviserInputSchema,
    answer: z.object({
      /** Null: the model answered, and not in a way that can be read. */
      opinion: opinionSchema.nullable(),
      model: z.string(),
      tokensIn: z.int(),
      tokensOut: z.int(),
      isEstimated: z.boolean(),
    }),
  },
  'DELETE /api/adviser': {
    who: 'member',
    says: 'Forget the address and the key. What was asked and what it cost stays on record.',
    answer: nothing,
  },
} as const satisfies Record<string, Route>
