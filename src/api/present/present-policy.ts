import type { z } from 'zod'
import type {
  adviceOutcomeShape,
  adviceShape,
  policyComparisonShape,
  policyShape,
  policyVersionShape,
} from '#api/contract/policy-shapes.ts'
import type { PolicyAdvice } from '#domain/ask-policy.ts'
import { conversationKey } from '#domain/conversation.ts'
import { type PolicyNames, stepText } from '#domain/policy-words.ts'
import type { PolicyComparison } from '#inbox/policy/compare-policy.ts'
import type { ReadAdvice } from '#inbox/policy/read-advice.ts'
import type { Person, PolicyVersionRow, ReadPolicy } from '#inbox/policy/read-policy.ts'

export function presentVersion(row: PolicyVersionRow & { by: Person | null }): z.output<typeof policyVersionShape> {
  const { number, policy, examples, note, by, publishedAt } = row
  return { number, policy, examples, note, by, at: publishedAt }
}

export function presentPolicy({ current, draft, history, names }: ReadPolicy): z.output<typeof policyShape> {
  return {
    current: current && presentVersion(current),
    draft: draft && {
      ...{ text: draft.text, examples: draft.examples, revision: draft.revision },
      ...{ by: draft.by, at: draft.changedAt },
    },
    history: history.map(({ publishedAt, ...line }) => ({ ...line, at: publishedAt })),
    names,
  }
}

export function presentComparison({ changes, ...rest }: PolicyComparison): z.output<typeof policyComparisonShape> {
  return { ...rest, changes: changes.map(({ number, ...one }) => ({ ...one, key: conversationKey(number) })) }
}

export function presentAdvice({ now, answers, decisions, names }: ReadAdvice): z.output<typeof adviceShape> {
  return {
    now: now && {
      version: now.version,
      outcome: outcomeOf(now.advice, names),
      steps: now.advice.steps.map((step) => {
        const [en, nl] = [stepText(step, 'en', names), stepText(step, 'nl', names)]
        return { asked: { en: en.asked, nl: nl.asked }, answer: { en: en.answer, nl: nl.answer } }
      }),
    },
    answers,
    decisions: decisions.map(({ advice, ...one }) => ({ ...one, outcome: outcomeOf(advice, names) })),
  }
}

function outcomeOf(advice: PolicyAdvice, names: PolicyNames): z.output<typeof adviceOutcomeShape> {
  if (advice.kind === 'question') return { kind: 'question', ...advice.question }
  const { departmentId, ...leaf } = advice.leaf
  return { ...leaf, department: names.department.find(({ id }) => id === departmentId) ?? null }
}
