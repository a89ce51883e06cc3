import type { Measure } from '#domain/measures/measure.ts'

/**
 * How strong something that is not known here would have to be to make the figure: it would have to make both being answered and doing better so many times as likely.
 * `all` explains the figure away, `bound` only its nearer end (the E-value of VanderWeele and Ding 2017). 1 is that nothing is needed.
 */
export type Hidden = { all: number; bound: number }

/** From a difference in standard deviations to a ratio of risks (Chinn 2000). */
const toRisk = 0.91

export function whatCouldHide({ value, low, high }: Measure, spread: number): Hidden | null {
  if (value === null || low === null || high === null || spread === 0) return null
  const nearest = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high))
  return { all: eValue(Math.abs(value) / spread), bound: eValue(nearest / spread) }
}

function eValue(difference: number): number {
  const risk = Math.exp(toRisk * difference)
  return risk + Math.sqrt(risk * (risk - 1))
}
