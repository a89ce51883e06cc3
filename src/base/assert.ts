/** Our own bugs. A failed claim stops the job at hand, never the process. */
export class AssertionFailed extends Error {
  override name = 'AssertionFailed'
}

export function assert(claim: unknown, what: string): asserts claim {
  if (!claim) throw new AssertionFailed(what)
}

/** The value, or a failed claim where it is null or undefined. */
export function present<T>(value: T | null | undefined, what: string): T {
  assert(value !== null && value !== undefined, what)
  return value
}

/** For the end of a switch over a union: a new kind becomes a compile error. */
export function never(value: never): never {
  throw new AssertionFailed(`unexpected ${JSON.stringify(value)}`)
}
