import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import {
  type Policy,
  type PolicyAbout,
  type PolicyExample,
  policyAbouts,
  policyAnswers,
  policyFields,
  policyWhyMax,
} from '#domain/policy.ts'
import { aboutWords, type PolicyLang, type PolicyNames, spacedText, valueWords } from '#domain/policy-words.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { Field, Input, Select } from '#web/parts/field.tsx'
import { usePolicyNames } from '#web/parts/policy/policy-names.ts'
import { PickMany } from '#web/screens/settings/routing/pick-many.tsx'
import {
  aboutsLeft,
  aboutsSaid,
  type FactValue,
  firstFact,
  withAnswer,
  withFact,
  withoutFact,
} from './example-facts.ts'

type Props = {
  example: PolicyExample
  policy: Policy
  lang: PolicyLang
  names: PolicyNames
  onChange: (example: PolicyExample) => void
}

/** A made-up conversation: what they say, what is known of it, and what colleagues answered. What is not said is not known. */
export function ExampleForm({ example, policy, lang, names, onChange }: Props) {
  const { t } = useLingui()
  const { answers: answerNames } = usePolicyNames()
  const { facts, answers } = example
  const nameOf = (about: PolicyAbout) => spacedText(aboutWords[about][lang])
  const setFacts = (next: PolicyExample['facts']) => onChange({ ...example, facts: next })
  const add = (about: PolicyAbout | undefined) => about && setFacts(withFact(facts, about, firstFact(about)))
  return (
    <div className="space-y-3">
      <Field label={t`What they say`}>
        {(control) => (
          <Input
            {...control}
            value={example.says}
            maxLength={policyWhyMax}
            onChange={(event) => onChange({ ...example, says: event.currentTarget.value })}
          />
        )}
      </Field>
      <fieldset className="space-y-2">
        <legend className="mb-1 text-ui font-semibold">{t`What is known of it`}</legend>
        {aboutsSaid(facts).map((about) => (
          <div
            key={about}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2 sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
          >
            <span className="text-ui text-ink-2 max-sm:col-span-2">{nameOf(about)}</span>
            <Fact
              {...{ about, lang, names, value: facts[about] ?? null, label: nameOf(about) }}
              onChange={(value) => setFacts(withFact(facts, about, value))}
            />
            <IconBtn label={t`Do not say “${nameOf(about)}”`} onClick={() => setFacts(withoutFact(facts, about))}>
              <X size={15} />
            </IconBtn>
          </div>
        ))}
        <Select
          aria-label={t`Say something more of it`}
          className="sm:w-auto!"
          value=""
          onChange={(event) => add(policyAbouts.find((one) => one === event.currentTarget.value))}
          choices={[
            { value: '', label: t`Say something more…` },
            ...aboutsLeft(policy, facts).map((about) => ({ value: about, label: nameOf(about) })),
          ]}
        />
      </fieldset>
      {policy.questions.length > 0 && (
        <fieldset className="space-y-2">
          <legend className="mb-1 text-ui font-semibold">{t`What colleagues answered`}</legend>
          {policy.questions.map(({ id, text }) => (
            <Field key={id} label={<span className="break-words">{text}</span>} className="max-w-md">
              {(control) => (
                <Select
                  {...control}
                  value={answers[id] ?? ''}
                  onChange={(event) => {
                    const answer = policyAnswers.find((one) => one === event.currentTarget.value)
                    onChange({ ...example, answers: withAnswer(answers, id, answer) })
                  }}
                  choices={[
                    { value: '', label: t`nobody answered yet` },
                    ...policyAnswers.map((one) => ({ value: one, label: answerNames[one] })),
                  ]}
                />
              )}
            </Field>
          ))}
        </fieldset>
      )}
    </div>
  )
}

type FactProps = {
  about: PolicyAbout
  lang: PolicyLang
  names: PolicyNames
  value: FactValue
  label: string
  onChange: (value: FactValue) => void
}

function Fact({ about, lang, names, value, label, onChange }: FactProps) {
  const { t } = useLingui()
  const field = policyFields[about]
  if (field.is === 'flag')
    return (
      <Select
        aria-label={label}
        value={value === true ? 'yes' : 'no'}
        onChange={(event) => onChange(event.currentTarget.value === 'yes')}
        choices={[
          { value: 'yes', label: t`it is so` },
          { value: 'no', label: t`it is not so` },
        ]}
      />
    )
  if (field.is === 'figure') {
    const { most } = field
    return (
      <Input
        aria-label={label}
        type="number"
        min={0}
        max={most}
        value={typeof value === 'number' ? value : ''}
        onChange={(event) => {
          const { value: text } = event.currentTarget
          onChange(text === '' ? null : Math.min(Math.max(Math.trunc(Number(text)) || 0, 0), most))
        }}
      />
    )
  }
  const all: readonly string[] | null = field.of
  const named = about === 'topic' || about === 'source' ? names[about] : undefined
  const choices = all
    ? all.map((one) => ({ value: one, label: spacedText(valueWords[one]?.[lang] ?? one) }))
    : named?.map(({ id, name }) => ({ value: id, label: name }))
  if (field.is === 'some')
    return (
      <PickMany
        label={label}
        values={Array.isArray(value) ? value : []}
        choices={choices ?? []}
        nameOf={(one) => choices?.find((choice) => choice.value === one)?.label ?? one}
        onChange={(values) => onChange([...values])}
      />
    )
  const said = typeof value === 'string' ? value : ''
  if (!choices)
    return (
      <Input
        aria-label={label}
        value={said}
        maxLength={40}
        onChange={(event) => onChange(event.currentTarget.value.trim().toLowerCase() || null)}
      />
    )
  return (
    <Select
      aria-label={label}
      value={said}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      choices={said === '' ? [{ value: '', label: t`not known` }, ...choices] : choices}
    />
  )
}
