import type { Intent, Urgency } from '#domain/assessment.ts'
import { type Evidence, placesOf } from './gather-evidence.ts'
import { nowhere, type Pull } from './pull.ts'

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

/** Nothing that was learned lowers these. Who asks or complains is never called somebody who needs no answer. */
const leastOf: Partial<Record<Intent, Urgency>> = { crisis: 2, legal_threat: 2, complaint: 1, question: 1, lead: 1 }

export type UrgencyInput = {
  evidence: Evidence
  intent: Intent
  /** Where nothing was learned the intent and the anger say where it begins. */
  from: { anger: number } | { learned: Urgency }
}

/** The urgency is the highest that anything asks for; each pull says how far it raised it, so that they add up to it. */
export function judgeUrgency({ evidence, intent, from }: UrgencyInput): { urgency: Urgency; pulls: Pull[] } {
  const begun = 'learned' in from ? beginLearned(from.learned, intent) : begin(from.anger, intent)
  const { pulls } = begun
  let { urgency } = begun
  for (const fired of evidence.rules) {
    const { rule } = fired
    const wanted = rule.effect.urgency ?? 0
    if (wanted <= urgency || (wanted < 3 && !isAsking(intent))) continue
    if (rule.effect.isForComplaints && !isComplaining(intent)) continue
    pulls.push({ code: 'rule', value: rule.id, weight: wanted - urgency, places: placesOf(fired) })
    urgency = wanted
  }
  return { urgency, pulls }
}

type Begun = { urgency: Urgency; pulls: Pull[] }

function begin(anger: number, intent: Intent): Begun {
  const urgency = byIntent[intent]
  const pulls: Pull[] = [{ code: 'intent', value: intent, weight: urgency, places: nowhere }]
  if (intent !== 'complaint' || anger < escalatingFrom) return { urgency, pulls }
  return { urgency: 2, pulls: [...pulls, { code: 'anger', weight: 2 - urgency, places: nowhere }] }
}

function beginLearned(learned: Urgency, intent: Intent): Begun {
  const least = leastOf[intent] ?? 0
  const pulls: Pull[] = [{ code: 'level', value: String(learned), weight: learned, places: nowhere }]
  if (least <= learned) return { urgency: learned, pulls }
  return {
    urgency: least,
    pulls: [...pulls, { code: 'intent', value: intent, weight: least - learned, places: nowhere }],
  }
}
