import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field, Select } from '#web/parts/field.tsx'
import { SettingsCard } from './page.tsx'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

const dayChoices = [3, 7, 14, 30, 60, 90]

/** For how long what comes after an answer is counted as after it. */
export function EffectCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const [days, setDays] = useState(workspace.effectDays)
  const { save, isBusy, problem } = useSaveWorkspace()
  const choices = [...new Set([...dayChoices, workspace.effectDays])].toSorted((a, b) => a - b)
  return (
    <SettingsCard
      title={t`What comes after an answer`}
      says={t`Under each answer stands what was seen after it: thanks, a complaint that goes on, another tone, silence. What comes later than this does not count. It holds for answers that leave from now on.`}
      saveLabel={t`Save how long`}
      isChanged={days !== workspace.effectDays}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ effectDays: days }, { effectDays: workspace.effectDays })}
    >
      <Field label={t`Counts for`} className="max-w-80">
        {(control) => (
          <Select
            {...control}
            value={String(days)}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
            choices={choices.map((one) => ({
              value: String(one),
              label: plural(one, { one: '# day', other: '# days' }),
            }))}
          />
        )}
      </Field>
    </SettingsCard>
  )
}
