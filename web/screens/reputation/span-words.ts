import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ReportSpan } from '#domain/saved-report.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { momentOf } from './use-report.ts'

/** Of which days a report is, as one says it. */
export function useSpanWords(): (span: ReportSpan) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  return (span) => {
    switch (span.kind) {
      case 'days':
        return plural(span.days, { one: 'Last day', other: 'Last # days' })
      case 'week':
        return t`Last week`
      case 'month':
        return t`Last month`
      case 'fixed': {
        const [from, to] = [fmt.day(momentOf(span.from)), fmt.day(momentOf(span.to))]
        return t`${from} to ${to}`
      }
    }
  }
}
