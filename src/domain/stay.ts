/** A conversation at a department. Moments in milliseconds; the last stay has no end yet. */
export type Stay = { departmentId: string | null; from: number; until: number | null }

/** How much of a wait each department had it, in milliseconds, longest first; `null` is the time at none. */
export type DepartmentShare = { departmentId: string | null; ms: number }

/**
 * What a wait from `from` to `until` was made of. Before the first stay it was at no department. The shares add up to the wait: handing over
 * moves time from one department to another and makes none.
 */
export function sharesOf(stays: readonly Stay[], { from, until }: { from: number; until: number }): DepartmentShare[] {
  const sums = new Map<string | null, number>()
  const add = (departmentId: string | null, ms: number): void => {
    if (ms > 0) sums.set(departmentId, (sums.get(departmentId) ?? 0) + ms)
  }
  const inOrder = stays.toSorted((a, b) => a.from - b.from)
  let at = from
  for (const stay of inOrder) {
    const begin = clip(stay.from, at, until)
    const end = clip(stay.until ?? until, begin, until)
    add(null, begin - at)
    add(stay.departmentId, end - begin)
    at = end
  }
  add(null, until - at)
  return [...sums].map(([departmentId, ms]) => ({ departmentId, ms })).toSorted((a, b) => b.ms - a.ms)
}

function clip(at: number, least: number, most: number): number {
  return Math.min(Math.max(at, least), Math.max(least, most))
}

/**
 * How often a conversation came back to a department that had given it away, were it to go to `next` now; 0 when `next` never had it. Once
 * happens. Twice, and two departments hand each other what nobody takes.
 */
export function returnsWith(stays: readonly Pick<Stay, 'departmentId' | 'from'>[], next: string): number {
  const before = new Set<string>()
  let returns = 0
  let last: string | undefined
  const inOrder = stays.toSorted((a, b) => a.from - b.from).flatMap(({ departmentId }) => departmentId ?? [])
  for (const departmentId of inOrder) {
    if (departmentId === last) continue
    if (before.has(departmentId)) returns += 1
    before.add(departmentId)
    last = departmentId
  }
  return before.has(next) && next !== last ? returns + 1 : 0
}
