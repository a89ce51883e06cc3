/** Snippets and facts seldom change while one writes. */
export const offersFreshMs = 60_000
