/** Where rows begin, one below the other, and last where they all end. */
export function startsOf(heights: readonly number[]): readonly number[] {
  const starts = [0]
  let sum = 0
  for (const height of heights) {
    sum += height
    starts.push(sum)
  }
  return starts
}

export type Sight = { top: number; height: number }
/** From the first row up to and with the last. */
export type Stretch = { first: number; last: number }

/** Which rows are in sight; none where there is no room for any. */
export function inSight(starts: readonly number[], { top, height }: Sight): Stretch | undefined {
  const count = starts.length - 1
  if (count === 0 || height <= 0) return undefined
  const first = rowAt(starts, top)
  // A row that begins where the sight ends is not seen.
  return { first, last: Math.max(first, rowAt(starts, top + height - 1)) }
}

/** The row that covers this place; above them all the first, below them all the last. */
function rowAt(starts: readonly number[], place: number): number {
  let low = 0
  let high = starts.length - 2
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** With some above and below, so that a movement finds them there; and with one that is always there. */
export function drawnRows({ first, last }: Stretch, { count, spare, always }: Drawing): number[] {
  const from = Math.max(0, first - spare)
  const to = Math.min(count - 1, last + spare)
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  // What is always there is a head above the sight, so it stands before them or among them.
  return always === undefined || always >= from ? rows : [always, ...rows]
}
type Drawing = { count: number; spare: number; always: number | undefined }
