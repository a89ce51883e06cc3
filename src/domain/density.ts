/** How much room a conversation has in the list. */
export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]
