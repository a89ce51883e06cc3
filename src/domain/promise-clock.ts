/** What somebody waits for: a first word of ours, a word after they wrote again, the end of the matter. */
export const clockKinds = ['first', 'next', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]

/** Faster than this nobody reads and answers: what our own account says so soon is a machine's word, and keeps no promise. */
export const answeredByHandFromMs = 20_000
