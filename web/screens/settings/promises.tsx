import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { NotAllowed } from '#web/parts/states.tsx'
import { useMay, useSession } from '#web/session.ts'
import { SettingsCard, SettingsPage } from './page.tsx'
import { PromiseFields } from './promise-fields.tsx'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

/** How long somebody waits at most, by how urgent it is. */
export function PromiseSettings() {
  const { t } = useLingui()
  const { workspace } = useSession()
  const mayChange = useMay()('workspace.change')
  if (!workspace) return null
  return (
    <SettingsPage
      title={t`Promises`}
      says={t`How long somebody waits at most for a first answer. Everybody’s inbox is sorted by what is left of it, and says so on every card.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      <fieldset disabled={!mayChange}>
        {/* What was saved or taken back elsewhere takes the place of what was chosen. */}
        <PromiseCard key={JSON.stringify(workspace.promiseMinutes)} workspace={workspace} />
      </fieldset>
    </SettingsPage>
  )
}

function PromiseCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const [minutes, setMinutes] = useState(workspace.promiseMinutes)
  const { save, isBusy, problem } = useSaveWorkspace()
  return (
    <SettingsCard
      title={t`What we promise`}
      says={t`It holds for messages that come in from now on; promises that run already keep their time. The time runs day and night.`}
      isMain
      saveLabel={t`Save the promises`}
      isChanged={JSON.stringify(minutes) !== JSON.stringify(workspace.promiseMinutes)}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ promiseMinutes: minutes }, { promiseMinutes: workspace.promiseMinutes })}
    >
      <PromiseFields minutes={minutes} onChange={setMinutes} />
    </SettingsCard>
  )
}
