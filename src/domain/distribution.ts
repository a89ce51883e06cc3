/** `free`: whoever is there takes it. `in_turn`: it is given to who has least, and of those to who waits longest. */
export const distributions = ['free', 'in_turn'] as const
export type Distribution = (typeof distributions)[number]

export const capacityMax = 10_000

/** Somebody who may be given work of a department: what they have open, at most how much, and when they were last given any. */
export type Hand = { memberId: string; open: number; capacity: number | null; turn: number }

/** Whose turn it is; undefined when everybody has as much as they can. */
export function nextHand<T extends Hand>(hands: readonly T[]): T | undefined {
  const free = hands.filter(({ open, capacity }) => capacity === null || open < capacity)
  return free.toSorted((a, b) => a.open - b.open || a.turn - b.turn || (a.memberId < b.memberId ? -1 : 1))[0]
}
