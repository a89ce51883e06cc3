import { z } from 'zod'
import { alertLimits } from './alert.ts'

const moment = z.iso.datetime({ offset: true })

/** How much more is expected while nobody said how large it will be. */
export const peakTimesUsual = 5

/** A campaign, a launch, a strike that was announced: more will be said, and that is no news. What is far more than that still is. */
export const expectedPeakInputSchema = z.object({
  name: z.string().trim().min(1).max(alertLimits.peakName),
  startsAt: moment,
  endsAt: moment,
  /** None: whatever is said of us. */
  topicIds: z.array(z.uuid()).max(alertLimits.topics).default([]),
  /** Times what is usual; null where nobody knows. */
  times: z.number().min(1).max(alertLimits.peakTimesMax).nullable().default(null),
})
export type ExpectedPeakInput = z.output<typeof expectedPeakInputSchema>
