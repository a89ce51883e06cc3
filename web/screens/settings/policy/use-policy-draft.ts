import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PolicyView } from '#api/contract/policy-shapes.ts'
import type { Policy, PolicyExample } from '#domain/policy.ts'
import { exampleProblems, policyProblems, policyWarnings } from '#domain/policy-problem.ts'
import { policyText } from '#domain/policy-text.ts'
import type { PolicyTextProblem } from '#domain/policy-tokens.ts'
import type { PolicyLang } from '#domain/policy-words.ts'
import { readPolicyText } from '#domain/read-policy-text.ts'
import { useChange } from '#web/api.ts'

export type WrittenPolicy = { text: string; examples: PolicyExample[] }

const saveAfterMs = 1_200

/**
 * What is being written: one text, of which the tree is the other face. A text that does not read yet leaves the tree as it last read.
 * It is kept at the server a moment after each change, whether it reads or not.
 */
export function usePolicyDraft(view: PolicyView, given: WrittenPolicy) {
  const lang = useLang()
  const [begun] = useState(given)
  const [written, setWritten] = useState(begun)
  const { text, examples } = written
  const read = useMemo(() => readPolicyText(text, view.names), [text, view.names])
  const lastRead = useRef<Policy>(undefined)
  if (read.ok) lastRead.current = read.policy
  const policy = read.ok ? read.policy : lastRead.current
  const textProblems: PolicyTextProblem[] = read.ok ? [] : read.problems
  const textLang = read.ok ? read.lang : lang
  const problems = useMemo(
    () => (policy ? [...policyProblems(policy), ...exampleProblems(policy, examples)] : []),
    [policy, examples],
  )
  const warnings = useMemo(() => (policy ? policyWarnings(policy) : []), [policy])
  const saving = useSaving(view, written, begun)
  const setPolicy = useCallback(
    (next: Policy) => setWritten((now) => ({ ...now, text: policyText(next, textLang, view.names) })),
    [textLang, view.names],
  )
  return {
    ...{ lang, text, examples, policy, textProblems, problems, warnings, saving, setPolicy },
    setText: (next: string) => setWritten((now) => ({ ...now, text: next })),
    setExamples: (next: PolicyExample[]) => setWritten((now) => ({ ...now, examples: next })),
    isChanged: text !== begun.text || examples !== begun.examples,
    isReady: read.ok && problems.length === 0,
  }
}

export type PolicyDraft = ReturnType<typeof usePolicyDraft>

export function useLang(): PolicyLang {
  const { i18n } = useLingui()
  return i18n.locale === 'nl' ? 'nl' : 'en'
}

/** One request at a time, each with the revision that the one before it gave. Who wrote meanwhile ends it, and is shown. */
function useSaving(view: PolicyView, written: WrittenPolicy, begun: WrittenPolicy) {
  const save = useChange('PUT /api/policy/draft')
  const revision = useRef(view.draft?.revision ?? 0)
  const kept = useRef(view.draft ? begun : undefined)
  const { mutate, isPending, error } = save
  const isKept = kept.current === written || written === begun
  useEffect(() => {
    if (isKept || isPending || error) return
    const timer = setTimeout(
      () =>
        mutate(
          { body: { ...written, revision: revision.current } },
          {
            onSuccess: (answer) => {
              revision.current = answer.revision
              kept.current = written
            },
          },
        ),
      saveAfterMs,
    )
    return () => clearTimeout(timer)
  }, [isKept, isPending, error, mutate, written])
  return { isKept, isPending, error, again: save.reset }
}
