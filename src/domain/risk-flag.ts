import type { RiskLevel } from './risk.ts'
import type { RiskCode, RiskPart } from './risk-part.ts'

const flags: readonly RiskCode[] = ['crisis', 'vulnerable', 'press']

/** Somebody should look at once: the sum says so, or what is in it does whatever the sum. A late promise alone is no flag. */
export function isFlagged({ riskLevel, riskParts }: { riskLevel: RiskLevel; riskParts: readonly RiskPart[] }): boolean {
  return riskLevel === 3 || riskParts.some(({ code }) => flags.includes(code))
}
