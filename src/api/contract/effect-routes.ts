import { z } from 'zod'
import { effectMeasureShape } from './effect-shapes.ts'
import type { Route } from './route.ts'

const moment = z.iso.datetime({ offset: true })

/** What was seen after our answers, as figures. */
export const effectRoutes = {
  'GET /api/measures/effects': {
    who: 'member',
    says: 'What was seen after answers that left between two moments, counted by period (in the time zone of the opening hours), department, network and the strategy the policy advised. Rows add up. It says what came after an answer, not what came of it.',
    query: z.object({ from: moment, until: moment, period: z.enum(['day', 'week', 'month']).default('month') }),
    answer: z.object({ rows: z.array(effectMeasureShape) }),
  },
} as const satisfies Record<string, Route>
