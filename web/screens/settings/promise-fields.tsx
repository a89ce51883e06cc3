import type { Session } from '#api/contract/shapes.ts'
import { Field } from '#web/parts/field.tsx'
import { answerMinutes, MinutesSelect } from './minutes-select.tsx'
import { useUrgencyNames } from './urgency-names.ts'

type PromiseMinutes = NonNullable<Session['workspace']>['promiseMinutes']

/** One promise for each urgency that triage gives. */
export function PromiseFields({
  minutes,
  isOpenTime,
  onChange,
}: {
  minutes: PromiseMinutes
  isOpenTime: boolean
  onChange: (minutes: PromiseMinutes) => void
}) {
  const names = useUrgencyNames()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {names.map(({ value, label, help }) => (
        <Field key={value} label={label} help={help}>
          {(control) => (
            <MinutesSelect
              control={control}
              value={minutes[value]}
              onChange={(chosen) => onChange({ ...minutes, [value]: chosen })}
              offered={answerMinutes}
              isOpenTime={isOpenTime}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
