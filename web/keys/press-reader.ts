import { isBeginning } from './press.ts'

/** Between two presses of one row. */
export const pauseMaxMs = 1_000

/**
 * Reads presses one after the other and says what they reach. What begins a row waits for the next press; what leads nowhere
 * counts by itself.
 */
export function createPressReader(): (
  press: string,
  reach: ReadonlyMap<string, unknown>,
  nowMs: number,
) => string | undefined {
  let begun = ''
  let until = 0
  return (press, reach, nowMs) => {
    const row = begun && nowMs < until ? `${begun} ${press}` : press
    begun = ''
    if (reach.has(row)) return row
    for (const start of new Set([row, press])) {
      if (reach.has(start)) return start
      if (![...reach.keys()].some((keys) => isBeginning(start, keys))) continue
      begun = start
      until = nowMs + pauseMaxMs
      return undefined
    }
    return undefined
  }
}
