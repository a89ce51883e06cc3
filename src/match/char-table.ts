/**
 * What every UTF-16 unit is to the scanner, and what it folds to: one table, so that reading a text costs one load a unit.
 * An entry is `expands << 25 | composes << 24 | class << 16 | folded unit`. Where it expands, the folded unit is 0 and
 * `expansions` has the rest (ß → ss). An entry below `plainEnd` and from `plainStart` on is a letter or digit that folds to
 * one unit, and one below `plainStart` separates words: nearly all of a text is told apart by these two.
 *
 * The classes follow Unicode UAX #29 (word boundaries), with deliberate differences, each of which `word-break.test.ts`
 * names: a colon never joins letters (it is the field mark of the query language); underscores join inside a word but never
 * begin or end one; quotation marks are part of no word, in Hebrew either; Han, Hiragana and the scripts written without
 * spaces give one token a character, so that a term in them is a phrase of characters, found anywhere; ™ © ® ‼ ⁉ are no
 * emoji, they would break phrases.
 */
export const charClass = {
  separator: 0,
  letter: 1,
  digit: 2,
  joiner: 3,
  katakana: 4,
  /** One token a character. */
  single: 5,
  /** A mark that counts, such as an Arabic vowel: part of the word it follows. */
  mark: 6,
  /** A mark or format character that does not count: soft hyphen, variation selector, an accent left over after NFC. */
  silent: 7,
  apostrophe: 8,
  dot: 9,
  midLetter: 10,
  midNumber: 11,
  emoji: 12,
  surrogate: 13,
  hash: 14,
  at: 15,
  cash: 16,
} as const

export const plainStart = charClass.letter << 16
export const plainEnd = (charClass.digit + 1) << 16

/** A text with such a unit is brought to NFC first: и + ◌̆ is й, which is another letter than и. */
export const composesFlag = 1 << 24

const expandsFlag = 1 << 25

export const expansions = new Map<number, string>()

/** Letters which NFD leaves whole though people write them without their stroke or ligature. */
const letterFolds: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĳ: 'ij',
  ŉ: 'n',
  ς: 'σ',
}

const namedClasses: Record<string, number> = {
  "'": charClass.apostrophe,
  '’': charClass.apostrophe,
  '‘': charClass.apostrophe,
  '＇': charClass.apostrophe,
  '׳': charClass.apostrophe,
  '.': charClass.dot,
  '․': charClass.dot,
  '．': charClass.dot,
  '﹒': charClass.dot,
  ...eachIs('·\u0387‧՟', charClass.midLetter),
  ...eachIs(',;\u037e։،؍٬߸⁄︐︔﹐﹔，；', charClass.midNumber),
  '#': charClass.hash,
  '＃': charClass.hash,
  '@': charClass.at,
  '＠': charClass.at,
  $: charClass.cash,
  '\u200b': charClass.separator,
  ゛: charClass.separator,
  ゜: charClass.separator,
}

/** Tested in this order; the first that holds is the class. */
const classPatterns: [RegExp, number][] = [
  [/[\u0300-\u036f\ufe0e\ufe0f\u20e3]|\p{Cf}/u, charClass.silent],
  [/\p{M}/u, charClass.mark],
  [
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}](?<![\p{N}\p{P}\p{S}])|[々〇〻]/u,
    charClass.single,
  ],
  [/\p{sc=Kana}(?<!\p{S})|[ー\uff70\u3031-\u3035]/u, charClass.katakana],
  // Beside the letters what UAX #29 counts among them: signs that are written inside words.
  [/[\p{L}\p{Nl}]|[ⓐ-ⓩⒶ-Ⓩ]|[˂-˅˒-˗˞˟˥-˿՚-՜՞֊꜀-꜖꜠꜡꞉꞊꭛]/u, charClass.letter],
  // Raised and lowered digits too, so that CO₂ is co2.
  [/[\p{Nd}⁰¹²³⁴-⁹₀-₉٫]/u, charClass.digit],
  [/\p{Pc}/u, charClass.joiner],
  [/[™©®‼⁉]/u, charClass.separator],
  [/\p{Emoji_Presentation}|\p{Extended_Pictographic}/u, charClass.emoji],
]

export const charTable = buildTable()

/** One character folded: lower case, width and ligatures undone, accents dropped from Latin and Greek only (が ≠ か, й ≠ и). */
export function foldChar(char: string): string {
  const lower = char.normalize('NFC').toLowerCase()
  const named = letterFolds[lower]
  if (named !== undefined) return named
  const decomposed = lower.normalize('NFKD')
  const isAccented = /^[\p{sc=Latin}\p{sc=Greek}\p{Nd}]/u.test(decomposed)
  if (!isAccented) return /[\uff00-\uffef]/.test(char) ? lower.normalize('NFKC') : lower
  const bare = decomposed.replace(/\p{M}/gu, '').toLowerCase()
  return [...bare].map((one) => letterFolds[one] ?? one).join('')
}

function eachIs(chars: string, kind: number): Record<string, number> {
  return Object.fromEntries([...chars].map((char) => [char, kind]))
}

function buildTable(): Int32Array {
  const table = new Int32Array(65_536)
  for (let unit = 0; unit < table.length; unit++) table[unit] = entryOf(unit)
  for (let unit = 0xc0; unit < 0xfb50; unit++) {
    // Han and Hangul syllables compose from nothing that this range does not show already.
    if (unit === 0x3400) unit = 0xac00
    if (unit === 0xac1d) unit = 0xf900
    markComposers(table, String.fromCharCode(unit))
  }
  return table
}

function entryOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return (charClass.surrogate << 16) | unit
  if (unit < 0x80) return asciiEntry(unit)
  // The two great blocks, without a pattern for each of their 38,000 characters.
  if (unit >= 0x3400 && unit <= 0x9fff) return (charClass.single << 16) | unit
  if (unit >= 0xac00 && unit <= 0xd7a3) return (charClass.letter << 16) | unit
  const char = String.fromCharCode(unit)
  const kind = namedClasses[char] ?? classPatterns.find(([pattern]) => pattern.test(char))?.[1] ?? charClass.separator
  return (kind << 16) | foldedUnit(unit, char, kind)
}

function asciiEntry(unit: number): number {
  const char = String.fromCharCode(unit)
  if (/[a-z]/i.test(char)) return (charClass.letter << 16) | char.toLowerCase().charCodeAt(0)
  if (/[0-9]/.test(char)) return (charClass.digit << 16) | unit
  if (char === '_') return (charClass.joiner << 16) | unit
  return ((namedClasses[char] ?? charClass.separator) << 16) | unit
}

function foldedUnit(unit: number, char: string, kind: number): number {
  if (kind === charClass.apostrophe) return 0x27
  if (kind === charClass.dot) return 0x2e
  if (kind === charClass.midLetter) return 0xb7
  if (kind === charClass.separator || kind > charClass.single) return unit
  const folded = foldChar(char)
  if (folded.length === 1) return folded.charCodeAt(0)
  expansions.set(unit, folded)
  return expandsFlag
}

function markComposers(table: Int32Array, char: string): void {
  const parts = char.normalize('NFD')
  if (parts.length < 2 || char.normalize('NFC') !== char) return
  for (let i = 1; i < parts.length; i++) {
    const unit = parts.charCodeAt(i)
    table[unit] = (table[unit] ?? 0) | composesFlag
  }
}
