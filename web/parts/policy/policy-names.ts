import { useLingui } from '@lingui/react/macro'
import type { PolicyAnswer, PolicyApproval, PolicyPlace, PolicyStrategy } from '#domain/policy.ts'

/** What a policy says, in words for people; the text form has shorter ones of its own. */
export function usePolicyNames() {
  const { t } = useLingui()
  const strategies: Record<PolicyStrategy, string> = {
    apologise: t`Apologise and repair`,
    explain: t`Explain`,
    empathise: t`Empathise`,
    correct: t`Correct`,
    thank: t`Thank`,
    concur: t`Confirm`,
    invite: t`Invite`,
    private: t`Go on in private`,
    let_stand: t`Let it stand`,
    monitor: t`Follow it`,
    escalate: t`Escalate`,
    legal: t`To legal`,
  }
  const places: Record<PolicyPlace, string> = {
    public: t`In public`,
    public_then_private: t`In public, then in private`,
    private: t`In private`,
    nowhere: t`No answer`,
  }
  const approvals: Record<PolicyApproval, string> = {
    none: t`No approval`,
    colleague: t`A colleague reads it first`,
    lead: t`A team lead approves it`,
  }
  const answers: Record<PolicyAnswer, string> = { yes: t`Yes`, no: t`No`, unknown: t`Don’t know` }
  return { strategies, places, approvals, answers }
}
