const distanceMax = 3

/** The candidate fewest keystrokes away, when it is near enough to have been meant. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates.map((candidate) => ({ candidate, away: keystrokesBetween(word, candidate) }))
  ranked.sort((one, other) => one.away - other.away)
  const first = ranked[0]
  return first && first.away <= distanceMax ? first.candidate : undefined
}

/** Levenshtein's distance: letters put in, taken out or exchanged. */
function keystrokesBetween(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const exchanged = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      line.push(Math.min(exchanged, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[to.length] ?? 0
}
