/** FNV-1a over UTF-16 units, finished with the mixer of MurmurHash3: the highest bits choose the bucket. */
export function hashOf(name: string): number {
  let hash = start
  for (let i = 0; i < name.length; i += 1) hash = hashStep(hash, name.charCodeAt(i))
  return hash
}

const start = 0x811c9dc5

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Where the hash of one kind of thing begins, so that a word and a pair of words of one hash stay apart. */
export function hashSeed(kind: number): number {
  return hashStep(start, kind)
}

export function hashMix(kind: number, hash: number, other = 0): number {
  return hashFinish(Math.imul(hashSeed(kind) ^ hash, 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35))
}

export function hashFinish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
