import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { Field, Input, Switch } from '#web/parts/field.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { useSaveNotices } from './use-save-notices.ts'

type Settings = Answer<'GET /api/notices/settings'>
const usual = { from: '22:00', to: '07:00' }

/** When nothing may call me. Saved with the time zone of this device, in which the times are meant. */
export function QuietCard({ settings }: { settings: Settings }) {
  const { t } = useLingui()
  const { quiet, timeZone, isPageHeard } = settings
  const [times, setTimes] = useState(quiet ?? usual)
  const mine = useSaveNotices()
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const back = { quiet, timeZone, isPageHeard }
  const isChanged = quiet !== null && (times.from !== quiet.from || times.to !== quiet.to)
  return (
    <SettingsCard
      title={t`Quiet hours`}
      says={t`What comes in them waits, and reaches you as one when they end. The bell in Wederhoor goes on counting.`}
      saveLabel={t`Save the times`}
      isChanged={isChanged}
      isBusy={mine.isBusy}
      problem={mine.problem}
      onSave={() => mine.save({ quiet: times, timeZone: here }, back)}
    >
      <Switch
        label={t`I have quiet hours`}
        isOn={quiet !== null}
        disabled={mine.isBusy}
        onChange={(isOn) => mine.save({ quiet: isOn ? times : null, timeZone: here }, back)}
      />
      {quiet && (
        <>
          <div className="grid max-w-md grid-cols-2 gap-4">
            <Field label={t`From`} help={t`Time in ${timeZone}`}>
              {(control) => (
                <Input
                  {...control}
                  type="time"
                  required
                  value={times.from}
                  onChange={(event) => setTimes({ ...times, from: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field label={t`Until`}>
              {(control) => (
                <Input
                  {...control}
                  type="time"
                  required
                  value={times.to}
                  onChange={(event) => setTimes({ ...times, to: event.currentTarget.value })}
                />
              )}
            </Field>
          </div>
          <Switch
            label={t`A page comes through`}
            help={t`A broken promise with risk in it, for one. Off: pages wait as well.`}
            isOn={isPageHeard}
            disabled={mine.isBusy}
            onChange={(next) => mine.save({ isPageHeard: next }, { isPageHeard })}
          />
        </>
      )}
    </SettingsCard>
  )
}
