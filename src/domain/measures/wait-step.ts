/**
 * How long somebody waited, as it is kept in figures: to the minute within an hour, then in steps of 5 minutes (to 4 hours), a quarter of an hour (to a day), 2
 * hours (to a week) and a day; from thirty days on it is one step. The step is called by where it begins. `wait_step` in the database is the same.
 */
export function waitStep(minutes: number): number {
  return waitSteps[waitStepAt(minutes)] ?? waitMost
}

/** Which of `waitSteps` it is. */
export function waitStepAt(minutes: number): number {
  if (minutes <= 0) return 0
  for (const { from, until, size, first } of parts)
    if (minutes < until) return first + Math.floor((minutes - from) / size)
  return waitSteps.length - 1
}

const waitMost = 43_200
const parts = [
  { from: 0, until: 60, size: 1, first: 0 },
  { from: 60, until: 240, size: 5, first: 60 },
  { from: 240, until: 1_440, size: 15, first: 96 },
  { from: 1_440, until: 10_080, size: 120, first: 176 },
  { from: 10_080, until: waitMost, size: 1_440, first: 248 },
]

/** Where each step begins, from short to long. */
export const waitSteps: readonly number[] = [
  ...parts.flatMap(({ from, until, size }) => Array.from({ length: (until - from) / size }, (_, i) => from + i * size)),
  waitMost,
]
