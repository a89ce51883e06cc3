import type { AlertSeen } from '#domain/alert.ts'

/** Why it is told, in one sentence of figures; what it is about stands beside it. */
export function whyWords({ windowMinutes, people, expected, all, usualShare }: AlertSeen): { en: string; nl: string } {
  const times = people / Math.max(expected, 0.01)
  const share = Math.round((100 * people) / Math.max(1, all))
  const usual = Math.round(100 * usualShare)
  const en = (figure: number, digits: number) => figure.toLocaleString('en', { maximumFractionDigits: digits })
  const nl = (figure: number, digits: number) => figure.toLocaleString('nl', { maximumFractionDigits: digits })
  const digitsOf = (figure: number) => (figure < 10 ? 1 : 0)
  return {
    en: `${people} people wrote something grave in ${spanOf(windowMinutes).en}, where ${en(expected, digitsOf(expected))} are usual at this hour: ${en(times, digitsOf(times))} times as many. ${share} % of all who wrote; ${usual} % is usual.`,
    nl: `${people} mensen schreven iets ernstigs in ${spanOf(windowMinutes).nl}, waar er op dit uur ${nl(expected, digitsOf(expected))} gewoon zijn: ${nl(times, digitsOf(times))} keer zoveel. ${share} % van iedereen die schreef; ${usual} % is gewoon.`,
  }
}

function spanOf(minutes: number): { en: string; nl: string } {
  if (minutes < 60) return { en: `${minutes} minutes`, nl: `${minutes} minuten` }
  const hours = minutes / 60
  if (hours === 1) return { en: 'an hour', nl: 'een uur' }
  return { en: `${hours} hours`, nl: `${hours} uur` }
}
