import { useLingui } from '@lingui/react/macro'
import { Select } from '#web/parts/field.tsx'
import { PickedChips } from '#web/screens/settings/picked-chips.tsx'

type Props = {
  label: string
  values: readonly string[]
  choices: readonly { value: string; label: string }[]
  nameOf: (value: string) => string
  onChange: (values: readonly string[]) => void
}

/** Some of a list, one of which is enough: those that are chosen as chips, the others in the platform's own list. */
export function PickMany({ label, values, choices, nameOf, onChange }: Props) {
  const { t } = useLingui()
  const left = choices.filter(({ value }) => !values.includes(value))
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <PickedChips values={values} nameOf={nameOf} onChange={onChange} />
      {left.length > 0 && (
        <Select
          aria-label={values.length === 0 ? label : t`${label}: or another`}
          className="w-auto! max-w-full flex-1 basis-40"
          value=""
          onChange={(event) => event.currentTarget.value && onChange([...values, event.currentTarget.value])}
          choices={[{ value: '', label: values.length === 0 ? t`Choose…` : t`or…` }, ...left]}
        />
      )}
    </div>
  )
}
