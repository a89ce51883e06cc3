import { useLingui } from '@lingui/react/macro'
import { type ControlProps, Select } from '#web/parts/field.tsx'
import { useLasting } from '#web/parts/lasting.ts'

export const answerMinutes = [5, 15, 30, 60, 120, 240, 480, 960, 1440, 2880]
export const matterMinutes = [60, 240, 480, 1440, 2880, 4320, 7200, 10_080, 20_160]

type Props = {
  control: ControlProps
  value: number | null
  onChange: (minutes: number | null) => void
  offered: readonly number[]
  /** Counted in opening hours, where two days would be three working days. */
  isOpenTime: boolean
}

/** How long at most, or no promise. A time that somebody chose elsewhere stands among the others. */
export function MinutesSelect({ control, value, onChange, offered, isOpenTime }: Props) {
  const { t } = useLingui()
  const lasting = useLasting(isOpenTime)
  const all = value === null ? offered : [...new Set([...offered, value])].toSorted((a, b) => a - b)
  return (
    <Select
      {...control}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : Number(currentTarget.value))}
      choices={[
        { value: '', label: t`No promise` },
        ...all.map((minutes) => ({ value: String(minutes), label: lasting(minutes) })),
      ]}
    />
  )
}
