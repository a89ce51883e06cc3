import type { PolicyLeaf } from '#domain/policy.ts'

/** An end of a policy: to explain it in public, by whoever has it, unless more is said. */
export function leaf(id: string, name: string, more: Partial<PolicyLeaf> = {}): PolicyLeaf {
  return {
    ...{ kind: 'leaf', id, name, answers: true, strategy: 'explain', place: 'public', tone: '', why: '', basis: '' },
    ...{ departmentId: null, approval: 'none', promise: null },
    ...more,
  }
}
