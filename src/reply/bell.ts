import type { Clock } from '#base/clock.ts'

/** Wakes a sleeper early. A ring while nobody sleeps is remembered, so that none is lost. */
export type Bell = { ring(): void; wait(delayMs: number, signal: AbortSignal): Promise<void> }

export function bellOn(clock: Clock): Bell {
  let alarm = new AbortController()
  // A reason of our own spares the making of an error, with its stack, at every ring.
  const ring = (): void => alarm.abort('rung')
  return {
    ring,
    async wait(delayMs, signal) {
      signal.addEventListener('abort', ring, { once: true })
      if (!signal.aborted) await clock.sleep(delayMs, alarm.signal)
      signal.removeEventListener('abort', ring)
      alarm = new AbortController()
    },
  }
}
