/**
 * How a network counts the length of a text. The composer's counter and the check before sending both come from here,
 * and the figures come from the connector: no table of networks in shared code.
 */
export type TextLimit = {
  max: number
  /** `weighted` is the rule of X: code points of East Asian scripts and emoji count double. */
  unit: 'grapheme' | 'codepoint' | 'byte' | 'weighted'
  /** A second bound in UTF-8 bytes, where the network has one. */
  bytesMax?: number
  /** What a link counts for whatever its real length; absent when it counts as it is written. */
  linkWeight?: number
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const utf8 = new TextEncoder()
const link = /https?:\/\/\S+/giu

export function textLength(text: string, limit: TextLimit): number {
  if (limit.linkWeight === undefined) return countUnits(text, limit.unit)
  const links = text.match(link) ?? []
  return countUnits(text.replace(link, ''), limit.unit) + links.length * limit.linkWeight
}

/** How much room is left; negative when the text is too long. Counts in `limit.unit`, or 0 less where only bytes overflow. */
export function textLeft(text: string, limit: TextLimit): number {
  const left = limit.max - textLength(text, limit)
  if (limit.bytesMax === undefined) return left
  const bytesLeft = limit.bytesMax - utf8.encode(text).length
  return bytesLeft < 0 ? Math.min(left, bytesLeft) : left
}

function countUnits(text: string, unit: TextLimit['unit']): number {
  switch (unit) {
    case 'grapheme':
      return [...graphemes.segment(text)].length
    case 'codepoint':
      return [...text].length
    case 'byte':
      return utf8.encode(text).length
    case 'weighted':
      return weighted(text)
  }
}

/** twitter-text 3: ranges of weight 1 are Latin, General Punctuation and quotes; all else, an emoji as a whole too, weighs 2. */
function weighted(text: string): number {
  let sum = 0
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment)) {
      sum += 2
      continue
    }
    for (const char of segment) sum += isLight(char.codePointAt(0) ?? 0) ? 1 : 2
  }
  return sum
}

function isLight(code: number): boolean {
  return (
    code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247)
  )
}
