import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { DepartmentView, MemberView } from '#api/contract/shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Btn } from '#web/parts/bits.tsx'
import { Field, Input } from '#web/parts/field.tsx'
import { FailedState, NotAllowed, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { useMay, useSession } from '#web/session.ts'
import { CoordinatorCard } from './coordinator-card.tsx'
import { DepartmentEditor } from './department-editor.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'

/** Where conversations can be handed over to when it is not yet clear to whom. */
export function DepartmentSettings() {
  const { t } = useLingui()
  const departments = useAsk('GET /api/departments')
  const members = useAsk('GET /api/members').data?.members ?? []
  const mayChange = useMay()('department.change')
  const { workspace } = useSession()
  const [editedId, setEditedId] = useState<string>()
  const edited = departments.data?.find((one) => one.id === editedId)
  return (
    <SettingsPage
      title={t`Departments`}
      says={t`A conversation can be handed over to a department; whoever is there takes it. What a search hears can start there.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      {mayChange && <NewDepartment />}
      {departments.isPending && <SkeletonRows label={t`The departments are on their way`} count={2} />}
      {departments.error && (
        <FailedState error={departments.error} retry={() => void departments.refetch()} className="mx-0!" />
      )}
      {departments.data && departments.data.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line bg-pane">
          {departments.data.map((one) => (
            <DepartmentRow
              key={one.id}
              department={one}
              members={members}
              onEdit={mayChange ? () => setEditedId(one.id) : undefined}
            />
          ))}
        </ul>
      )}
      {departments.data?.length === 0 && (
        <p className="rounded-xl border border-line bg-pane px-5 py-4 text-body text-ink-2">
          {t`No departments yet, and you may never need them: with a few people one list is enough.`}
        </p>
      )}
      {departments.data && departments.data.length > 1 && workspace && (
        <CoordinatorCard key={workspace.coordinatorId} workspace={workspace} />
      )}
      {edited && <DepartmentEditor department={edited} members={members} onClose={() => setEditedId(undefined)} />}
    </SettingsPage>
  )
}

function NewDepartment() {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const wordsOf = useProblemWords()
  const add = useChange('POST /api/departments', { refresh: ['GET /api/departments'] })
  return (
    <SettingsCard
      title={t`A new department`}
      isMain
      saveLabel={t`Add it`}
      isChanged={name.trim() !== ''}
      isBusy={add.isPending}
      problem={add.error ? wordsOf(add.error) : undefined}
      onSave={() => add.mutate({ body: { name } }, { onSuccess: () => setName('') })}
    >
      <Field label={t`Name`} className="max-w-md">
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
    </SettingsCard>
  )
}

const facesMax = 6

function DepartmentRow({
  department,
  members,
  onEdit,
}: {
  department: DepartmentView
  members: readonly MemberView[]
  onEdit?: () => void
}) {
  const { t } = useLingui()
  const own = members.filter((member) => department.memberIds.includes(member.id))
  const count = own.length
  const { name } = department
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <span className="min-w-0 flex-1 basis-40">
        <span className="block text-body font-bold text-balance">{name}</span>
        <span className="num text-meta text-ink-3">
          {count === 0 ? t`nobody yet` : t`${plural(count, { one: '# person', other: '# people' })}`}
        </span>
      </span>
      <span className="flex -space-x-1.5">
        {own.slice(0, facesMax).map((member) => (
          <Initials key={member.id} name={member.name} size={26} ring="var(--pane)" />
        ))}
      </span>
      {onEdit && (
        <Btn aria-label={t`Change ${name}`} onClick={onEdit}>
          {t`Change…`}
        </Btn>
      )}
    </li>
  )
}
