import { useLingui } from '@lingui/react/macro'
import { Check, Pencil, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type ExampleResult, runExamples } from '#domain/ask-policy.ts'
import { leavesOf, type Policy, type PolicyExample, policyExamplesMax } from '#domain/policy.ts'
import type { PolicyNames } from '#domain/policy-words.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { Select } from '#web/parts/field.tsx'
import { ExampleForm } from './example-form.tsx'
import { NewExample } from './new-example.tsx'
import type { PolicyDraft } from './use-policy-draft.ts'

type Props = { draft: PolicyDraft; policy: Policy; names: PolicyNames; mayChange: boolean }

/** Made-up conversations with the advice they must get. One that gets other advice keeps the policy from being published. */
export function ExamplesTab({ draft, policy, names, mayChange }: Props) {
  const { t } = useLingui()
  const { examples } = draft
  const results = useMemo(() => runExamples(policy, examples), [policy, examples])
  const passing = results.filter(({ passes }) => passes).length
  const all = examples.length
  return (
    <>
      <p aria-live="polite" className="text-ui font-semibold text-ink-2">
        {t`${passing} of ${all} come out where they should.`}
      </p>
      {all > 0 && (
        <ul aria-label={t`Examples`} className="divide-y divide-line rounded-xl border border-line bg-pane">
          {results.map((result) => (
            <Example key={result.example.id} {...{ result, draft, policy, names, mayChange }} />
          ))}
        </ul>
      )}
      {all === 0 && (
        <p className="text-ui text-ink-2">{t`No examples. A policy without them is published unproven.`}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {mayChange && all < policyExamplesMax && <NewExample {...{ draft, policy, names }} />}
        {mayChange && passing < all && (
          <Btn
            onClick={() =>
              draft.setExamples(
                results.map(({ example, got }) =>
                  got.kind === 'leaf' ? { ...example, leafId: got.leaf.id } : example,
                ),
              )
            }
          >
            {t`What they get now is right`}
          </Btn>
        )}
      </div>
    </>
  )
}

function Example({ result, draft, policy, names, mayChange }: Props & { result: ExampleResult }) {
  const { t } = useLingui()
  const { example, passes, got } = result
  /** While it is open; without words it is not kept, and stands here. */
  const [edited, setEdited] = useState<PolicyExample>()
  const { examples } = draft
  const leaves = leavesOf(policy).map(({ id, name }) => ({ value: id, label: name }))
  const gotName = got.kind === 'leaf' ? got.leaf.name : got.question.text
  const put = (next: PolicyExample) =>
    draft.setExamples(examples.map((one) => (one.id === example.id ? { ...next, says: next.says.trim() } : one)))
  const edit = (next: PolicyExample) => {
    setEdited(next)
    if (next.says.trim() !== '') put(next)
  }
  return (
    <li className="px-3.5 py-2.5">
      <div className="flex items-start gap-2.5">
        {passes ? (
          <Check size={16} aria-label={t`As it should`} className="mt-0.5 shrink-0 text-pos-t" />
        ) : (
          <X size={16} aria-label={t`Other advice`} className="mt-0.5 shrink-0 text-neg-t" />
        )}
        <div className="min-w-0 flex-1">
          <p className="text-ui break-words">{example.says}</p>
          {!passes && <p className="text-meta font-semibold text-neg-t">{t`It gets: ${gotName}`}</p>}
          <Select
            aria-label={t`What “${example.says}” should get`}
            disabled={!mayChange}
            className="mt-1 max-w-md"
            value={example.leafId}
            onChange={(event) => put({ ...example, leafId: event.currentTarget.value })}
            choices={
              leaves.some(({ value }) => value === example.leafId)
                ? leaves
                : [{ value: example.leafId, label: t`Advice that is gone` }, ...leaves]
            }
          />
        </div>
        {mayChange && (
          <span className="flex shrink-0">
            <IconBtn
              label={t`Change “${example.says}”`}
              aria-expanded={edited !== undefined}
              onClick={() => setEdited(edited ? undefined : example)}
            >
              <Pencil size={14} />
            </IconBtn>
            <IconBtn
              label={t`Remove “${example.says}”`}
              onClick={() => draft.setExamples(examples.filter(({ id }) => id !== example.id))}
            >
              <X size={15} />
            </IconBtn>
          </span>
        )}
      </div>
      {edited && mayChange && (
        <div className="mt-3 border-t border-line pt-3 sm:pl-6">
          <ExampleForm
            example={{ ...edited, leafId: example.leafId }}
            {...{ policy, names, lang: draft.lang }}
            onChange={edit}
          />
          <Btn small className="mt-3" onClick={() => setEdited(undefined)}>{t`Ready`}</Btn>
        </div>
      )}
    </li>
  )
}
