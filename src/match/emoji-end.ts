import { charClass, charTable } from './char-table.ts'

const joiner = 0x200d

/** The end of the emoji at `at` with all that belongs to it (skin tone, joined figures, both halves of a flag), or `at` when there is none. */
export function emojiEnd(units: Uint16Array, at: number, length: number): number {
  const code = codeAt(units, at, length)
  if (isFlagHalf(code)) return isFlagHalf(codeAt(units, at + 2, length)) ? at + 4 : at + 2
  if (!isEmoji(code)) return at
  let end = at + widthOf(code)
  while (end < length) {
    const next = codeAt(units, end, length)
    if (next === 0xfe0e || next === 0xfe0f || next === 0x20e3) end++
    else if (next >= 0x1f3fb && next <= 0x1f3ff) end += 2
    else if (next === joiner && isEmoji(codeAt(units, end + 1, length)))
      end += 1 + widthOf(codeAt(units, end + 1, length))
    else break
  }
  return end
}

function isEmoji(code: number): boolean {
  if (code > 0xffff) return code >= 0x1f000 && code <= 0x1faff
  return ((charTable[code] ?? 0) >>> 16) % 256 === charClass.emoji
}

function isFlagHalf(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff
}

function widthOf(code: number): number {
  return code > 0xffff ? 2 : 1
}

/** The code point at `at`, or 0 behind the end. */
function codeAt(units: Uint16Array, at: number, length: number): number {
  if (at >= length) return 0
  const high = units[at] ?? 0
  if (high < 0xd800 || high > 0xdbff || at + 1 >= length) return high
  const low = units[at + 1] ?? 0
  return low >= 0xdc00 && low <= 0xdfff ? ((high - 0xd800) << 10) + low - 0xdc00 + 0x10000 : high
}
