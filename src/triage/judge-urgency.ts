import type { Intent, Urgency } from '#domain/assessment.ts'
import type { Evidence } from './gather-evidence.ts'
import type { Pull } from './pull.ts'
import { type ReadText, spansOf } from './tokenise.ts'

/** What each intent asks for by itself. */
const byIntent: Record<Intent, Urgency> = {
  crisis: 3,
  legal_threat: 2,
  complaint: 1,
  question: 1,
  lead: 1,
  praise: 0,
  news: 0,
  spam: 0,
  job: 0,
  other: 0,
  unsure: 1,
}

/** Anger from here on must not wait until tomorrow. */
const escalatingFrom = 0.78

export type UrgencyInput = { read: ReadText; evidence: Evidence; intent: Intent; anger: number }

/** The urgency is the highest that anything asks for; each pull says how far it raised it, so that they add up to it. */
export function judgeUrgency({ read, evidence, intent, anger }: UrgencyInput): { urgency: Urgency; pulls: Pull[] } {
  let urgency: Urgency = byIntent[intent]
  const pulls: Pull[] = [{ code: 'intent', value: intent, weight: urgency, spans: [] }]
  if (intent === 'complaint' && anger >= escalatingFrom) {
    pulls.push({ code: 'anger', weight: 2 - urgency, spans: [] })
    urgency = 2
  }
  // Advertising does not become work because it shouts "only today".
  const rules = intent === 'spam' ? [] : evidence.rules
  for (const { rule, occurrences } of rules) {
    const wanted = rule.effect.urgency ?? 0
    if (wanted <= urgency) continue
    pulls.push({ code: 'rule', value: rule.id, weight: wanted - urgency, spans: spansOf(read, occurrences.flat()) })
    urgency = wanted
  }
  return { urgency, pulls }
}
