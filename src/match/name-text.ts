import { charClass, charTable } from './char-table.ts'

const hyphen = 0x2d

/** What joins letters in a tag though not in a word: #il·lusió, #メ～テレ, #וכו׳, #מ״כ. */
export const tagJoins = '·\u0387‧～〜׳״־'
const joinUnits = new Set([...tagJoins].map((char) => char.charCodeAt(0)))

/** The end of a tag's name that begins at `at`: letters, digits, marks and underscores, and what joins letters. */
export function tagEnd(units: Uint16Array, at: number, length: number): number {
  let end = at
  for (let i = at; i < length; i++) {
    const kind = classOf(units, i)
    if (kind === charClass.separator || kind > charClass.silent) {
      if (kind !== charClass.emoji && end === i && joinsTag(units, i, length)) continue
      break
    }
    if (kind !== charClass.silent) end = i + 1
  }
  return end
}

function joinsTag(units: Uint16Array, i: number, length: number): boolean {
  return i + 1 < length && joinUnits.has(units[i] ?? 0) && hasLetter(units, i + 1, i + 2)
}

/** #2024 is a number, not a tag. */
export function hasLetter(units: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const kind = classOf(units, i)
    if (kind === charClass.letter || kind === charClass.katakana || kind === charClass.single) return true
  }
  return false
}

/** What hides a word (f@ck, f$@k) rather than beginning a handle. */
const maskUnits = new Set([...'@#$%&*＠＃'].map((char) => char.charCodeAt(0)))

/** Whether what stands before an @ keeps it from beginning a handle: an address of e-mail, or a word that is masked. */
export function isNoHandleAfter(units: Uint16Array, before: number): boolean {
  const kind = classOf(units, before)
  return (kind >= charClass.letter && kind <= charClass.joiner) || maskUnits.has(units[before] ?? 0)
}

/** The end of a handle that begins at `at`: letters, digits and underscores, with single dots and hyphens inside. */
export function handleEnd(units: Uint16Array, at: number, length: number): number {
  let end = at
  for (let i = at; i < length; i++) {
    const kind = classOf(units, i)
    if (kind >= charClass.letter && kind <= charClass.joiner) end = i + 1
    else if ((kind !== charClass.dot && units[i] !== hyphen) || end !== i) break
  }
  return end
}

/**
 * Where a tag's name falls apart in words: AlbertHeijn → [0, 6, 11], KLMVlucht → [0, 3, 9]. Empty when it is one word,
 * and when one of the parts would be a single letter: the capitals of iPhone are spelling.
 */
export function camelCuts(name: string): number[] {
  if (!/[^_][\p{Lu}_]/u.test(name)) return []
  const cuts = [0]
  for (const { index } of name.matchAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=_)(?=[^_])/gu))
    cuts.push(index)
  cuts.push(name.length)
  const hasTinyPart = cuts.some((cut, i) => i > 0 && cut - (cuts[i - 1] ?? 0) < 2)
  return cuts.length < 3 || hasTinyPart ? [] : cuts
}

function classOf(units: Uint16Array, i: number): number {
  return ((charTable[units[i] ?? 0] ?? 0) >>> 16) & 0xff
}

/** Whether it is worth asking where a tag's name falls apart: for most there is no capital behind the first letter. */
export function hasInnerCapital(units: Uint16Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const unit = units[i] ?? 0
    if ((unit >= 0x41 && unit <= 0x5a) || unit === 0x5f || unit > 0x7f) return true
  }
  return false
}
