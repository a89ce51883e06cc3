import { useLingui } from '@lingui/react/macro'
import {
  type PolicyLeaf,
  policyApprovals,
  policyLineMax,
  policyNameMax,
  policyPlaces,
  policyPromiseMax,
  policyStrategies,
  policyWhyMax,
} from '#domain/policy.ts'
import type { PolicyNames } from '#domain/policy-words.ts'
import { Field, Input, Select, Switch, TextArea } from '#web/parts/field.tsx'
import { usePolicyNames } from '#web/parts/policy/policy-names.ts'

type Props = { leaf: PolicyLeaf; names: PolicyNames; onChange: (leaf: PolicyLeaf) => void }

/** What is advised, and why. */
export function LeafFields({ leaf, names, onChange }: Props) {
  const { t } = useLingui()
  const { strategies, places, approvals } = usePolicyNames()
  const set = (change: Partial<PolicyLeaf>) => onChange({ ...leaf, ...change })
  const oneOf = <T extends string>(all: readonly T[], words: Record<T, string>) =>
    all.map((value) => ({ value, label: words[value] }))
  const pick = <T extends string>(all: readonly T[], value: string): T | undefined => all.find((one) => one === value)
  return (
    <>
      <Field label={t`What it is called`}>
        {(control) => (
          <Input
            {...control}
            maxLength={policyNameMax}
            value={leaf.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Switch
        label={t`Answer`}
        help={t`Off: let it be. Nobody is stopped from answering.`}
        isOn={leaf.answers}
        onChange={(answers) => set({ answers })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t`Strategy`}>
          {(control) => (
            <Select
              {...control}
              value={leaf.strategy}
              onChange={(event) =>
                set({ strategy: pick(policyStrategies, event.currentTarget.value) ?? leaf.strategy })
              }
              choices={oneOf(policyStrategies, strategies)}
            />
          )}
        </Field>
        <Field label={t`Place`}>
          {(control) => (
            <Select
              {...control}
              value={leaf.place}
              onChange={(event) => set({ place: pick(policyPlaces, event.currentTarget.value) ?? leaf.place })}
              choices={oneOf(policyPlaces, places)}
            />
          )}
        </Field>
      </div>
      <Field label={t`Why`}>
        {(control) => (
          <TextArea
            {...control}
            maxLength={policyWhyMax}
            value={leaf.why}
            onChange={(event) => set({ why: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t`Tone`} isOptional>
        {(control) => (
          <Input
            {...control}
            maxLength={policyLineMax}
            value={leaf.tone}
            onChange={(event) => set({ tone: event.currentTarget.value })}
          />
        )}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t`Department`} isOptional>
          {(control) => (
            <Select
              {...control}
              value={leaf.departmentId ?? ''}
              onChange={(event) => set({ departmentId: event.currentTarget.value || null })}
              choices={[
                { value: '', label: t`Whoever has it` },
                ...names.department.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
        <Field label={t`Approval`}>
          {(control) => (
            <Select
              {...control}
              value={leaf.approval}
              onChange={(event) => set({ approval: pick(policyApprovals, event.currentTarget.value) ?? leaf.approval })}
              choices={oneOf(policyApprovals, approvals)}
            />
          )}
        </Field>
      </div>
      <Field
        label={t`Answer within, in minutes`}
        isOptional
        help={t`Said with the advice. The promises of the house stay as they are.`}
      >
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={policyPromiseMax}
            className="max-w-32"
            value={leaf.promise ?? ''}
            onChange={(event) => set({ promise: minutesOf(event.currentTarget.value) })}
          />
        )}
      </Field>
    </>
  )
}

function minutesOf(text: string): number | null {
  const minutes = Math.trunc(Number(text))
  return text === '' || !Number.isFinite(minutes) ? null : Math.min(Math.max(minutes, 1), policyPromiseMax)
}
