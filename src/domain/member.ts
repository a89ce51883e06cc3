import { z } from 'zod'

/** Each role may do all that stands before it. An observer only looks. */
export const roles = ['observer', 'member', 'lead', 'admin', 'owner'] as const
export type Role = (typeof roles)[number]
export const roleSchema = z.enum(roles)

export const interfaceLanguages = ['en', 'nl'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

export type Member = {
  id: string
  workspaceId: string
  userId: string
  name: string
  role: Role
  departmentIds: readonly string[]
}

export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least)
}
