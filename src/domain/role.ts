/** Each role may do all that stands before it. An observer only looks. */
export const roles = ['observer', 'member', 'lead', 'admin', 'owner'] as const
export type Role = (typeof roles)[number]

export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least)
}
