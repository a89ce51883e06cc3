import type { Clock } from '#base/clock.ts'

/**
 * Time that moves only when told. Events fire in the order of their moment; whoever steps it lets all promises settle
 * in between (`await` a turn of the event loop), so that a run is the same every time.
 */
export type VirtualTime = {
  nowMs(): number
  at(delayMs: number, work: () => void): void
  /** Fires the next event. False: there is none. */
  step(): boolean
  clock(options?: { skewMs?: number; isAlive?: () => boolean }): Clock
}

type Event = { atMs: number; order: number; work: () => void }

export function virtualTime(startMs = Date.UTC(2026, 0, 5, 9)): VirtualTime {
  const heap: Event[] = []
  let nowMs = startMs
  let order = 0
  const time: VirtualTime = {
    nowMs: () => nowMs,
    at(delayMs, work) {
      order += 1
      push(heap, { atMs: nowMs + Math.max(0, delayMs), order, work })
    },
    step() {
      const next = pop(heap)
      if (!next) return false
      nowMs = next.atMs
      next.work()
      return true
    },
    clock: ({ skewMs = 0, isAlive = () => true } = {}) => ({
      now: () => new Date(nowMs + skewMs),
      sleep: (delayMs, signal) =>
        new Promise((resolve) => {
          // A dead process never goes on.
          const finish = (): void => (isAlive() ? resolve() : undefined)
          if (signal?.aborted) return finish()
          time.at(delayMs, finish)
          signal?.addEventListener('abort', finish, { once: true })
        }),
    }),
  }
  return time
}

function isBefore(one: Event, other: Event): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order)
}

function push(heap: Event[], event: Event): void {
  let at = heap.push(event) - 1
  while (at > 0) {
    const up = (at - 1) >> 1
    const parent = heap[up] as Event
    if (!isBefore(event, parent)) break
    heap[at] = parent
    at = up
  }
  heap[at] = event
}

function pop(heap: Event[]): Event | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (!top || !last || heap.length === 0) return top
  let at = 0
  for (;;) {
    let down = 2 * at + 1
    const left = heap[down]
    if (!left) break
    const right = heap[down + 1]
    if (right && isBefore(right, left)) down += 1
    const child = heap[down] as Event
    if (!isBefore(child, last)) break
    heap[at] = child
    at = down
  }
  heap[at] = last
  return top
}
