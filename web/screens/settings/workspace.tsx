import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ChipsInput, Field, Input, Select } from '#web/parts/field.tsx'
import { NotAllowed } from '#web/parts/states.tsx'
import { DemoCard } from '#web/screens/demo/demo-card.tsx'
import { useLength } from '#web/screens/inbox/parties/length-words.ts'
import { useMay, useSession } from '#web/session.ts'
import { AddressCard } from './address-card.tsx'
import { EffectCard } from './effect-card.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

const undoSecondsMax = 30
const minuteMs = 60_000
const joinChoices = [5, 15, 30, 60, 180, 1_440]

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
        <AddressCard key={workspace.slug} workspace={workspace} />
        <UndoCard key={workspace.undoSeconds} workspace={workspace} />
        <JoinCard key={`join ${workspace.joinMinutes}`} workspace={workspace} />
        <EffectCard key={`effect ${workspace.effectDays}`} workspace={workspace} />
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

/** One author who goes on in a new post. */
function JoinCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const length = useLength()
  const [minutes, setMinutes] = useState(workspace.joinMinutes)
  const { save, isBusy, problem } = useSaveWorkspace()
  const choices = [...new Set([...joinChoices, ...(workspace.joinMinutes ? [workspace.joinMinutes] : [])])]
  return (
    <SettingsCard
      title={t`Who goes on in a new post`}
      says={t`A new post by the same author about the same topic goes into the conversation they are in, as long as that is open. The conversation says so, and any message can be taken out again.`}
      saveLabel={t`Save when posts belong together`}
      isChanged={minutes !== workspace.joinMinutes}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ joinMinutes: minutes }, { joinMinutes: workspace.joinMinutes })}
    >
      <Field label={t`Together when said within`} className="max-w-80">
        {(control) => (
          <Select
            {...control}
            value={String(minutes ?? 0)}
            onChange={(event) => setMinutes(Number(event.currentTarget.value) || null)}
            choices={[
              { value: '0', label: t`Never: every post is a conversation` },
              ...choices
                .toSorted((a, b) => a - b)
                .map((one) => ({ value: String(one), label: length(one * minuteMs) })),
            ]}
          />
        )}
      </Field>
    </SettingsCard>
  )
}
