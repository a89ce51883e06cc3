import { useLingui } from '@lingui/react/macro'
import type { ReportPlanView } from '#api/contract/saved-report-shapes.ts'

export function useToneNames(): Record<NonNullable<ReportPlanView['tone']>, string> {
  const { t } = useLingui()
  return {
    ...{ negative: t`negative`, neutral: t`neutral`, mixed: t`mixed`, positive: t`positive` },
    unsure: t`not assessed`,
  }
}
