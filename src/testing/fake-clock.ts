import type { Clock } from '#base/clock.ts'

/** Time that stands still until a test moves it. Sleepers wake in order of their hour. */
export type FakeClock = Clock & { advance(byMs: number): Promise<void>; set(at: Date): void }

export function fakeClock(start = new Date('2026-11-23T09:00:00Z')): FakeClock {
  let nowMs = start.getTime()
  let sleepers: { atMs: number; wake: () => void }[] = []
  const wakeDue = () => {
    const due = sleepers.filter((one) => one.atMs <= nowMs).toSorted((a, b) => a.atMs - b.atMs)
    sleepers = sleepers.filter((one) => one.atMs > nowMs)
    for (const one of due) one.wake()
  }
  return {
    now: () => new Date(nowMs),
    sleep: (delayMs, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const one = { atMs: nowMs + delayMs, wake: resolve }
        sleepers.push(one)
        signal?.addEventListener('abort', () => resolve(), { once: true })
      }),
    async advance(byMs) {
      nowMs += byMs
      wakeDue()
      await new Promise((resolve) => setImmediate(resolve))
    },
    set(at) {
      nowMs = at.getTime()
      wakeDue()
    },
  }
}
