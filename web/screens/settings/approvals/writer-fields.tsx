import { useLingui } from '@lingui/react/macro'
import { type ApprovalRule, approvalSentMax, approverRoles } from '#domain/approval.ts'
import { Field, Select } from '#web/parts/field.tsx'
import { PickedField } from '#web/screens/settings/picked-field.tsx'
import { NumberField, numberIn } from '#web/screens/settings/promotion/number-field.tsx'
import { useRoleName } from '#web/screens/settings/role-words.ts'
import type { Approving } from './use-approver-things.ts'

type Props = { rule: ApprovalRule; things: Approving; onChange: (change: Partial<ApprovalRule>) => void }

const writerRoles = approverRoles.filter((role) => role !== 'owner')

/** Of whom it is: by name, by role, or because they are new at it. */
export function WriterFields({ rule, things, onChange }: Props) {
  const { t } = useLingui()
  const roleName = useRoleName()
  return (
    <fieldset className="min-w-0 space-y-4">
      <legend className="mb-2 text-ui font-bold">{t`Who wrote it`}</legend>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Field label={t`Up to this role`}>
          {(control) => (
            <Select
              {...control}
              value={rule.writerRoleMost ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onChange({ writerRoleMost: writerRoles.find((role) => role === value) ?? null })
              }
              choices={[
                { value: '', label: t`everybody` },
                ...writerRoles.map((role) => ({ value: role, label: roleName(role) })),
              ]}
            />
          )}
        </Field>
        <NumberField
          label={t`Fewer answers sent than`}
          help={t`For members in training. Empty is no matter.`}
          isOptional
          min={1}
          max={approvalSentMax}
          value={rule.writerSentBelow === null ? '' : String(rule.writerSentBelow)}
          onChange={(value) => onChange({ writerSentBelow: numberIn(value, { min: 1, max: approvalSentMax }) ?? null })}
        />
      </div>
      <PickedField
        label={t`These colleagues`}
        anyLabel={t`anybody`}
        choices={things.members
          .filter(({ role }) => role !== 'observer')
          .map(({ id, name }) => ({ value: id, label: name }))}
        values={rule.writerIds}
        onChange={(ids) => onChange({ writerIds: [...ids] })}
      />
    </fieldset>
  )
}
