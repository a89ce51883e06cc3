import { z } from 'zod'
import { mailLevels, noticeKinds, noticeLevels } from '#domain/notice.ts'
import { isTimeZone } from '#domain/opening-hours.ts'
import type { Route } from './route.ts'

const levels = z.record(z.enum(noticeKinds), z.enum(noticeLevels))
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u)
export const timeZone = z.string().max(64).refine(isTimeZone)

export const noticeSettingsShape = z.object({
  levels,
  /** Times of the clock in `timeZone`; null is no quiet hours. */
  quiet: z.object({ from: clockTime, to: clockTime }).nullable(),
  timeZone,
  isPageHeard: z.boolean(),
  mailFrom: z.enum(mailLevels),
  showsText: z.boolean(),
  hasDigest: z.boolean(),
})

/** How I want to be told. */
export const notifyRoutes = {
  'GET /api/notices/settings': {
    who: 'member',
    says: 'How I want to be told: how loudly of what, my quiet hours, e-mail.',
    answer: noticeSettingsShape,
  },
  'PATCH /api/notices/settings': {
    who: 'member',
    says: 'Changes how I want to be told. Of the levels, only those named change.',
    body: noticeSettingsShape
      .partial()
      .extend({ levels: z.partialRecord(z.enum(noticeKinds), z.enum(noticeLevels)).optional() }),
    answer: noticeSettingsShape,
  },
} as const satisfies Record<string, Route>
