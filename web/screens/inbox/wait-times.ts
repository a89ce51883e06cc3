/** Moments one would say in words, in the reader's own time zone. */
export type WaitChoice = { id: 'hour' | 'threeHours' | 'tomorrow' | 'monday' | 'week'; until: Date }

const hourMs = 3_600_000
const openingHour = 9

export function waitChoices(now: Date): WaitChoice[] {
  const choices: WaitChoice[] = [
    { id: 'hour', until: roundUp(new Date(now.getTime() + hourMs)) },
    { id: 'threeHours', until: roundUp(new Date(now.getTime() + 3 * hourMs)) },
    { id: 'tomorrow', until: morning(now, 1) },
    { id: 'monday', until: morning(now, daysToMonday(now)) },
    { id: 'week', until: morning(now, 7) },
  ]
  // On a Sunday "tomorrow" is Monday, on a Monday "in a week" is: the same moment is offered once.
  return choices.filter(
    (choice, at) => choices.findIndex((one) => one.until.getTime() === choice.until.getTime()) === at,
  )
}

function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, openingHour)
}

function daysToMonday(now: Date): number {
  return (8 - now.getDay()) % 7 || 7
}

/** To the next five minutes: nobody says 14.07. */
function roundUp(at: Date): Date {
  const stepMs = 300_000
  return new Date(Math.ceil(at.getTime() / stepMs) * stepMs)
}

/** What a `datetime-local` field holds. */
export function localMinute(at: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`
}

/** The moment in such a field, when it lies ahead. */
export function readLocalMinute(value: string, now: Date): Date | undefined {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) || at <= now ? undefined : at
}
