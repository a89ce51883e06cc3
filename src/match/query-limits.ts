/** What one query may cost. A refusal names the limit. */
export const queryLimits = {
  units: 20_000,
  leaves: 2_000,
  depth: 32,
  prefixes: 50,
  phraseWords: 100,
} as const
