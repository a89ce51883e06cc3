import { useLingui } from '@lingui/react/macro'
import type { LetterPlanView } from '#api/contract/saved-report-shapes.ts'
import { useWeekdays } from '#web/screens/settings/day-name.ts'

/** When a report leaves by itself, as one says it. */
export function useLetterWords(): (letters: Pick<LetterPlanView, 'rhythm' | 'onDay' | 'hour'>) => string {
  const { t } = useLingui()
  const weekdays = useWeekdays()
  return ({ rhythm, onDay, hour }) => {
    const weekday = weekdays[onDay - 1] ?? ''
    return rhythm === 'week' ? t`each ${weekday} at ${hour}` : t`each month on day ${onDay} at ${hour}`
  }
}
