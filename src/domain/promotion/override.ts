import type { GateRuleId } from './promotion-settings.ts'

/** Sent although the gate stopped it: which rules were seen and set aside, and why. Whoever wrote the answer did it. */
export type Override = { rules: GateRuleId[]; reason: string }
