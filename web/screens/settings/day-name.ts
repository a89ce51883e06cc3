import { useFmt } from '#web/parts/fmt.ts'

/** A day of the calendar in words: "Fri 25 Dec 2026". It is a day, not a moment, and so the same in every time zone. */
export function useDayName(): (date: string) => string {
  const { locale } = useFmt()
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (date) => format.format(new Date(`${date}T00:00:00Z`)).replace(',', '')
}

/** Monday to Sunday, in the reader's language. */
export function useWeekdays(): string[] {
  const { locale } = useFmt()
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)))
}
