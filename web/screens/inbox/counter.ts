import { type TextLimit, textLeft } from '#domain/text-length.ts'

/** How full the reply is, and from which character on it does not fit. */
export type Count = { left: number; share: number; tone: 'calm' | 'near' | 'over'; fits: number }

const nearLeft = 40
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** `share` is 0 to 1 of the room used; `fits` is the UTF-16 length of the longest beginning that fits. */
export function countText(text: string, limit: TextLimit): Count {
  const left = textLeft(text, limit)
  const share = Math.min(1, Math.max(0, (limit.max - left) / limit.max))
  const tone = left < 0 ? 'over' : left <= Math.min(nearLeft, limit.max / 4) ? 'near' : 'calm'
  return { left, share, tone, fits: left < 0 ? fittingLength(text, limit) : text.length }
}

/** Halving over whole graphemes: the length grows with the text, so the first cut that overflows splits it in two. */
function fittingLength(text: string, limit: TextLimit): number {
  const cuts = [0, ...Array.from(graphemes.segment(text), (part) => part.index + part.segment.length)]
  let fits = 0
  let over = cuts.length - 1
  while (over - fits > 1) {
    const middle = (fits + over) >> 1
    if (textLeft(text.slice(0, cuts[middle]), limit) < 0) over = middle
    else fits = middle
  }
  return cuts[fits] ?? 0
}
