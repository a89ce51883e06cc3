import { z } from 'zod'
import { type Role, roles } from './role.ts'

export { isAtLeast, type Role, roles } from './role.ts'
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
