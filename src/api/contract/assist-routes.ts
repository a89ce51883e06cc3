import { z } from 'zod'
import { assistInputSchema, assistServerSchema } from '#domain/assist/assist-input.ts'
import { assistShows } from '#domain/assist/assist-task.ts'
import { assistAskShape, assistShape, previewShape } from './assist-shapes.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'

/** Help of a language model for whoever writes. What it says comes as a stream: `POST /api/conversations/{id}/suggestion`. */
export const assistRoutes = {
  'GET /api/assist': {
    who: 'member',
    says: 'Which model helps, with what and whom, what it cost this month, and the newest of the record; null when nothing was ever filled in.',
    answer: z.object({ assist: assistShape.nullable() }),
  },
  'PUT /api/assist': {
    who: 'member',
    says: 'Fill in, turn on or turn off. A key that is left out stays as it is.',
    body: assistInputSchema,
    answer: z.object({ assist: assistShape.nullable() }),
  },
  'DELETE /api/assist': {
    who: 'member',
    says: 'Forget the address and the key. What was asked and what it cost stays on record.',
    answer: nothing,
  },
  'POST /api/assist/models': {
    who: 'member',
    says: 'The models that a server offers, by name, with what is filled in and not saved.',
    body: assistServerSchema,
    answer: z.object({ models: z.array(z.string()) }),
  },
  'POST /api/assist/try': {
    who: 'member',
    says: 'Ask for one sentence, with what is filled in and not saved. Nothing of anybody leaves.',
    body: assistServerSchema.extend({ model: z.string().trim().min(1).max(200) }),
    answer: z.object({ model: z.string(), text: z.string() }),
  },
  'PUT /api/me/assist': {
    who: 'member',
    says: 'Whether I am shown what leaves each time, or only before my first question in a conversation.',
    body: z.object({ shows: z.enum(assistShows) }),
    answer: nothing,
  },
  'POST /api/conversations/{id}/assist-preview': {
    who: 'member',
    says: 'Exactly what would leave, with everything of one person hidden. Nothing leaves.',
    params: byId,
    body: assistAskShape,
    answer: previewShape,
  },
  'POST /api/assist-uses/{id}/accept': {
    who: 'member',
    says: 'I took it into my draft: the answer that comes of it says that a model helped.',
    params: byId,
    body: nothing,
    answer: nothing,
  },
} as const satisfies Record<string, Route>
