import type { Clock } from '#base/clock.ts'

/** The clock of a story that is told in one go: it stands where the story is. Nobody sleeps in it; a time-out never comes. */
export type StoryClock = Clock & { goTo: (at: Date) => void }

export function openStoryClock(start: Date): StoryClock {
  let now = start
  return {
    now: () => now,
    goTo: (at) => {
      now = at
    },
    sleep: (_delayMs, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) resolve()
        else signal?.addEventListener('abort', () => resolve(), { once: true })
      }),
  }
}
