import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useAsk } from '#web/api.ts'
import { Field, Select } from '#web/parts/field.tsx'
import { useMay } from '#web/session.ts'
import { SettingsCard } from './page.tsx'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

/** Who decides about what two departments keep handing each other. */
export function CoordinatorCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const members = useAsk('GET /api/members').data?.members ?? []
  const others = members.filter(({ role }) => role !== 'observer').map(({ id, name }) => ({ value: id, label: name }))
  const mayChange = useMay()('workspace.change')
  const [chosen, setChosen] = useState(workspace.coordinatorId ?? '')
  const { save, isBusy, problem } = useSaveWorkspace()
  return (
    <fieldset disabled={!mayChange}>
      <SettingsCard
        title={t`When nobody takes it`}
        says={t`A conversation may come back to a department once. The second time it goes to the coordinator, who decides where it belongs.`}
        saveLabel={t`Save the coordinator`}
        isChanged={chosen !== (workspace.coordinatorId ?? '')}
        isBusy={isBusy}
        problem={problem}
        onSave={() => save({ coordinatorId: chosen || null }, { coordinatorId: workspace.coordinatorId })}
      >
        <Field label={t`Coordinator`} className="max-w-md">
          {(control) => (
            <Select
              {...control}
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
              choices={[{ value: '', label: t`Nobody: it goes where it was sent` }, ...others]}
            />
          )}
        </Field>
      </SettingsCard>
    </fieldset>
  )
}
