import { z } from 'zod'
import { byId, changed, nothing, version } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

const wordsMax = 400

/** Noise: said, taught, and taken back. */
export const noiseRoutes = {
  'POST /api/conversations/{id}/noise': {
    who: 'member',
    says: 'This is `noise`, this is `work`, or what was said last is `taken_back`. It holds at once, and teaches.',
    params: byId,
    body: z.object({ said: z.enum(['noise', 'work', 'taken_back']), version: version.optional() }),
    answer: changed,
    isOnce: true,
  },
  'GET /api/noise': {
    who: 'member',
    says: 'What was taught about noise, and the words that tell the namesakes of a topic from it.',
    answer: shape.noiseTaughtShape,
  },
  'POST /api/noise/words': {
    who: 'member',
    says: 'Words that only a namesake of the topic is found with. One of them in a message makes it noise.',
    body: z.object({ topicId: shape.id, words: z.string().trim().min(1).max(wordsMax) }),
    answer: z.object({ id: shape.id }),
  },
  'DELETE /api/noise/{id}': {
    who: 'member',
    says: 'It teaches no more. What was sorted by it stays where it is.',
    params: byId,
    answer: nothing,
  },
} as const satisfies Record<string, Route>
