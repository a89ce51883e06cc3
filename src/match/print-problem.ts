import type { QueryProblem } from './query-problem.ts'

/** Long queries are shown around the place only. */
const shownUnitsMax = 100

/** East Asian characters and emoji take two columns of a terminal; marks take none. */
const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hangul}\p{Emoji_Presentation}\uff00-\uff60]/u

/**
 * A problem for a terminal: place and words, the query, and a line of carets under the part that it is about.
 *
 *     topics.ndjson:3: column 8: E_OPERATOR: Nothing stands after OR.
 *       gull OR
 *            ^^
 *       Try: gull
 */
export function printProblem(given: {
  place: string
  query: string
  problem: QueryProblem
  language: 'en' | 'nl'
}): string {
  const { place, query, problem, language } = given
  const [start, end] = problem.at
  const from = end > shownUnitsMax ? Math.max(0, start - shownUnitsMax / 2) : 0
  const shown = query.slice(from, from + shownUnitsMax).replaceAll(/\s/gu, ' ')
  const before = query.slice(from, start)
  const carets = '^'.repeat(Math.max(1, columnsOf(query.slice(start, Math.min(end, from + shownUnitsMax)))))
  const [column, attempt] = language === 'nl' ? ['kolom', 'Probeer'] : ['column', 'Try']
  const lines = [
    `${place}: ${column} ${[...query.slice(0, start)].length + 1}: ${problem.code}: ${problem.words[language]}`,
    `  ${shown}`,
    `  ${' '.repeat(columnsOf(before))}${carets}`,
    ...(problem.suggestion !== undefined && problem.suggestion.length <= shownUnitsMax
      ? [`  ${attempt}: ${problem.suggestion}`]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

function columnsOf(text: string): number {
  let columns = 0
  for (const char of text) columns += wide.test(char) ? 2 : /\p{M}|\u200d/u.test(char) ? 0 : 1
  return columns
}
