import { z } from 'zod'
import { type Role, roles } from './role.ts'

export { isAtLeast, type Role, roles } from './role.ts'
export const roleSchema = z.enum(roles)

export const interfaceLanguages = ['en', 'nl'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/** The three practice messages: offered once, after the welcome or an invitation, and done or passed over for good. */
export const practiceStates = ['not_offered', 'offered', 'done'] as const
export type PracticeState = (typeof practiceStates)[number]

export type Member = {
  id: string
  workspaceId: string
  userId: string
  name: string
  role: Role
  isAway: boolean
  departmentIds: readonly string[]
}
