/** A text in NFC, and for every offset in it the offset in the text as it was. */
export type ComposedText = { text: string; offsets: Int32Array }

/** A character with what may compose with it: marks and the vowels and finals of Hangul. */
const cluster = /[\s\S][\p{M}\u1160-\u11ff]*/gu

/** The rare way of a decomposed text (й as и + ◌̆): brought to NFC piece by piece, so that offsets can be given back. */
export function composeText(text: string): ComposedText {
  const offsets = new Int32Array(2 * text.length + 2)
  let composed = ''
  for (const match of text.matchAll(cluster)) {
    const piece = match[0].normalize('NFC')
    const isSame = piece.length === match[0].length
    for (let i = 0; i < piece.length; i++) offsets[composed.length + i] = match.index + (isSame || i === 0 ? i : 1)
    composed += piece
    offsets[composed.length] = match.index + match[0].length
  }
  return { text: composed, offsets: offsets.subarray(0, composed.length + 1) }
}
