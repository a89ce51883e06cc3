/** By themselves, so that a choice of them can be shown without the trees. */
export const policyStarters = ['service', 'public', 'shop'] as const
export type PolicyStarter = (typeof policyStarters)[number]
