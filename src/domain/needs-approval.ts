import type { ApprovalNeed, ApprovalRule, ApprovalSettings, ApprovalWhy } from './approval.ts'
import { approversOf } from './approval.ts'
import { findTests, type PolicyAdvice } from './ask-policy.ts'
import type { PolicyFacts } from './policy.ts'
import { isAtLeast, type Role } from './role.ts'

/** What a rule may ask about: the message, where it stands, as whom it is answered, and by whom. */
export type ApprovalCase = {
  facts: PolicyFacts
  departmentId: string | null
  accountId: string | null
  writer: { id: string; role: Role; sent: number }
  /** Null where no policy is published. */
  advice: PolicyAdvice | null
  isIncident: boolean
  /** An open incident in which somebody said that every answer needs approval. */
  isHeld: boolean
}

/**
 * Whether an answer needs approval, and whose. A rule comes before the policy, and both before what holds for all: what is said about this
 * very case says best who knows about it.
 */
export function needsApproval(
  { version, settings }: { version: number; settings: ApprovalSettings },
  asked: ApprovalCase,
): ApprovalNeed | undefined {
  const rule = settings.rules.find((one) => one.isOn && fits(one, asked))
  if (rule) return { why: { kind: 'rule', id: rule.id, name: rule.name }, approvers: rule.approvers, version }
  const { advice } = asked
  if (settings.heedsPolicy && advice?.kind === 'leaf' && advice.leaf.approval !== 'none') {
    const why: ApprovalWhy = { kind: 'policy', leafId: advice.leaf.id, name: advice.leaf.name }
    return { why, approvers: approversOf(advice.leaf.approval), version }
  }
  if (settings.all === 'always') return { why: { kind: 'all' }, approvers: settings.allApprovers, version }
  if (asked.isHeld || (settings.all === 'incident' && asked.isIncident))
    return { why: { kind: 'incident' }, approvers: settings.allApprovers, version }
  return undefined
}

function fits(rule: ApprovalRule, { facts, departmentId, accountId, writer }: ApprovalCase): boolean {
  const isOf = (ids: readonly string[], id: string | null) => ids.length === 0 || (id !== null && ids.includes(id))
  if (!isOf(rule.departmentIds, departmentId) || !isOf(rule.accountIds, accountId)) return false
  if (!isOf(rule.writerIds, writer.id)) return false
  if (rule.writerRoleMost !== null && !isAtLeast(rule.writerRoleMost, writer.role)) return false
  if (rule.writerSentBelow !== null && writer.sent >= rule.writerSentBelow) return false
  return findTests(rule.tests, facts).every(({ holds }) => holds)
}
