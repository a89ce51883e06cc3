import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

export const hashPrime = 0x01000193

/**
 * Rolling hash of folded UTF-16 units. The seed differs in every process, so that nobody can aim for collisions, and is the same
 * in all threads of one, so that they can read one index.
 */
export const hashSeed = seedOfProcess()

function seedOfProcess(): number {
  const name = 'wederhoor match seed'
  const known = getEnvironmentData(name)
  if (typeof known === 'number') return known
  const seed = crypto.getRandomValues(new Int32Array(1))[0] ?? 0
  setEnvironmentData(name, seed)
  return seed
}

export function hashString(text: string): number {
  let hash = hashSeed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), hashPrime)
  return hash
}

/** Spreads a hash, whose low bits change little, over a table of a power of two. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}
