import { useLingui } from '@lingui/react/macro'
import { type Approvers, approverRoles } from '#domain/approval.ts'
import { Field, Select } from '#web/parts/field.tsx'
import { PickedField } from '#web/screens/settings/picked-field.tsx'
import { useRoleName } from '#web/screens/settings/role-words.ts'
import { ApproversNow } from './approvers-now.tsx'
import type { Approving } from './use-approver-things.ts'

type Props = {
  legend: string
  approvers: Approvers
  things: Approving
  isLast?: boolean
  onChange: (approvers: Approvers) => void
}

/** Who may say yes: from a role on, colleagues by name, and who leads in a department. Each of these is enough. */
export function ApproverFields({ legend, approvers, things, isLast, onChange }: Props) {
  const { t } = useLingui()
  const roleName = useRoleName()
  const put = (change: Partial<Approvers>) => onChange({ ...approvers, ...change })
  const { roleLeast, memberIds, departmentId } = approvers
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="mb-2 text-ui font-bold">{legend}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t`From this role on`}>
          {(control) => (
            <Select
              {...control}
              value={roleLeast ?? ''}
              onChange={({ currentTarget: { value } }) =>
                put({ roleLeast: approverRoles.find((role) => role === value) ?? null })
              }
              choices={[
                { value: '', label: t`Not by role` },
                ...approverRoles.map((role) => ({
                  value: role,
                  label: role === 'member' ? t`Any colleague who answers` : t`from ${roleName(role)} on`,
                })),
              ]}
            />
          )}
        </Field>
        <Field label={t`Who leads in a department`}>
          {(control) => (
            <Select
              {...control}
              value={departmentId ?? ''}
              onChange={({ currentTarget: { value } }) => put({ departmentId: value || null })}
              choices={[
                { value: '', label: t`No department` },
                ...things.departments.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
      </div>
      <PickedField
        label={t`Colleagues by name`}
        anyLabel={t`Nobody by name`}
        // Who only looks cannot approve.
        choices={things.members
          .filter(({ role }) => role !== 'observer')
          .map(({ id, name }) => ({ value: id, label: name }))}
        values={memberIds}
        onChange={(ids) => put({ memberIds: [...ids] })}
      />
      <ApproversNow approvers={approvers} things={things} isLast={isLast} />
    </fieldset>
  )
}
