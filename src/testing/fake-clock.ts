import type { Clock } from '#base/clock.ts'

/** Time that stands still until somebody sleeps or moves it on: sleeping takes no time, and moves it by as much. */
export type FakeClock = Clock & { advance: (byMs: number) => void; sleptMs: () => number }

export function openFakeClock(start = '2026-05-04T09:00:00.000Z'): FakeClock {
  let nowMs = Date.parse(start)
  let sleptMs = 0
  return {
    now: () => new Date(nowMs),
    advance: (byMs) => {
      nowMs += byMs
    },
    sleptMs: () => sleptMs,
    sleep: async (delayMs, signal) => {
      // A turn of the event loop, so that a loop around a sleep does not starve the test that wants to stop it.
      await new Promise((resolve) => setImmediate(resolve))
      if (signal?.aborted) return
      nowMs += delayMs
      sleptMs += delayMs
    },
  }
}
