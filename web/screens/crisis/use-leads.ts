import type { MemberView } from '#api/contract/shapes.ts'
import { isAtLeast } from '#domain/role.ts'
import { useAsk } from '#web/api.ts'

/** Who may lead an incident: it asks for the role. */
export function useLeads(): readonly MemberView[] {
  return (useAsk('GET /api/members').data?.members ?? []).filter(({ role }) => isAtLeast(role, 'lead'))
}
