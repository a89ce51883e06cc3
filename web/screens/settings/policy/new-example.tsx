import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { runExamples } from '#domain/ask-policy.ts'
import { leavesOf, type Policy, type PolicyExample } from '#domain/policy.ts'
import type { PolicyNames } from '#domain/policy-words.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, Select } from '#web/parts/field.tsx'
import { freshExample } from './example-facts.ts'
import { ExampleForm } from './example-form.tsx'
import type { PolicyDraft } from './use-policy-draft.ts'

/** One more conversation that was made up. While it is being written it says where it comes out; it is kept when it has words. */
export function NewExample({ draft, policy, names }: { draft: PolicyDraft; policy: Policy; names: PolicyNames }) {
  const { t } = useLingui()
  const [fresh, setFresh] = useState<PolicyExample>()
  const leaves = leavesOf(policy)
  if (!fresh)
    return (
      <Btn data-new-example onClick={() => setFresh(freshExample(draft.examples, leaves[0]?.id ?? ''))}>
        <Plus size={14} />
        {t`Add an example`}
      </Btn>
    )
  const [result] = runExamples(policy, [fresh])
  const got = result?.got
  const gotName = got?.kind === 'leaf' ? got.leaf.name : (got?.question.text ?? '')
  const says = fresh.says.trim()
  return (
    <form
      aria-label={t`A new example`}
      className="basis-full space-y-3 rounded-xl border border-line bg-pane px-3.5 py-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (says === '') return
        draft.setExamples([...draft.examples, { ...fresh, says }])
        setFresh(undefined)
      }}
    >
      <ExampleForm example={fresh} {...{ policy, names, lang: draft.lang }} onChange={setFresh} />
      <Field
        label={t`The advice it should get`}
        help={
          <span aria-live="polite" className={result?.passes ? 'text-pos-t' : 'font-semibold text-neg-t'}>
            {result?.passes ? t`It gets that.` : t`It gets: ${gotName}`}
          </span>
        }
      >
        {(control) => (
          <Select
            {...control}
            value={fresh.leafId}
            onChange={(event) => setFresh({ ...fresh, leafId: event.currentTarget.value })}
            choices={leaves.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Btn kind="ink" type="submit" disabled={says === ''}>{t`Add it`}</Btn>
        <Btn kind="quiet" onClick={() => setFresh(undefined)}>{t`Cancel`}</Btn>
      </div>
    </form>
  )
}
