import { useLingui } from '@lingui/react/macro'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { momentOf } from './use-report.ts'

/** Of which days the figures are, and what they are held against. */
export function PeriodLine({ period }: Pick<ReputationView, 'period'>) {
  const { t } = useLingui()
  const fmt = useFmt()
  const day = (one: string) => fmt.day(momentOf(one))
  const [from, to] = [day(period.from), day(period.to)]
  const [beforeFrom, beforeTo] = [day(period.before.from), day(period.before.to)]
  return (
    <>
      <b className="font-semibold text-ink">{from === to ? from : t`${from} to ${to}`}</b>,{' '}
      {beforeFrom === beforeTo ? t`held against ${beforeFrom}.` : t`held against ${beforeFrom} to ${beforeTo}.`}
    </>
  )
}
