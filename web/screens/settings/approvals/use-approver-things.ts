import type { DepartmentView, MemberView } from '#api/contract/shapes.ts'
import { type ApproverFacts, type Approvers, isAmong } from '#domain/approval.ts'
import { useAsk } from '#web/api.ts'

export type Approving = { members: readonly MemberView[]; departments: readonly DepartmentView[] }

/** Who is here, and who is in which department. Undefined while that is on its way. */
export function useApproving(): Approving | undefined {
  const members = useAsk('GET /api/members').data?.members
  const departments = useAsk('GET /api/departments').data
  return members && departments && { members, departments }
}

/** Who of those who are here could say yes now, by the rule that the server asks too; those who are not away first. */
export function approversHere(approvers: Approvers, { members }: Approving): MemberView[] {
  return members
    .filter((member) => isAmong(approvers, factsOf(member)))
    .toSorted((a, b) => Number(a.isAway) - Number(b.isAway))
}

function factsOf({ id, role, departmentIds }: MemberView): ApproverFacts {
  return { id, role, departmentIds, hasLeft: false }
}
