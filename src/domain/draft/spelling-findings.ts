import type { DraftFinding } from './draft-rule.ts'
import type { SpelledWord } from './spelled-words.ts'

/** Of one answer so many are shown: whoever writes another language has better to do than to look at each word. */
export const unknownShownMax = 8

/**
 * Words that nobody knows, as findings, after what our own rules found: a place that one of them speaks of is not told twice. `offersOf` answers
 * undefined for a word that is known.
 */
export function spellingFindings(
  words: readonly SpelledWord[],
  { found, offersOf }: { found: readonly DraftFinding[]; offersOf: (word: string) => readonly string[] | undefined },
): DraftFinding[] {
  const taken = found.flatMap(({ rule, span }) => (span && rule !== 'reading' ? [span] : []))
  return words
    .flatMap(({ word, span }): DraftFinding[] => {
      const offers = offersOf(word)
      if (!offers || taken.some(([start, end]) => span[0] < end && start < span[1])) return []
      const [best] = offers
      return [
        { rule: 'spelling', span, found: word, fix: best === undefined ? undefined : { span, text: best }, offers },
      ]
    })
    .slice(0, unknownShownMax)
}
