import { z } from 'zod'
import type { Route } from './route.ts'
import { silenceReportShape } from './silence-shapes.ts'

const moment = z.iso.datetime({ offset: true })

/** Deliberately no answer. Deciding it is part of closing; its reasons are settings of the workspace. */
export const silenceRoutes = {
  'GET /api/silences/report': {
    who: 'member',
    says: 'How many conversations were closed between two moments, how many of them deliberately without an answer, by reason, and what came of those since. The first moment is in it, the last is not.',
    query: z.object({ from: moment, until: moment }),
    answer: silenceReportShape,
  },
} as const satisfies Record<string, Route>
