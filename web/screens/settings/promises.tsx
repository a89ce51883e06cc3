import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { NotAllowed } from '#web/parts/states.tsx'
import { useMay, useSession } from '#web/session.ts'
import { HoursCard } from './hours-card.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'
import { PromiseFields } from './promise-fields.tsx'
import { RulesCard } from './rules-card.tsx'
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
      says={t`How long somebody waits at most. Everybody’s inbox is sorted by what is left of it, and says so on every card.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      <fieldset disabled={!mayChange} className="min-w-0 space-y-4">
        {/* What was saved or taken back elsewhere takes the place of what was chosen. */}
        <PromiseCard key={JSON.stringify(workspace.promiseMinutes)} workspace={workspace} />
        <RulesCard key={`rules ${JSON.stringify(workspace.promiseRules)}`} workspace={workspace} />
        <HoursCard key={`hours ${JSON.stringify(workspace.openingHours)}`} workspace={workspace} />
      </fieldset>
    </SettingsPage>
  )
}

function PromiseCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const [minutes, setMinutes] = useState(workspace.promiseMinutes)
  const isOpenTime = workspace.openingHours !== null
  const { save, isBusy, problem } = useSaveWorkspace()
  return (
    <SettingsCard
      title={t`By urgency`}
      says={
        isOpenTime
          ? t`How long until an answer. It holds for open conversations too; what is broken stays broken. The time runs in the opening hours below.`
          : t`How long until an answer. It holds for open conversations too; what is broken stays broken. The time runs day and night.`
      }
      isMain
      saveLabel={t`Save the promises`}
      isChanged={JSON.stringify(minutes) !== JSON.stringify(workspace.promiseMinutes)}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ promiseMinutes: minutes }, { promiseMinutes: workspace.promiseMinutes })}
    >
      <PromiseFields minutes={minutes} isOpenTime={isOpenTime} onChange={setMinutes} />
    </SettingsCard>
  )
}
