import { scaleLinear } from 'd3-scale'

const gridLinesMax = 3
const labelPx = 76

/** Round values between two ends, at most three: more lines than that are read as decoration. */
export function gridValues(low: number, high: number): number[] {
  if (!(high > low)) return [low]
  for (let wanted = gridLinesMax; wanted > 0; wanted -= 1) {
    const values = scaleLinear([low, high], [0, 1]).ticks(wanted)
    if (values.length > 0 && values.length <= gridLinesMax) return values
  }
  return [low, high]
}

/** Which of the points get their name below: the first, the last, and evenly between them as far as there is room. */
export function labelPlaces(count: number, width: number, px = labelPx): number[] {
  if (count < 1) return []
  if (count === 1) return [0]
  const most = Math.max(2, Math.min(count, Math.floor(width / px)))
  const places = Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)))
  return [...new Set(places)]
}

/** A little air above and below, so that no line lies on the edge. Equal values get a scale around them. */
export function airy(low: number, high: number): [number, number] {
  if (low === high) return [low - 1, high + 1]
  const air = (high - low) * 0.08
  return [low - air, high + air]
}

const letterPx = 6.6
const airPx = 14
const besidePx = 5
const plainHalfPx = 9

/**
 * At which side of its sign each name has room: to the next sign or the edge, else back to what stands before it. Where
 * neither has, it is not named in the picture, and then all are named in a list.
 */
export function nameSides(
  names: readonly { x: number; name: string; halfPx?: number }[],
  edges: { left: number; right: number },
): ('left' | 'right' | undefined)[] {
  let taken = edges.left
  return names.map(({ x, name, halfPx = plainHalfPx }, i) => {
    const px = name.length * letterPx + halfPx + besidePx + airPx
    const next = names[i + 1]
    const end = next ? next.x - (next.halfPx ?? plainHalfPx) : edges.right - plainHalfPx
    if (x - px >= taken) {
      taken = x + halfPx + besidePx
      return 'left'
    }
    taken = x + px
    return taken <= end - besidePx ? 'right' : undefined
  })
}

/** Where a stretch of steps would go: one more or less, to either end, and never off the chart. */
export function stepBy(key: string, at: number, count: number): number | undefined {
  const last = count - 1
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, at + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
