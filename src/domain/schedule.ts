/** An answer may wait for its moment for so long: what is said later than this is said about another world. */
export const scheduleDaysMax = 90
/** Nearer than this it goes out at once. */
export const scheduleMsLeast = 60_000

/** Does it leave after what was promised? Said to whoever chooses the moment; nothing is refused for it. */
export function breaksPromise(sendAt: Date, dueAt: Date | null): boolean {
  return dueAt !== null && sendAt > dueAt
}
