import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

/** The demo company: two firms that do not exist, to look around in. Nothing of it leaves the machine. */
export const demoRoutes = {
  'GET /api/demo': {
    who: 'user',
    says: 'Is there a demo company, and how far is it told?',
    answer: z.object({
      state: z.enum(['absent', 'filling', 'standing']),
      /** While it is being filled: so many of so many things have happened. */
      told: z.int(),
      of: z.int(),
      mayRemove: z.boolean(),
    }),
  },
  'POST /api/demo': {
    who: 'user',
    says: 'Go to the demo company; it is set up first when there is none. Answers when it stands.',
    body: nothing,
    answer: shape.sessionShape,
  },
  'DELETE /api/demo': {
    who: 'user',
    says: 'Remove the demo company with all that is in it, for everybody. Only an owner of it may.',
    answer: shape.sessionShape,
  },
} as const satisfies Record<string, Route>
