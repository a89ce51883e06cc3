/** A copy of the same text, the same told in other words, or put there by a member. */
export const joinedHows = ['copy', 'told', 'hand'] as const
export type JoinedHow = (typeof joinedHows)[number]

/** How like a copy is (0..1), or the words and links that two tellings share. */
export type JoinedWhy = { like?: number; terms?: string[] }

/** Near-duplicates are looked for this far back, and a story grows no more after it. */
export const storyWindowHours = 72
/** "Fourteen alike within hours": what the growth of a story is counted over. */
export const growthHours = 6
