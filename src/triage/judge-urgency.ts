import type { Intent, Urgency } from '#domain/assessment.ts'
import { type Evidence, placesOf } from './gather-evidence.ts'
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
const escalatingFrom = 0.82

/** Somebody wants something of us. Praise and advertising do not become work because they say "today". */
function isAsking(intent: Intent): boolean {
  return byIntent[intent] > 0
}

function isComplaining(intent: Intent): boolean {
  return intent === 'complaint' || intent === 'legal_threat' || intent === 'crisis'
}

export type UrgencyInput = { read: ReadText; evidence: Evidence; intent: Intent; anger: number }

/** The urgency is the highest that anything asks for; each pull says how far it raised it, so that they add up to it. */
export function judgeUrgency({ read, evidence, intent, anger }: UrgencyInput): { urgency: Urgency; pulls: Pull[] } {
  let urgency: Urgency = byIntent[intent]
  const pulls: Pull[] = [{ code: 'intent', value: intent, weight: urgency, spans: [] }]
  if (intent === 'complaint' && anger >= escalatingFrom) {
    pulls.push({ code: 'anger', weight: 2 - urgency, spans: [] })
    urgency = 2
  }
  for (const fired of evidence.rules) {
    const { rule } = fired
    const wanted = rule.effect.urgency ?? 0
    if (wanted <= urgency || (wanted < 3 && !isAsking(intent))) continue
    if (rule.effect.isForComplaints && !isComplaining(intent)) continue
    pulls.push({ code: 'rule', value: rule.id, weight: wanted - urgency, spans: spansOf(read, placesOf(fired)) })
    urgency = wanted
  }
  return { urgency, pulls }
}
