/** 6:12, −3:10, 3:10 h, 2 d. Under an hour it counts seconds; longer ago than a day it counts days. */
export function timeLeft(leftMs: number, hourSign: string): string {
  const sign = leftMs < 0 ? '−' : ''
  const seconds = Math.floor(Math.abs(leftMs) / 1_000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return `${sign}${Math.floor(hours / 24)} d`
  if (hours >= 1) return `${sign}${hours}:${pad(minutes % 60)} ${hourSign}`
  return `${sign}${minutes}:${pad(seconds % 60)}`
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
