import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { Field, Select } from '#web/parts/field.tsx'
import { useLegalBases, usePurposes } from './why-words.ts'

export type WhyValues = { departmentId: string; purpose: string; legalBasis: string }

/** For whom, and why we may: asked once, kept with the search. */
export function WhyFields({ values, onChange }: { values: WhyValues; onChange: (part: Partial<WhyValues>) => void }) {
  const { t } = useLingui()
  const departments = useAsk('GET /api/departments').data ?? []
  const purposes = usePurposes()
  const legalBases = useLegalBases()
  return (
    <>
      <Field label={t`For which department`} help={t`New conversations start there, without an owner.`}>
        {(control) => (
          <Select
            {...control}
            value={values.departmentId}
            onChange={(event) => onChange({ departmentId: event.currentTarget.value })}
            choices={[
              { value: '', label: t`None: for everybody` },
              ...departments.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        <Field label={t`Why we listen`}>
          {(control) => (
            <Select
              {...control}
              value={values.purpose}
              onChange={(event) => onChange({ purpose: event.currentTarget.value })}
              choices={purposes}
            />
          )}
        </Field>
        <Field label={t`Legal ground`} help={t`Article 6 of the GDPR: why you may keep these messages.`}>
          {(control) => (
            <Select
              {...control}
              value={values.legalBasis}
              onChange={(event) => onChange({ legalBasis: event.currentTarget.value })}
              choices={legalBases}
            />
          )}
        </Field>
      </div>
    </>
  )
}
