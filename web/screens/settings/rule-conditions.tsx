import { useLingui } from '@lingui/react/macro'
import type { Urgency } from '#domain/assessment.ts'
import type { PromiseConditions } from '#domain/promise-rule.ts'
import { PickedField } from './picked-field.tsx'
import type { RuleThings } from './use-rule-things.ts'

type Props = { when: PromiseConditions; things: RuleThings; onChange: (when: PromiseConditions) => void }

/** For which messages a rule is. What nothing is chosen of does not matter. */
export function RuleConditions({ when, things, onChange }: Props) {
  const { t } = useLingui()
  return (
    <fieldset className="min-w-0">
      <legend className="text-ui font-semibold">{t`For messages`}</legend>
      <p className="mt-0.5 text-meta text-ink-3">{t`One of what is chosen in a list must fit, and every list must.`}</p>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        <PickedField
          label={t`Urgency`}
          anyLabel={t`Any urgency`}
          choices={things.urgencies}
          values={when.urgencies.map(String)}
          // The list offers nothing but urgencies.
          onChange={(values) => onChange({ ...when, urgencies: values.map(Number) as Urgency[] })}
        />
        <PickedField
          label={t`Topic`}
          anyLabel={t`Any topic`}
          choices={things.topics}
          values={when.topicIds}
          onChange={(topicIds) => onChange({ ...when, topicIds })}
        />
        <PickedField
          label={t`Department`}
          anyLabel={t`Any department`}
          choices={things.departments}
          values={when.departmentIds}
          onChange={(departmentIds) => onChange({ ...when, departmentIds })}
        />
        <PickedField
          label={t`Network`}
          anyLabel={t`Any network`}
          choices={things.networks}
          values={when.networks}
          onChange={(networks) => onChange({ ...when, networks })}
        />
        <PickedField
          label={t`Source`}
          anyLabel={t`Any source`}
          choices={things.sources}
          values={when.sourceIds}
          onChange={(sourceIds) => onChange({ ...when, sourceIds })}
        />
      </div>
    </fieldset>
  )
}
