import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { useChange } from '#web/api.ts'
import { Field, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'

type Digest = Answer<'GET /api/mail'>['digest']

export function DigestCard({ digest }: { digest: Digest }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [hour, setHour] = useState(digest.hour)
  const change = useChange('PUT /api/mail/digest', { refresh: ['GET /api/mail'] })
  const { timeZone } = digest
  const save = (next: string, back?: string): void =>
    change.mutate(
      { body: { hour: next, timeZone } },
      { onSuccess: () => showToast({ text: t`Saved`, undo: back === undefined ? undefined : () => save(back) }) },
    )
  return (
    <SettingsCard
      title={t`The letter of the day`}
      says={t`Everybody who wants it gets it at this time, on days with opening hours. Who has nothing to hear gets none.`}
      saveLabel={t`Save the time`}
      isChanged={hour !== '' && hour !== digest.hour}
      isBusy={change.isPending}
      problem={change.error ? wordsOf(change.error) : undefined}
      onSave={() => save(hour, digest.hour)}
    >
      <Field label={t`Time`} help={t`Time in ${timeZone}`} className="max-w-48">
        {(control) => (
          <Input
            {...control}
            type="time"
            required
            value={hour}
            onChange={(event) => setHour(event.currentTarget.value)}
          />
        )}
      </Field>
    </SettingsCard>
  )
}
