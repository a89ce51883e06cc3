import { useLingui } from '@lingui/react/macro'
import type { MeasureView } from '#api/contract/report-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'

const hourMinutes = 60
const dayMinutes = 1_440

/** Figures as a reader writes them, and their doubt in words. */
export function useMeasureWords() {
  const { t } = useLingui()
  const fmt = useFmt()
  const minutes = (value: number): string => {
    if (value < 2 * hourMinutes) return t`${fmt.int(value)} min`
    if (value < 2 * dayMinutes) return t`${fmt.decimal(value / hourMinutes)} hours`
    return t`${fmt.decimal(value / dayMinutes)} days`
  }
  const signed = (value: number): string =>
    `${toTenth(value) > 0 ? '+' : toTenth(value) < 0 ? '−' : ''}${fmt.decimal(tenths(value))}`
  const doubt = (measure: MeasureView, write: (value: number) => string): string => {
    if (measure.value === null || measure.low === null || measure.high === null) return t`nothing to count yet`
    if (measure.isTooFew) return t`only ${fmt.int(measure.sample)}: too few to lean on`
    return t`between ${write(measure.low)} and ${write(measure.high)}, of ${fmt.int(measure.sample)}`
  }
  return { minutes, signed, tenths, doubt }
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** How much it is as it is written, whichever way: by it goes whether a sentence says “point” or “points”. */
function tenths(value: number): number {
  return Math.abs(toTenth(value))
}
