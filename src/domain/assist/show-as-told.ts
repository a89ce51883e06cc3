import type { Mask } from './mask-text.ts'

/** Longer than the longest sign: what is longer and not closed is no sign. */
const signLengthMax = 16

/** Puts back what was hidden while an answer comes in pieces: a sign may be cut in two. */
export function showAsTold(mask: Mask): { tell: (piece: string) => string; end: () => string } {
  let held = ''
  return {
    tell(piece) {
      held += piece
      const open = held.lastIndexOf('[')
      const isHalf = open >= 0 && !held.includes(']', open) && held.length - open < signLengthMax
      const ready = isHalf ? held.slice(0, open) : held
      held = isHalf ? held.slice(open) : ''
      return mask.show(ready)
    },
    end() {
      const rest = held
      held = ''
      return mask.show(rest)
    },
  }
}
