import type { PolicyApproval, PolicyTest } from './policy.ts'
import { isAtLeast, type Role } from './role.ts'

/** Who may approve: anybody of at least this role, those named, and whoever leads in that department. */
export type Approvers = {
  roleLeast: ApproverRole | null
  memberIds: string[]
  departmentId: string | null
}
export const approverRoles = ['member', 'lead', 'admin', 'owner'] as const satisfies readonly Role[]
export type ApproverRole = (typeof approverRoles)[number]

/** All that is named must hold; what is empty is no matter. */
export type ApprovalRule = {
  id: string
  name: string
  isOn: boolean
  /** About the message that is answered, in the words of the policy. */
  tests: PolicyTest[]
  departmentIds: string[]
  accountIds: string[]
  /** Whoever has at most this role; null is everybody. */
  writerRoleMost: ApproverRole | null
  writerIds: string[]
  /** Somebody new: with fewer answers sent than this. */
  writerSentBelow: number | null
  approvers: Approvers
}

/** Whether every answer needs approval, whatever the rules say: during an incident, or always. */
export const approvalAlls = ['never', 'incident', 'always'] as const
export type ApprovalAll = (typeof approvalAlls)[number]

export type ApprovalSettings = {
  /** Asked in this order: the first that fits says who approves. */
  rules: ApprovalRule[]
  /** What the advice of the policy says about approval holds. */
  heedsPolicy: boolean
  all: ApprovalAll
  allApprovers: Approvers
  /** So long nobody said anything, and the next are asked too. Null never. */
  lateMinutes: number | null
  /** Whom one turns to then, and at once where everybody else is away. */
  nextApprovers: Approvers
}

export const approvalRulesMax = 50
export const approvalNameMax = 80
export const approvalNamedMax = 50
export const approvalNoteMax = 1_000
export const approvalSentMax = 10_000
export const approvalLateMinutesMax = 10_080

export const usualApprovals: ApprovalSettings = {
  rules: [],
  heedsPolicy: true,
  all: 'never',
  allApprovers: { roleLeast: 'lead', memberIds: [], departmentId: null },
  lateMinutes: 30,
  nextApprovers: { roleLeast: 'admin', memberIds: [], departmentId: null },
}

/** Why an answer needs approval: names of ours, so that it can be read when the rule is long gone. */
export type ApprovalWhy =
  | { kind: 'rule'; id: string; name: string }
  | { kind: 'policy'; leafId: string; name: string }
  | { kind: 'incident' }
  | { kind: 'all' }
export type ApprovalNeed = { why: ApprovalWhy; approvers: Approvers; version: number }

/** How the asking ended. A row without one still waits. `approved` stands until it is voided. */
export const approvalOutcomes = ['approved', 'changes', 'rejected', 'withdrawn', 'voided'] as const
export type ApprovalOutcome = (typeof approvalOutcomes)[number]

/** Why it is asked once more. */
export const approvalLacks = ['never', 'text', 'message', 'approver', 'own', 'taken_back'] as const
export type ApprovalLack = (typeof approvalLacks)[number]

export type ApproverFacts = {
  id: string
  role: Role
  hasLeft: boolean
  departmentIds: readonly string[]
}

export function isAmong({ roleLeast, memberIds, departmentId }: Approvers, member: ApproverFacts): boolean {
  if (member.hasLeft || !isAtLeast(member.role, 'member')) return false
  if (roleLeast !== null && isAtLeast(member.role, roleLeast)) return true
  if (memberIds.includes(member.id)) return true
  return departmentId !== null && member.departmentIds.includes(departmentId) && isAtLeast(member.role, 'lead')
}

/** Whoever is asked, and the next too once it is late. Nobody approves what they wrote themselves. */
export function mayApprove(
  member: ApproverFacts,
  asked: { approvers: Approvers; next: Approvers; isLate: boolean; writtenBy: string },
): boolean {
  if (member.id === asked.writtenBy) return false
  return isAmong(asked.approvers, member) || (asked.isLate && isAmong(asked.next, member))
}

/** What an approval rests on, as it stands at the moment of sending. */
export type GivenApproval = {
  intentHash: string
  /** They wrote after it was approved. */
  isOvertaken: boolean
  by: ApproverFacts
  isLate: boolean
}

/**
 * What an answer lacks at this moment; undefined when it may go out. Asked in the transaction that sends it, and once more before the call: what
 * was approved is these words, to this message, by somebody who may still say so and did not write them.
 */
export function lackOf(input: {
  need: ApprovalNeed | undefined
  given: GivenApproval | undefined
  next: Approvers
  reply: { intentHash: string; writtenBy: string }
}): ApprovalLack | undefined {
  const { need, given, next, reply } = input
  if (!need) return undefined
  if (!given) return 'never'
  if (given.intentHash !== reply.intentHash) return 'text'
  if (given.isOvertaken) return 'message'
  if (given.by.id === reply.writtenBy) return 'own'
  const asked = { approvers: need.approvers, next, isLate: given.isLate, writtenBy: reply.writtenBy }
  return mayApprove(given.by, asked) ? undefined : 'approver'
}

/** Of the policy: a colleague is anybody else who may answer. */
export function approversOf(approval: Exclude<PolicyApproval, 'none'>): Approvers {
  return { roleLeast: approval === 'lead' ? 'lead' : 'member', memberIds: [], departmentId: null }
}
