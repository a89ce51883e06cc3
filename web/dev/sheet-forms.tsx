import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { DrawnForm, type FormValues, initialValues } from '#web/parts/drawn-form.tsx'
import { ChipsInput, Field, FormError, Input, Select, Switch, TextArea } from '#web/parts/field.tsx'
import { LangChoice } from '#web/parts/lang-choice.tsx'
import { Password } from '#web/parts/password.tsx'
import { Frame } from './frame.tsx'
import { connectors } from './story/listening.ts'
import { departments } from './story/people.ts'

const fields = connectors[0]?.accountForm ?? []

/** What can be filled in. */
export function SheetForms() {
  const { t } = useLingui()
  const [values, setValues] = useState<FormValues>(() => initialValues(fields))
  const [names, setNames] = useState<readonly string[]>(['zilvermeeuw', '#zilvermeeuw'])
  const [isOn, setOn] = useState(true)
  return (
    <>
      <Frame name="fields" span="lg:col-span-6">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t`Your name`} help={t`Colleagues see it beside what you do.`}>
            {(control) => <Input {...control} defaultValue="Noor El Amrani" />}
          </Field>
          <Field label={t`E-mail address`} error={t`There is nothing to send yet.`}>
            {(control) => <Input {...control} defaultValue="noor@" />}
          </Field>
          <Field label={t`Password`} isOptional>
            {(control) => <Password {...control} autoComplete="new-password" defaultValue="een heel lang wachtwoord" />}
          </Field>
          <Field label={t`Department`}>
            {(control) => (
              <Select {...control} choices={departments.map(({ id, name }) => ({ value: id, label: name }))} />
            )}
          </Field>
          <Field label={t`Your note`} className="sm:col-span-2">
            {(control) => (
              <TextArea {...control} rows={2} defaultValue="Band 14 staat stil; koffers liggen in hal 3." />
            )}
          </Field>
        </div>
        <div className="mt-4 space-y-3">
          <ChipsInput label={t`Names`} values={names} onChange={setNames} isMarked />
          <Switch label={t`Listen again`} help={t`When one fails, the rest goes on.`} isOn={isOn} onChange={setOn} />
          <FormError>{t`The server cannot do this now. Nothing is lost; try it again in a minute.`}</FormError>
          <LangChoice />
        </div>
      </Frame>
      <Frame name="a form drawn from a connector" span="lg:col-span-6">
        <DrawnForm fields={fields} values={values} onChange={setValues} />
      </Frame>
    </>
  )
}
