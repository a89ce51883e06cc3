import { useLingui } from '@lingui/react/macro'
import { incidentLimits as most } from '#domain/incident.ts'
import { Field, Input, Select, Switch, TextArea } from '#web/parts/field.tsx'

type Person = { id: string; name: string }
type Written<T> = { value: T; onChange: (value: T) => void }

/** What an incident is asked when it is opened and when it is changed, written once. */
export function TitleField({ value, onChange, isFirst }: Written<string> & { isFirst?: true }) {
  const { t } = useLingui()
  return (
    <Field label={t`What it is called`}>
      {(control) => (
        <Input
          {...control}
          data-first={isFirst}
          required
          maxLength={most.title}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export function HappeningField({ value, onChange }: Written<string>) {
  const { t } = useLingui()
  return (
    <Field label={t`What is going on, in one sentence`} isOptional>
      {(control) => (
        <TextArea
          {...control}
          maxLength={most.happening}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** Somebody, or nobody yet: the empty value. */
export function PersonField({
  label,
  people,
  value,
  onChange,
}: Written<string> & { label: string; people: readonly Person[] }) {
  const { t } = useLingui()
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          choices={[{ value: '', label: t`Nobody yet` }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </Field>
  )
}

export function PrivateSwitch({ value, onChange }: Written<boolean>) {
  const { t } = useLingui()
  return (
    <Switch
      label={t`Private`}
      help={t`Only for those in it, administrators and the coordinator.`}
      isOn={value}
      onChange={onChange}
    />
  )
}
