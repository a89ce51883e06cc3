/** Nobody is somewhere twenty times: more is a mistake that runs away. */
export const identitiesMax = 20

/** Why two identities may be one person, the surest first. */
export const alikeReasons = ['link', 'handle', 'name'] as const
export type AlikeReason = (typeof alikeReasons)[number]
