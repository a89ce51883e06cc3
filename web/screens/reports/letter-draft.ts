import type { LetterPlanView, SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { type LetterRhythm, lettersMax } from '#domain/saved-report.ts'

/** When a report leaves and for whom, while it is filled in. */
export type LetterDraft = Omit<LetterPlanView, 'addresses'> & { isOn: boolean; addresses: string }

const usualLinkDays = 30
/** Monday of a week, or the first of a month. */
const firstDay = 1
const weekDays = 7

export function letterDraft(letters: SavedReportView['letters'], lang: 'en' | 'nl'): LetterDraft {
  if (letters) {
    const { rhythm, onDay, hour, addresses, linkDays, hasPdf } = letters
    return { isOn: true, rhythm, onDay, hour, lang: letters.lang, linkDays, hasPdf, addresses: addresses.join('\n') }
  }
  return {
    ...{ isOn: false, rhythm: 'week', onDay: firstDay, hour: '08:00', addresses: '' },
    ...{ lang, linkDays: usualLinkDays, hasPdf: true },
  }
}

/** One a line; a comma or semicolon does as well, as mail programs copy them. Each once, whatever its capitals. */
export function addressesIn(text: string): string[] {
  const all = text
    .split(/[\n,;]+/u)
    .map((one) => one.trim())
    .filter(Boolean)
  return all.filter((one, at) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at)
}

/** What cannot be an address, as it was written. */
export function notAddresses(addresses: readonly string[]): string[] {
  return addresses.filter((one) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(one))
}

export function isTooMany(addresses: readonly string[]): boolean {
  return addresses.length > lettersMax
}

/** A week has no day 28. */
export function dayIn(rhythm: LetterRhythm, onDay: number): number {
  return rhythm === 'week' && onDay > weekDays ? firstDay : onDay
}

export function letterPlanOf({ isOn, addresses, ...plan }: LetterDraft): LetterPlanView | null {
  return isOn ? { ...plan, onDay: dayIn(plan.rhythm, plan.onDay), addresses: addressesIn(addresses) } : null
}
