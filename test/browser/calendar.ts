import { Temporal } from 'temporal-polyfill'
import { visitorTimeZone } from './browser.ts'

/** The calendar of whoever looks, and not of the machine that runs the tests: late in the evening they differ by a day. */
const today = (): Temporal.PlainDate => Temporal.Now.plainDateISO(visitorTimeZone)

/** `YYYY-MM-DD`, so many days ago. */
export function dayBack(days: number): string {
  return today().subtract({ days }).toString()
}

/** `YYYY-MM`. */
export function lastMonth(): string {
  return today().toPlainYearMonth().subtract({ months: 1 }).toString()
}

/** The days that are reported by default, as the pages ask for them. */
export function lastDays(): { from: string; to: string } {
  return { from: dayBack(27), to: dayBack(0) }
}
