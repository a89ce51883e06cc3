import type { AdviceView } from '#api/contract/policy-shapes.ts'
import type { PolicyStrategy } from '#domain/policy.ts'
import { keyOf, queries } from '#web/api.ts'

/** What the policy says of this one, where that was read already: nobody waits for it with a key under the finger. */
export function adviceKnown(id: string | undefined): { answers: boolean; strategy: PolicyStrategy } | undefined {
  if (id === undefined) return undefined
  const view = queries.getQueryData<AdviceView>(keyOf('GET /api/conversations/{id}/advice', { params: { id } }))
  const outcome = view?.now?.outcome
  return outcome?.kind === 'leaf' ? outcome : undefined
}
