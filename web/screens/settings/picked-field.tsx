import { useLingui } from '@lingui/react/macro'
import { Field, Select } from '#web/parts/field.tsx'
import { PickedChips } from './picked-chips.tsx'

type Choice = { value: string; label: string }
type Props = {
  label: string
  /** What holds while nothing is chosen. */
  anyLabel: string
  choices: readonly Choice[]
  values: readonly string[]
  onChange: (values: readonly string[]) => void
}

/** Some of a list: those that were chosen, each with a way to take it away, and a list to choose another from. */
export function PickedField({ label, anyLabel, choices, values, onChange }: Props) {
  const { t } = useLingui()
  const left = choices.filter(({ value }) => !values.includes(value))
  const nameOf = (value: string) => choices.find((one) => one.value === value)?.label ?? t`no longer here`
  if (choices.length === 0 && values.length === 0) return null
  return (
    <Field label={label}>
      {(control) => (
        <>
          {values.length > 0 && (
            <div className="mb-1.5 flex flex-wrap gap-1.5">
              <PickedChips values={values} nameOf={nameOf} onChange={onChange} />
            </div>
          )}
          <Select
            {...control}
            value=""
            disabled={left.length === 0}
            onChange={({ currentTarget }) => currentTarget.value && onChange([...values, currentTarget.value])}
            choices={[{ value: '', label: values.length === 0 ? anyLabel : t`or also…` }, ...left]}
          />
        </>
      )}
    </Field>
  )
}
