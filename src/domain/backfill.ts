/** Looking back for a search: at what was said before it was made. */
export const backfillStates = ['running', 'done', 'stopped'] as const
export type BackfillState = (typeof backfillStates)[number]

/** `cannot`: the network has no way to search its past, or refused it. */
export const backfillSourceStates = ['running', 'done', 'cannot'] as const
export type BackfillSourceState = (typeof backfillSourceStates)[number]

/** How far back the networks are asked: further nobody answers any more, and every message is work. */
export const backfillDays = 30
