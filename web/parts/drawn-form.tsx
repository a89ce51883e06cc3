import { useLingui } from '@lingui/react/macro'
import type { FieldView } from '#api/contract/shapes.ts'
import { ChipsInput, type ControlProps, Field, Input, Select, Switch } from './field.tsx'

export type FormValues = Record<string, unknown>

/** Fields of a connector's own form, drawn from what it says of them. No connector is known here by name. */
export function DrawnForm(props: {
  fields: readonly FieldView[]
  values: FormValues
  onChange: (values: FormValues) => void
  errors?: Record<string, string>
}) {
  const set = (name: string, value: unknown) => props.onChange({ ...props.values, [name]: value })
  return (
    <div className="space-y-4">
      {props.fields.map((field) => (
        <DrawnField
          key={field.name}
          field={field}
          value={props.values[field.name]}
          error={props.errors?.[field.name]}
          onChange={(value) => set(field.name, value)}
        />
      ))}
    </div>
  )
}

type DrawnProps = { field: FieldView; value: unknown; error?: string; onChange: (value: unknown) => void }

function DrawnField({ field, value, error, onChange }: DrawnProps) {
  const { i18n, t } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const help = field.help?.[lang]
  if (field.kind === 'boolean')
    return <Switch label={field.label[lang]} help={help} isOn={value === true} onChange={onChange} />
  const example = field.example ?? undefined
  return (
    <Field
      label={field.label[lang]}
      isOptional={!field.isRequired}
      error={error}
      help={field.kind === 'list' && !help ? t`Press Enter after each one.` : help}
    >
      {(control) => (
        <DrawnControl field={field} value={value} onChange={onChange} control={control} example={example} />
      )}
    </Field>
  )
}

function DrawnControl({
  field,
  value,
  onChange,
  control,
  example,
}: DrawnProps & { control: ControlProps; example?: string }) {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (field.kind) {
    case 'list':
      return (
        <ChipsInput
          control={control}
          values={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
          placeholder={example}
        />
      )
    case 'choice':
      return (
        <Select
          {...control}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
          choices={(field.choices ?? []).map((choice) => ({ value: choice, label: choice }))}
        />
      )
    case 'number':
      return (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          value={text}
          placeholder={example}
          onChange={(event) =>
            onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.valueAsNumber)
          }
        />
      )
    case 'secret':
      return (
        <Input
          {...control}
          type="password"
          autoComplete="off"
          value={text}
          placeholder={example}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'url':
      return (
        <Input
          {...control}
          type="url"
          inputMode="url"
          value={text}
          placeholder={example}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'text':
    case 'boolean':
      return (
        <Input
          {...control}
          type="text"
          autoCapitalize="none"
          spellCheck={false}
          value={text}
          placeholder={example}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}

/** What a form starts with: what its connector says, and the first choice where one must be made. */
export function initialValues(fields: readonly FieldView[]): FormValues {
  const values: FormValues = {}
  for (const field of fields) {
    if (field.initial !== undefined && field.initial !== null) values[field.name] = field.initial
    else if (field.kind === 'choice' && field.isRequired) values[field.name] = field.choices?.[0]
    else if (field.kind === 'list') values[field.name] = []
  }
  return values
}

/** What is sent: empty optional fields are left out. */
export function givenValues(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined))
}

/** The first required field that is still empty. */
export function firstMissing(fields: readonly FieldView[], values: FormValues): FieldView | undefined {
  return fields.find((field) => {
    const value = values[field.name]
    return (
      field.isRequired &&
      field.kind !== 'boolean' &&
      (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    )
  })
}
