/** A moment as the field of a day shows it: the day it falls on here. */
export function dayOf(moment: string | null): string {
  if (moment === null) return ''
  const at = new Date(moment)
  const two = (part: number) => `${part}`.padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The end of that day here; null where none was chosen. */
export function endOfDay(day: string): string | null {
  const end = new Date(`${day}T23:59:59`)
  return day === '' || Number.isNaN(end.getTime()) ? null : end.toISOString()
}
