import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { isFigureTest, isFlag } from '#domain/ask-policy.ts'
import {
  type FigureTest,
  figureAbouts,
  flagAbouts,
  type ListTest,
  oneAbouts,
  type PolicyAbout,
  type PolicyTest,
  policyAbouts,
  policyFields,
  policyTestsMax,
  someAbouts,
} from '#domain/policy.ts'
import { aboutWords, type PolicyLang, type PolicyNames, spacedText, valueWords } from '#domain/policy-words.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { Field, Input, Select } from '#web/parts/field.tsx'
import { PickMany } from '#web/screens/settings/routing/pick-many.tsx'

type Props = {
  tests: PolicyTest[]
  lang: PolicyLang
  names: PolicyNames
  /** Where asking nothing means that everything fits. */
  mayBeEmpty?: boolean
  onChange: (tests: PolicyTest[]) => void
}

/** What is asked; all of it must hold. */
export function TestFields({ tests, lang, names, mayBeEmpty = false, onChange }: Props) {
  const { t } = useLingui()
  const nameOf = (about: PolicyAbout) => spacedText(aboutWords[about][lang])
  const put = (at: number, test: PolicyTest) => onChange(tests.map((one, place) => (place === at ? test : one)))
  return (
    <div className="space-y-3">
      {tests.map((test, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a test is its place.
        <div key={at} className="flex items-start gap-2">
          <fieldset className="min-w-0 flex-1 space-y-2">
            <legend className="sr-only">{nameOf(test.about)}</legend>
            <Select
              aria-label={t`What is asked`}
              value={test.about}
              onChange={(event) => {
                const about = policyAbouts.find((one) => one === event.currentTarget.value)
                if (about) put(at, firstTest(about))
              }}
              choices={policyAbouts.map((about) => ({ value: about, label: nameOf(about) }))}
            />
            <TestValue test={test} lang={lang} names={names} onChange={(next) => put(at, next)} />
          </fieldset>
          {(mayBeEmpty || tests.length > 1) && (
            <IconBtn label={t`Do not ask this`} onClick={() => onChange(tests.filter((_, place) => place !== at))}>
              <X size={15} />
            </IconBtn>
          )}
        </div>
      ))}
      {tests.length < policyTestsMax && (
        <Btn small kind="quiet" onClick={() => onChange([...tests, firstTest('anger')])}>
          {tests.length === 0 ? t`Ask something about the message` : t`…and something more`}
        </Btn>
      )}
    </div>
  )
}

type ValueProps = { test: PolicyTest; lang: PolicyLang; names: PolicyNames; onChange: (test: PolicyTest) => void }

function TestValue({ test, lang, names, onChange }: ValueProps) {
  const { t } = useLingui()
  if (isFigureTest(test)) return <Figures test={test} onChange={onChange} />
  if (isFlag(test))
    return (
      <Select
        aria-label={t`So or not`}
        value={test.is ? 'yes' : 'no'}
        onChange={(event) => onChange({ ...test, is: event.currentTarget.value === 'yes' })}
        choices={[
          { value: 'yes', label: t`it is so` },
          { value: 'no', label: t`it is not so` },
        ]}
      />
    )
  return <Values test={test} lang={lang} names={names} onChange={onChange} />
}

function Figures({ test, onChange }: { test: FigureTest; onChange: (test: FigureTest) => void }) {
  const { t } = useLingui()
  const { most } = policyFields[test.about]
  const figureOf = (text: string) => (text === '' ? null : Math.min(Math.max(Math.trunc(Number(text)) || 0, 0), most))
  return (
    <div className="grid grid-cols-2 gap-3">
      {(['from', 'to'] as const).map((side) => (
        <Field key={side} label={side === 'from' ? t`from` : t`up to and with`}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={most}
              value={test[side] ?? ''}
              onChange={(event) => onChange({ ...test, [side]: figureOf(event.currentTarget.value) })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

type ListProps = Omit<ValueProps, 'test'> & { test: ListTest }

function Values({ test, lang, names, onChange }: ListProps) {
  const { t } = useLingui()
  const { about, is } = test
  const all: readonly string[] | null = policyFields[about].of
  const named = about === 'topic' || about === 'source' ? names[about] : undefined
  if (!all && !named)
    return (
      <Input
        aria-label={t`Which, with commas between them`}
        defaultValue={is.join(', ')}
        onBlur={(event) => {
          const said = event.currentTarget.value.split(',').map((one) => one.trim().toLowerCase())
          const list = said.filter((one) => one !== '')
          if (list.length > 0) onChange({ about, is: list })
        }}
      />
    )
  const choices = all
    ? all.map((value) => ({ value, label: spacedText(valueWords[value]?.[lang] ?? value) }))
    : (named ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <PickMany
      label={t`Which`}
      values={is}
      choices={choices}
      nameOf={(value) => choices.find((one) => one.value === value)?.label ?? value}
      // What asks for nothing would never be so: the last one stays until there is another.
      onChange={(values) => onChange({ about, is: values.length > 0 ? [...values] : is })}
    />
  )
}

/** Something to begin with, that reads. */
function firstTest(about: PolicyAbout): PolicyTest {
  const flag = flagAbouts.find((one) => one === about)
  if (flag) return { about: flag, is: true }
  const figure = figureAbouts.find((one) => one === about)
  if (figure) return { about: figure, from: figure === 'anger' ? 50 : 1, to: null }
  const list = [...oneAbouts, ...someAbouts].find((one) => one === about) ?? 'intent'
  const { of } = policyFields[list]
  return { about: list, is: of ? [of[0]] : list === 'lang' ? ['nl'] : list === 'network' ? ['bluesky'] : [] }
}
