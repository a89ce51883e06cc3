/** A stretch of a text: UTF-16 offsets, end exclusive, as JavaScript's `slice` takes them. */
export type Span = readonly [start: number, end: number]

/** Spans sorted, overlaps and touching ones joined. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = []
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}
