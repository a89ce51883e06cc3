import type { ReactNode } from 'react'
import { Field, Input } from '#web/parts/field.tsx'

type Props = {
  label: ReactNode
  help?: ReactNode
  /** As it is typed; empty while nothing stands there. */
  value: string
  onChange: (value: string) => void
  min: number
  max: number
  isOptional?: boolean
}

/** A whole number between two bounds. */
export function NumberField({ value, onChange, min, max, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          className="num max-w-28"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** The number that was typed, where it is one that may stand there. */
export function numberIn(value: string, { min, max }: { min: number; max: number }): number | undefined {
  const number = Number(value)
  return value.trim() !== '' && Number.isInteger(number) && number >= min && number <= max ? number : undefined
}
