/** What somebody of us said we would do for them: “we call you before Friday”. Beside the promise of an answer, which is by rule. */
export const pledgeTextMax = 300
/** Open at one time in one conversation. */
export const pledgesOpenMax = 20
/** So far ahead at most. */
export const pledgeDaysMax = 730
/** A kept one was done; a dropped one need not be done any more. */
export const pledgeOutcomes = ['kept', 'dropped'] as const
export type PledgeOutcome = (typeof pledgeOutcomes)[number]
