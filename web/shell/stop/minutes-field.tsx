import { Field, Input } from '#web/parts/field.tsx'

type Props = { label: string; value: number; max: number; onChange: (minutes: number) => void }

/** Whole minutes; an empty or too high figure becomes one that can be. */
export function MinutesField({ label, value, max, onChange }: Props) {
  return (
    <Field label={label} className="w-48">
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          min={0}
          max={max}
          step={1}
          value={value}
          onChange={({ currentTarget }) => {
            const typed = Math.round(currentTarget.valueAsNumber)
            onChange(Number.isNaN(typed) ? 0 : Math.min(Math.max(typed, 0), max))
          }}
        />
      )}
    </Field>
  )
}
