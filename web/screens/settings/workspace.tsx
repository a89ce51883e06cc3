import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ChipsInput, Field, Input } from '#web/parts/field.tsx'
import { NotAllowed } from '#web/parts/states.tsx'
import { DemoCard } from '#web/screens/demo/demo-card.tsx'
import { useMay, useSession } from '#web/session.ts'
import { SettingsCard, SettingsPage } from './page.tsx'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

const undoSecondsMax = 30

/** What holds for everybody here. */
export function WorkspaceSettings() {
  const { t } = useLingui()
  const { workspace } = useSession()
  const mayChange = useMay()('workspace.change')
  if (!workspace) return null
  return (
    <SettingsPage title={t`Workspace`} says={t`These hold for everybody who works here.`}>
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      <fieldset disabled={!mayChange} className="space-y-4">
        {/* What was saved or taken back elsewhere takes the place of what was typed. */}
        <NameCard key={`${workspace.name} ${workspace.brands.join()}`} workspace={workspace} />
        <UndoCard key={workspace.undoSeconds} workspace={workspace} />
      </fieldset>
      <DemoCard />
    </SettingsPage>
  )
}

function NameCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const [name, setName] = useState(workspace.name)
  const [brands, setBrands] = useState<readonly string[]>(workspace.brands)
  const { save, isBusy, problem } = useSaveWorkspace()
  const isChanged = name.trim() !== workspace.name || brands.join('\n') !== workspace.brands.join('\n')
  return (
    <SettingsCard
      title={t`Name and brands`}
      says={t`Triage looks at how people speak of these names: “your app is bad” is about you, “the weather is bad” is not.`}
      isMain
      saveLabel={t`Save the names`}
      isChanged={isChanged && name.trim() !== ''}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ name, brands: [...brands] }, { name: workspace.name, brands: workspace.brands })}
    >
      <Field label={t`Organisation`}>
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
      <Field label={t`Brands and products`} isOptional help={t`Press Enter after each one.`}>
        {(control) => <ChipsInput control={control} values={brands} onChange={setBrands} countMax={50} />}
      </Field>
    </SettingsCard>
  )
}

function UndoCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const [seconds, setSeconds] = useState(workspace.undoSeconds)
  const { save, isBusy, problem } = useSaveWorkspace()
  return (
    <SettingsCard
      title={t`Time to take an answer back`}
      says={t`Every answer is held this long before it leaves. It is held on the server: closing the page sends nothing sooner and loses nothing.`}
      saveLabel={t`Save the time`}
      isChanged={seconds !== workspace.undoSeconds}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ undoSeconds: seconds }, { undoSeconds: workspace.undoSeconds })}
    >
      <Field label={t`Seconds`} className="max-w-80">
        {(control) => (
          <span className="flex items-center gap-3">
            <input
              {...control}
              type="range"
              min={0}
              max={undoSecondsMax}
              step={5}
              value={seconds}
              onChange={(event) => setSeconds(event.currentTarget.valueAsNumber)}
              className="h-6 flex-1 accent-ink touch:h-11"
            />
            <output htmlFor={control.id} className="num w-16 text-right text-body font-semibold">
              {seconds === 0 ? t`none` : `${seconds} s`}
            </output>
          </span>
        )}
      </Field>
    </SettingsCard>
  )
}
