import { useLingui } from '@lingui/react/macro'
import type { Session } from '#api/contract/shapes.ts'
import { Field, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'

type PromiseMinutes = NonNullable<Session['workspace']>['promiseMinutes']
type Urgency = keyof PromiseMinutes

const offeredMinutes = [5, 15, 30, 60, 120, 240, 480, 960, 1440, 2880]
const urgencies: readonly Urgency[] = ['3', '2', '1', '0']

/** One promise for each urgency that triage gives. */
export function PromiseFields({
  minutes,
  onChange,
}: {
  minutes: PromiseMinutes
  onChange: (minutes: PromiseMinutes) => void
}) {
  const { t } = useLingui()
  const fmt = useFmt()
  const names: Record<Urgency, { label: string; help: string }> = {
    '3': { label: t`Alarm`, help: t`Danger, an accusation, press: somebody is needed now.` },
    '2': { label: t`Today`, help: t`A complaint or a question that cannot wait.` },
    '1': { label: t`Ordinary`, help: t`A question that nobody loses sleep over.` },
    '0': { label: t`No answer needed`, help: t`Praise, news, small talk.` },
  }
  const lasting = (value: number) => {
    const [size, unit] = value < 60 ? [value, 'minute'] : value < 2880 ? [value / 60, 'hour'] : [value / 1440, 'day']
    return new Intl.NumberFormat(fmt.locale, {
      style: 'unit',
      unit: String(unit),
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    }).format(Number(size))
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {urgencies.map((urgency) => {
        const now = minutes[urgency]
        const offered =
          now === null || offeredMinutes.includes(now) ? offeredMinutes : [...offeredMinutes, now].sort((a, b) => a - b)
        return (
          <Field key={urgency} label={names[urgency].label} help={names[urgency].help}>
            {(control) => (
              <Select
                {...control}
                value={now ?? ''}
                onChange={(event) =>
                  onChange({
                    ...minutes,
                    [urgency]: event.currentTarget.value === '' ? null : Number(event.currentTarget.value),
                  })
                }
                choices={[
                  { value: '', label: t`No promise` },
                  ...offered.map((value) => ({ value: String(value), label: lasting(value) })),
                ]}
              />
            )}
          </Field>
        )
      })}
    </div>
  )
}
