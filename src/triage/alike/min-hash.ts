/**
 * MinHash (Broder 1997): of each of 64 orders of all possible pieces of text, the first piece that the text has. Two texts have the
 * same first piece as often as they share pieces (Jaccard), so the share of equal places estimates how alike they are. Sixteen bands
 * of four places are looked up; two texts that share half of their pieces meet in a band two times of three, at seven tenths nearly
 * always (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4).
 */
export const placesCount = 64
const bandsCount = 16
const rowsCount = placesCount / bandsCount
const pieceLength = 4

export type Signature = Uint32Array

/** Seeds of the 64 orders: fixed for ever, because signatures are stored. */
const seeds = Uint32Array.from({ length: placesCount }, (_, at) => mixed(at + 1, 0x9e3779b1))

export function signatureOf(plain: string): Signature {
  const signature = new Uint32Array(placesCount).fill(0xffffffff)
  const last = Math.max(0, plain.length - pieceLength)
  for (let at = 0; at <= last; at += 1) {
    const piece = hashOf(plain, at, at + pieceLength)
    for (let place = 0; place < placesCount; place += 1) {
      const value = mixed(piece, seeds[place] ?? 0)
      if (value < (signature[place] ?? 0)) signature[place] = value
    }
  }
  return signature
}

/** The share of pieces that two texts have in common, as their signatures estimate it. */
export function likeness(one: Signature, other: Signature): number {
  let equal = 0
  for (let place = 0; place < placesCount; place += 1) if (one[place] === other[place]) equal += 1
  return equal / placesCount
}

/** What is looked up: texts that are alike share one of these. */
export function bandsOf(signature: Signature): bigint[] {
  return Array.from({ length: bandsCount }, (_, band) => {
    let low = mixed(band, 0x85ebca6b)
    let high = mixed(band, 0xc2b2ae35)
    for (let row = 0; row < rowsCount; row += 1) {
      const value = signature[band * rowsCount + row] ?? 0
      low = mixed(value ^ low, 0x27d4eb2f)
      high = mixed(value ^ high, 0x165667b1)
    }
    return joined(low, high)
  })
}

/** 64 bits of a text, as PostgreSQL keeps them: two hashes of 32 bits side by side. */
export function keyOf(kind: string, text: string): bigint {
  const whole = `${kind}\n${text}`
  return joined(mixed(hashOf(whole, 0, whole.length), 0x9e3779b1), hashOf(`${text}\n${kind}`, 0, whole.length))
}

export function bytesOf(signature: Signature): Buffer {
  const bytes = Buffer.alloc(placesCount * 4)
  for (let place = 0; place < placesCount; place += 1) bytes.writeUInt32LE(signature[place] ?? 0, place * 4)
  return bytes
}

export function signatureFrom(bytes: Buffer): Signature {
  return Uint32Array.from({ length: placesCount }, (_, place) => bytes.readUInt32LE(place * 4))
}

function joined(low: number, high: number): bigint {
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low))
}

/** FNV-1a, over UTF-16 units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end && at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3: every bit of what goes in turns about half of what comes out. */
function mixed(value: number, seed: number): number {
  let hash = (value ^ seed) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
