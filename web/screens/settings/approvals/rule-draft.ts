import { type ApprovalRule, type Approvers, usualApprovals } from '#domain/approval.ts'
import { isFigureTest, isFlag } from '#domain/ask-policy.ts'
import type { PolicyTest } from '#domain/policy.ts'

export function emptyRule(id: string): ApprovalRule {
  return {
    ...{ id, name: '', isOn: true, tests: [], departmentIds: [], accountIds: [] },
    ...{ writerRoleMost: null, writerIds: [], writerSentBelow: null },
    approvers: usualApprovals.allApprovers,
  }
}

/** A figure without bounds and a list without values ask for nothing, and would never or always be so. */
function asksSomething(test: PolicyTest): boolean {
  if (isFlag(test)) return true
  return isFigureTest(test) ? test.from !== null || test.to !== null : test.is.length > 0
}

/** Nobody is named in any way: that is refused. */
export function isNobody({ roleLeast, memberIds, departmentId }: Approvers): boolean {
  return roleLeast === null && memberIds.length === 0 && departmentId === null
}

export type RuleLack = 'name' | 'test' | 'approvers'

/** The first thing that keeps a rule from being saved. */
export function lackOfRule({ name, tests, approvers }: ApprovalRule): RuleLack | undefined {
  if (name.trim() === '') return 'name'
  if (!tests.every(asksSomething)) return 'test'
  return isNobody(approvers) ? 'approvers' : undefined
}

/** In its place when it is there already, else behind the others. */
export function withRule(rules: readonly ApprovalRule[], rule: ApprovalRule): ApprovalRule[] {
  const named = { ...rule, name: rule.name.trim() }
  return rules.some(({ id }) => id === rule.id)
    ? rules.map((one) => (one.id === rule.id ? named : one))
    : [...rules, named]
}

/** One place up or down; undefined at the end of the list. */
export function movedRule(rules: readonly ApprovalRule[], id: string, by: 1 | -1): ApprovalRule[] | undefined {
  const from = rules.findIndex((one) => one.id === id)
  const rule = rules[from]
  const to = from + by
  if (!rule || to < 0 || to >= rules.length) return undefined
  return rules.toSpliced(from, 1).toSpliced(to, 0, rule)
}

/** Whether two name the same people, in whatever order. */
export function areSameApprovers(a: Approvers, b: Approvers): boolean {
  const said = ({ roleLeast, memberIds, departmentId }: Approvers) =>
    JSON.stringify([roleLeast, memberIds.toSorted(), departmentId])
  return said(a) === said(b)
}
