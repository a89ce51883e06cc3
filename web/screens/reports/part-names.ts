import { useLingui } from '@lingui/react/macro'
import type { ReportPart } from '#domain/saved-report.ts'

/** What the parts of a report are called. */
export function usePartNames(): Record<ReportPart, string> {
  const { t } = useLingui()
  return {
    ...{ summary: t`In one sentence, and the course of the score`, figures: t`Key figures` },
    ...{ drivers: t`What moved the score`, tone: t`Messages a day, by tone`, speed: t`How fast we answer` },
    ...{ answers: t`How we answer`, effect: t`What answering does`, works_where: t`Which answer works where` },
    ...{ topics: t`Topics`, voices: t`Share of voice`, fairness: t`Who waits how long` },
    ...{ costs: t`What it costs`, happenings: t`What happened` },
  }
}
