import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import type { DepartmentView, MemberView } from '#api/contract/shapes.ts'
import type { Distribution } from '#domain/distribution.ts'
import { useChange } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { type Capacities, DistributionFields } from './distribution-fields.tsx'

export function DepartmentEditor({
  department,
  members,
  onClose,
}: {
  department: DepartmentView
  members: readonly MemberView[]
  onClose: () => void
}) {
  const { t } = useLingui()
  const formId = useId()
  const [name, setName] = useState(department.name)
  const [memberIds, setMemberIds] = useState<readonly string[]>(department.memberIds)
  const [distribution, setDistribution] = useState(department.distribution)
  const [capacities, setCapacities] = useState<Capacities>(department.capacities)
  const [isRemoving, setRemoving] = useState(false)
  const wordsOf = useProblemWords()
  const change = useChange('PATCH /api/departments/{id}', { refresh: ['GET /api/departments', 'GET /api/members'] })
  const remove = useChange('DELETE /api/departments/{id}', {
    refresh: ['GET /api/departments', 'GET /api/members', 'GET /api/views'],
  })
  const oldName = department.name
  type Values = {
    name: string
    memberIds: string[]
    distribution: Distribution
    capacities: Record<string, number | null>
  }
  const save = (body: Values, back?: Values) =>
    change.mutate(
      { params: { id: department.id }, body },
      {
        onSuccess: () => {
          showToast({ text: t`Saved: ${body.name}`, undo: back && (() => save(back)) })
          onClose()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save(
      { name, memberIds: [...memberIds], distribution, capacities: capacitiesOf(memberIds, capacities) },
      { ...department, capacities: capacitiesOf(department.memberIds, department.capacities) },
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={oldName}
      footer={
        <>
          <Btn kind="primary" type="submit" form={formId} isBusy={change.isPending} disabled={!name.trim()}>
            {t`Save`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
          <span className="flex-1" />
          <Btn kind="danger" onClick={() => setRemoving(true)}>{t`Remove…`}</Btn>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="space-y-4 pt-1">
        <Field label={t`Name`}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <fieldset>
          <legend className="mb-1 text-ui font-semibold">{t`Who is there`}</legend>
          <MemberChecks members={members} checkedIds={memberIds} onChange={setMemberIds} />
        </fieldset>
        <DistributionFields
          distribution={distribution}
          onDistribution={setDistribution}
          members={members.filter(({ id }) => memberIds.includes(id))}
          capacities={capacities}
          onCapacities={setCapacities}
        />
        {change.error && <FormError>{wordsOf(change.error)}</FormError>}
      </form>
      <RemoveDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t`Remove ${oldName}?`}
        says={t`Its conversations and topics stay, without a department. Its members stay members.`}
        doLabel={t`Remove the department`}
        error={remove.error}
        isBusy={remove.isPending}
        onRemove={() => remove.mutate({ params: { id: department.id } }, { onSuccess: onClose })}
      />
    </Dialog>
  )
}

/** Of everybody who is there: how much they have room for, or that it is without end. */
function capacitiesOf(memberIds: readonly string[], capacities: Capacities): Record<string, number | null> {
  return Object.fromEntries(memberIds.map((id) => [id, capacities[id] ?? null]))
}

type ChecksProps = {
  members: readonly MemberView[]
  checkedIds: readonly string[]
  onChange: (ids: readonly string[]) => void
}

function MemberChecks({ members, checkedIds, onChange }: ChecksProps) {
  return (
    <ul>
      {members.map((member) => {
        const isIn = checkedIds.includes(member.id)
        return (
          <li key={member.id}>
            <label className="flex min-h-10 touch:min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 hover:bg-sunken">
              <input
                type="checkbox"
                checked={isIn}
                onChange={() =>
                  onChange(isIn ? checkedIds.filter((id) => id !== member.id) : [...checkedIds, member.id])
                }
                className="size-4 accent-ink"
              />
              <Initials name={member.name} size={24} />
              <span className="min-w-0 truncate text-body" aria-hidden="true">
                {member.name}
              </span>
            </label>
          </li>
        )
      })}
    </ul>
  )
}
