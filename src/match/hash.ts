/** Rolling hash of folded UTF-16 units. The seed differs in every process, so that nobody can aim for collisions. */
export const hashPrime = 0x01000193

export const hashSeed = crypto.getRandomValues(new Int32Array(1))[0] ?? 0

export function hashString(text: string): number {
  let hash = hashSeed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), hashPrime)
  return hash
}

/** Spreads a hash, whose low bits change little, over a table of a power of two. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}
