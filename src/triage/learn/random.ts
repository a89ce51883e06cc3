/** Chance that is the same on every run and machine: mulberry32 (Tommy Ettinger, public domain). */
export type Random = { next: () => number; pick: <T>(from: readonly T[]) => T; shuffle: (places: Uint32Array) => void }

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
    shuffle: (places) => {
      for (let at = places.length - 1; at > 0; at -= 1) {
        const other = Math.floor(next() * (at + 1))
        const kept = places[at] as number
        places[at] = places[other] as number
        places[other] = kept
      }
    },
  }
}

/** A number from a text, for a seed of its own. */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
