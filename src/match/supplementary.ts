import { foldChar } from './char-table.ts'

const folds = new Map<number, string>()

/** More are never kept: the letters and digits beyond the first plane that people use number a few thousand. */
const foldsMax = 20_000

/**
 * The letter or digit beyond the first plane whose surrogate pair stands at `at`, folded: 𝓒 → c, 𞤀 → 𞤢.
 * Empty for emoji, Han (one token each) and everything else.
 */
export function foldSupplementary(units: Uint16Array, at: number): string {
  const high = units[at] ?? 0
  const low = units[at + 1] ?? 0
  if (high < 0xd800 || high > 0xdbff || low < 0xdc00 || low > 0xdfff) return ''
  const code = ((high - 0xd800) << 10) + low - 0xdc00 + 0x10000
  const known = folds.get(code)
  if (known !== undefined) return known
  const char = String.fromCodePoint(code)
  const folded = /[\p{L}\p{Nd}](?<!\p{sc=Han})/u.test(char) ? foldMathematical(char) : ''
  if (folds.size < foldsMax) folds.set(code, folded)
  return folded
}

/** Mathematical letters, which spam and fancy names use, are the plain letters. */
function foldMathematical(char: string): string {
  const plain = char.normalize('NFKD')
  return [...plain].map(foldChar).join('')
}
