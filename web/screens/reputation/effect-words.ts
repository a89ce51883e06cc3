import { useLingui } from '@lingui/react/macro'
import type { MeasureView } from '#api/contract/report-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'

/** Differences of shares, in points of a hundred. */
export function usePoints() {
  const { t } = useLingui()
  const fmt = useFmt()
  const points = (share: number): string => {
    const whole = Math.round(share * 100)
    return `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${fmt.int(Math.abs(whole))}`
  }
  const span = ({ low, high, sample, isTooFew }: MeasureView): string => {
    if (isTooFew || low === null || high === null) return t`only ${fmt.int(sample)}: too few`
    return t`${points(low)} to ${points(high)}`
  }
  return { points, span }
}
