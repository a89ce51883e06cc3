import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { hoursWords } from '#domain/hours-words.ts'
import { hoursProblem, type OpeningHours } from '#domain/opening-hours.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Select, Switch } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useWeekdays } from './day-name.ts'
import { HolidayFields } from './holiday-fields.tsx'
import { areWeekdaysAlike, copiedToWeekdays, isSameHours, startHours, withDay } from './hours-draft.ts'
import { HoursExample } from './hours-example.tsx'
import { OwnDays } from './own-days.tsx'
import { SettingsCard } from './page.tsx'
import { RangeFields } from './range-fields.tsx'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

const exampleMinutes = 30

/** When somebody is there: the time of a promise runs then only. */
export function HoursCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const kept = workspace.openingHours
  const [hours, setHours] = useState<OpeningHours | null>(kept)
  const { save, isBusy, problem } = useSaveWorkspace()
  const isSound = hours === null || hoursProblem(hours) === undefined
  // What was typed stays for whoever turns it off and on again.
  const [draft, setDraft] = useState(hours)
  const turn = (isOn: boolean) => {
    setDraft(hours ?? draft)
    setHours(isOn ? (draft ?? startHours(Intl.DateTimeFormat().resolvedOptions().timeZone)) : null)
  }
  return (
    <SettingsCard
      title={t`Opening hours`}
      says={t`Outside them the time of a promise stands still. Messages are heard day and night all the same.`}
      saveLabel={t`Save the opening hours`}
      isChanged={isSound && !isSameHours(hours, kept)}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ openingHours: hours }, { openingHours: kept })}
    >
      <Switch
        label={t`Promises count opening hours only`}
        help={hours ? undefined : t`Now somebody is always there: the time runs day and night.`}
        isOn={hours !== null}
        onChange={turn}
      />
      {hours && <HoursFields hours={hours} onChange={setHours} minutes={minutesShown(workspace)} />}
    </SettingsCard>
  )
}

/** The promise that most messages with some hurry get. */
function minutesShown({ promiseMinutes }: Workspace): number {
  return promiseMinutes['2'] ?? promiseMinutes['1'] ?? promiseMinutes['0'] ?? exampleMinutes
}

type FieldsProps = { hours: OpeningHours; onChange: (hours: OpeningHours) => void; minutes: number }

function HoursFields({ hours, onChange, minutes }: FieldsProps) {
  const { t } = useLingui()
  const { lang } = useFmt()
  const problem = hoursProblem(hours)
  const problemAt = (at: number | string) =>
    problem && 'at' in problem && problem.at === at ? hoursWords(problem)[lang] : undefined
  return (
    <>
      <Field label={t`Time zone`} className="sm:max-w-[calc(50%-0.5rem)]">
        {(control) => (
          <Select
            {...control}
            value={hours.timeZone}
            onChange={(event) => onChange({ ...hours, timeZone: event.currentTarget.value })}
            choices={zonesWith(hours.timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
          />
        )}
      </Field>
      <Week hours={hours} onChange={onChange} problemAt={problemAt} />
      <HolidayFields place={hours.holidays} onChange={(holidays) => onChange({ ...hours, holidays })} />
      <OwnDays hours={hours} onChange={onChange} problemAt={problemAt} />
      <Switch
        label={t`What is urgent is not stopped by closing time`}
        help={t`Alarms are promised day and night: danger, an accusation, press.`}
        isOn={hours.isUrgentNeverStopped}
        onChange={(isUrgentNeverStopped) => onChange({ ...hours, isUrgentNeverStopped })}
      />
      {problem && !('at' in problem) && <FormError>{hoursWords(problem)[lang]}</FormError>}
      {!problem && <HoursExample hours={hours} minutes={minutes} />}
    </>
  )
}

type WeekProps = Omit<FieldsProps, 'minutes'> & { problemAt: (day: number) => string | undefined }

function Week({ hours, onChange, problemAt }: WeekProps) {
  const { t } = useLingui()
  const names = useWeekdays()
  const monday = names[0] ?? ''
  return (
    <fieldset>
      <legend className="text-ui font-semibold">{t`The week`}</legend>
      <p className="mt-0.5 text-meta text-ink-3">{t`24:00 is midnight. For a night, go on from 00:00 on the next day.`}</p>
      <div className="mt-1 divide-y divide-line">
        {names.map((name, day) => (
          <RangeFields
            key={name}
            name={name}
            ranges={hours.week[day] ?? []}
            onChange={(ranges) => onChange(withDay(hours, day, ranges))}
            problem={problemAt(day)}
          />
        ))}
      </div>
      <Btn
        small
        className="mt-2 [fieldset:disabled_&]:hidden"
        disabled={areWeekdaysAlike(hours)}
        onClick={() => onChange(copiedToWeekdays(hours))}
      >
        {t`Copy ${monday} to the weekdays`}
      </Btn>
    </fieldset>
  )
}

function zonesWith(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return [...new Set([...known, 'UTC', chosen])].toSorted()
}
