import { useLingui } from '@lingui/react/macro'
import { ChoiceChip } from '#web/parts/bits.tsx'

type Props = {
  values: readonly string[]
  nameOf: (value: string) => string
  onChange: (values: readonly string[]) => void
}

/** What was chosen of a list, each with a way to take it away. */
export function PickedChips({ values, nameOf, onChange }: Props) {
  const { t } = useLingui()
  return values.map((value) => {
    const name = nameOf(value)
    return (
      <ChoiceChip
        key={value}
        removeLabel={t`Remove ${name}`}
        onRemove={() => onChange(values.filter((one) => one !== value))}
      >
        <span className="max-w-48 truncate" title={name}>
          {name}
        </span>
      </ChoiceChip>
    )
  })
}
