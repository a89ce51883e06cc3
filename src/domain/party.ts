/** Beside the owner, who answers: a consulted party is asked for advice; an informed one is kept up to date and has nothing to do. */
export const partyKinds = ['consulted', 'informed'] as const
export type PartyKind = (typeof partyKinds)[number]

export const partyReasonMax = 1_000
