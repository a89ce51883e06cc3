/**
 * How long somebody waited, as it is kept in figures: to the minute within an hour, then in steps of 5 minutes (to 4 hours), a quarter of an hour (to a day), 2
 * hours (to a week) and a day; from thirty days on it is one step. The step is called by where it begins. `wait_step` in the database is the same.
 */
export function waitStep(minutes: number): number {
  if (minutes <= 0) return 0
  const step = steps.find(({ until }) => minutes < until)
  return step ? Math.floor(minutes / step.size) * step.size : waitMost
}

const steps = [
  { until: 60, size: 1 },
  { until: 240, size: 5 },
  { until: 1_440, size: 15 },
  { until: 10_080, size: 120 },
  { until: 43_200, size: 1_440 },
]
const waitMost = 43_200
