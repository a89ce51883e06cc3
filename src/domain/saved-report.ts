import { minuteIn, momentIn } from './zoned-minute.ts'

/** The parts of a report, in the order in which they stand on the screen. */
export const reportParts = [
  'summary',
  'figures',
  'drivers',
  'tone',
  'speed',
  'answers',
  'effect',
  'works_where',
  'topics',
  'voices',
  'fairness',
  'costs',
  'happenings',
] as const
export type ReportPart = (typeof reportParts)[number]

/** Of which days: the last so many, the whole week (from Monday) or month that is over, or always the same ones. */
export type ReportSpan =
  | { kind: 'days'; days: number }
  | { kind: 'week' }
  | { kind: 'month' }
  | { kind: 'fixed'; from: string; to: string }

export const spanDaysChoices = [7, 28, 90, 365] as const
/** Of how many days a report is at most: a year, also one that has a 29 February. */
export const reportDaysMax = 366

/** When a report leaves by itself: each week on a day (1 is Monday), or each month on a day that every month has. */
export const letterRhythms = ['week', 'month'] as const
export type LetterRhythm = (typeof letterRhythms)[number]
export const monthDayMax = 28
export const lettersMax = 20

/** How long a link shows a report to whoever has it. Days. */
export const shareDaysChoices = [1, 7, 30, 90] as const
export const shareDaysMax = 90
export const sharesMax = 50

/** The days that a span means on a day (`2026-11-30`), both in it. */
export function daysOfSpan(span: ReportSpan, today: string): { from: string; to: string } {
  switch (span.kind) {
    case 'fixed':
      return { from: span.from, to: span.to }
    case 'days':
      return { from: moved(today, 1 - span.days), to: today }
    case 'week': {
      const monday = moved(today, -weekdayOf(today))
      return { from: moved(monday, -7), to: moved(monday, -1) }
    }
    case 'month': {
      const last = moved(`${today.slice(0, monthLength)}-01`, -1)
      return { from: `${last.slice(0, monthLength)}-01`, to: last }
    }
  }
}

type LetterMoment = { rhythm: LetterRhythm; onDay: number; hour: string }
/** From any day the next one of a rhythm is at most so far. */
const daysAhead = 32

/** The first moment after this one at which a report leaves, by the clock of that place. */
export function nextLetterAt(
  { rhythm, onDay, hour }: LetterMoment,
  { after, zone }: { after: Date; zone: string },
): Date {
  const today = minuteIn(zone, after).slice(0, dayLength)
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = moved(today, ahead)
    const isDay = rhythm === 'week' ? weekdayOf(day) + 1 === onDay : Number(day.slice(-2)) === onDay
    const at = isDay ? momentIn(zone, `${day}T${hour}`) : undefined
    if (at && at > after) return at
  }
  throw new Error(`No ${rhythm} has a day ${onDay}.`)
}

const dayLength = 'YYYY-MM-DD'.length
const monthLength = 'YYYY-MM'.length
const dayMs = 86_400_000

function moved(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, dayLength)
}

/** 0 is Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The file of a report on paper. */
export function reportFileName(name: string, { from, to }: { from: string; to: string }): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
  return `${plain.slice(0, 60) || 'report'}-${from}-${to}.pdf`
}
