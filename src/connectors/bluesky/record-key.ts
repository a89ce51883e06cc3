import { createHash } from 'node:crypto'

const letters = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * A record key in the form of a TID (atproto.com/specs/tid: 53 bits of microseconds, 10 bits of "clock", 13 letters that sort by
 * time), made of our own idempotency key in place of chance. The same key and moment always name the same record, so that
 * writing twice overwrites and never says twice. Up to a second and the clock come from the key: two answers of one moment
 * meet once in a thousand million.
 */
export function recordKeyOf({ key, since }: { key: string; since: Date }): string {
  const hash = createHash('sha256').update(key).digest()
  const timeUs = BigInt(since.getTime()) * 1_000n + BigInt(hash.readUInt32BE(0) % 1_000_000)
  const clock = BigInt(hash.readUInt16BE(4) % 1_024)
  let bits = ((timeUs & ((1n << 53n) - 1n)) << 10n) | clock
  let text = ''
  for (let letter = 0; letter < 13; letter += 1) {
    text = letters.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return text
}
