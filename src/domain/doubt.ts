/** Between which two numbers the truth lies, in 95 of 100 such cases. */
export type Bounds = { low: number; high: number }

const z = 1.96

/** A share of which `of` were looked at and `count` were so: Wilson's interval, which holds for few and for none. */
export function shareBounds(count: number, of: number): Bounds {
  if (of === 0) return { low: 0, high: 1 }
  const p = count / of
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}

/** What happens by itself was counted once: Byar's approximation of the Poisson interval. */
export function countBounds(count: number): Bounds {
  const n = count + 1
  const high = n * (1 - 1 / (9 * n) + z / (3 * Math.sqrt(n))) ** 3
  if (count === 0) return { low: 0, high }
  return { low: Math.max(0, count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3), high }
}
