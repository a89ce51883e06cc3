import { z } from 'zod'
import { holdReasonMax, retentionDaysMax, retentionDaysMin } from '#domain/retention.ts'
import { at } from './basic-shapes.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'

const days = z.int().min(retentionDaysMin).max(retentionDaysMax).nullable()
/** Null is until somebody removes it. */
const periods = z.object({ unansweredDays: days, answeredDays: days })
const counts = z.object({ conversations: z.int(), messages: z.int() })

/** How long what was said is kept. */
export const retentionRoutes = {
  'GET /api/retention': {
    who: 'member',
    says: 'How many days is kept what nobody answered and what was answered, from the last that happened in a conversation; how many conversations are kept whatever their age; and what was erased last.',
    answer: periods.extend({
      held: z.int(),
      /** When it was last looked for what is older. */
      lookedAt: at.nullable(),
      /** The last day on which something was. */
      lastErasing: counts.extend({ authors: z.int(), lookedAt: at }).nullable(),
    }),
  },
  'POST /api/retention/try': {
    who: 'member',
    says: 'How many conversations and messages these periods would erase at once. Nothing is kept, nothing is erased.',
    body: periods,
    answer: counts,
  },
  'PUT /api/retention': {
    who: 'member',
    says: 'Other periods. Where they erase something at once, only with the name of the workspace: nothing brings it back. Answers how much goes.',
    body: periods.extend({ workspaceName: z.string().max(200).default('') }),
    answer: counts,
  },
  'PUT /api/conversations/{id}/hold': {
    who: 'member',
    says: 'Keep this conversation whatever its age, until that day; without one, until somebody says otherwise.',
    params: byId,
    body: z.object({
      reason: z.string().trim().min(1).max(holdReasonMax),
      until: z.iso.datetime({ offset: true }).nullable().default(null),
    }),
    answer: nothing,
  },
  'DELETE /api/conversations/{id}/hold': {
    who: 'member',
    says: 'It goes after its time as all others.',
    params: byId,
    answer: nothing,
  },
} as const satisfies Record<string, Route>
