import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Ask } from '#api/contract/contract.ts'
import type { Session } from '#api/contract/shapes.ts'
import { useChange } from '#web/api.ts'
import { ChipsInput, Field, Input } from '#web/parts/field.tsx'
import { NotAllowed, useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useMay, useSession } from '#web/session.ts'
import { SettingsCard, SettingsPage } from './page.tsx'
import { PromiseFields } from './promise-fields.tsx'

type Workspace = NonNullable<Session['workspace']>
type Change = Ask<'PATCH /api/workspace'>['body']
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
        <PromiseCard key={JSON.stringify(workspace.promiseMinutes)} workspace={workspace} />
        <UndoCard key={workspace.undoSeconds} workspace={workspace} />
      </fieldset>
    </SettingsPage>
  )
}

function useSaveWorkspace() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = useChange('PATCH /api/workspace', { refresh: ['GET /api/session'] })
  const save = (body: Change, back?: Change) =>
    change.mutate({ body }, { onSuccess: () => showToast({ text: t`Saved`, undo: back && (() => save(back)) }) })
  return { save, isBusy: change.isPending, problem: change.error ? wordsOf(change.error) : undefined }
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

function PromiseCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const [minutes, setMinutes] = useState(workspace.promiseMinutes)
  const { save, isBusy, problem } = useSaveWorkspace()
  return (
    <SettingsCard
      title={t`What we promise`}
      says={t`How long somebody waits at most for a first answer. The inbox is sorted by what is left of it; running promises keep their time.`}
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
