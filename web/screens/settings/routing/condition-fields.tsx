import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { postKinds } from '#domain/post-kind.ts'
import { commonLanguages } from '#domain/query-fields.ts'
import type { RoutingAbout, RoutingConditions } from '#domain/routing.ts'
import { useAsk } from '#web/api.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { Field, Input, Select } from '#web/parts/field.tsx'
import { useAboutName, useValueWord } from '#web/parts/routing/routing-words.ts'
import { intentsToChoose } from '#web/screens/inbox/label-choices.ts'
import { sentimentsToChoose } from '#web/screens/inbox/sentiment-choices.ts'
import { QueryBox } from '#web/screens/listen/query-box.tsx'
import type { KnownCheck } from '#web/screens/listen/use-query-check.ts'
import { PickMany } from './pick-many.tsx'
import { aboutsToAdd, firstAsked, isListAbout, listKeys, type RuleDraft, valuesOf, withoutAbout } from './rule-draft.ts'

type Props = {
  draft: RuleDraft
  check: KnownCheck | undefined
  onChange: (draft: RuleDraft) => void
}

/** Which messages a rule is about: words, and whatever else is asked. All of it must hold. */
export function ConditionFields({ draft, check, onChange }: Props) {
  const { t } = useLingui()
  const nameOf = useAboutName()
  const { conditions, shown } = draft
  const ask = (change: Partial<RoutingConditions>) => onChange({ ...draft, conditions: { ...conditions, ...change } })
  const add = (about: RoutingAbout) =>
    onChange({ ...draft, shown: [...shown, about], conditions: { ...conditions, ...firstAsked(about) } })
  const drop = (about: RoutingAbout) =>
    onChange({
      ...draft,
      shown: shown.filter((one) => one !== about),
      conditions: withoutAbout(conditions, about),
    })
  const left = aboutsToAdd.filter((about) => !shown.includes(about))
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 text-body font-bold">{t`When a message…`}</legend>
      <QueryBox
        isOptional
        query={conditions.query ?? ''}
        check={check}
        marked={[]}
        onChange={(query) => ask({ query })}
      />
      {shown.map((about) => {
        const name = nameOf(about)
        return (
          <div key={about} className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <Condition about={about} conditions={conditions} onAsk={ask} />
            </div>
            <IconBtn label={t`Do not ask: ${name}`} className="mt-5.5" onClick={() => drop(about)}>
              <X size={15} />
            </IconBtn>
          </div>
        )
      })}
      {left.length > 0 && (
        <Select
          aria-label={t`Ask something more`}
          className="max-w-xs"
          value=""
          onChange={(event) => {
            const about = left.find((one) => one === event.currentTarget.value)
            if (about) add(about)
          }}
          choices={[{ value: '', label: t`and…` }, ...left.map((about) => ({ value: about, label: nameOf(about) }))]}
        />
      )}
    </fieldset>
  )
}

type ConditionProps = {
  about: RoutingAbout
  conditions: RoutingConditions
  onAsk: (change: Partial<RoutingConditions>) => void
}

function Condition({ about, conditions, onAsk }: ConditionProps) {
  const { t } = useLingui()
  const nameOf = useAboutName()
  const wordOf = useValueWord()
  const choices = useChoices(about)
  const name = nameOf(about)
  if (isListAbout(about))
    return (
      <div>
        <p className="mb-1 text-ui font-semibold">{name}</p>
        <PickMany
          label={name}
          values={valuesOf(conditions, about)}
          choices={choices}
          nameOf={(value) => wordOf(about, value)}
          onChange={(values) => onAsk({ [listKeys[about]]: [...values] })}
        />
      </div>
    )
  switch (about) {
    case 'urgency':
      return (
        <OneOf
          label={t`Urgency, at least`}
          value={String(conditions.urgencyFrom ?? 2)}
          choices={['1', '2', '3'].map((value) => ({ value, label: wordOf('urgency', value) }))}
          onChange={(value) => onAsk({ urgencyFrom: Number(value) })}
        />
      )
    case 'anger':
      return (
        <div>
          <p className="mb-1 text-ui font-semibold">{name}</p>
          <p className="text-body text-ink-2">{t`It sounds angry.`}</p>
        </div>
      )
    case 'followers':
      return (
        <Field label={t`Followers, at least`}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              step={1}
              className="max-w-40"
              value={conditions.followersFrom ?? ''}
              onChange={(event) => onAsk({ followersFrom: Math.round(event.currentTarget.valueAsNumber) || null })}
            />
          )}
        </Field>
      )
    case 'rating':
      return (
        <OneOf
          label={t`Stars, at most`}
          value={String(conditions.ratingTo ?? 2)}
          choices={['1', '2', '3', '4'].map((value) => ({ value, label: wordOf('rating', value) }))}
          onChange={(value) => onAsk({ ratingTo: Number(value) })}
        />
      )
    case 'returning':
      return (
        <OneOf
          label={name}
          value={String(conditions.isReturning ?? true)}
          choices={['true', 'false'].map((value) => ({ value, label: wordOf('returning', value) }))}
          onChange={(value) => onAsk({ isReturning: value === 'true' })}
        />
      )
    case 'words':
      return null
  }
}

function OneOf(props: {
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}) {
  return (
    <Field label={props.label} className="max-w-xs">
      {(control) => (
        <Select
          {...control}
          value={props.value}
          choices={props.choices}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

function useChoices(about: RoutingAbout): { value: string; label: string }[] {
  const wordOf = useValueWord()
  const topics = useAsk('GET /api/topics').data ?? []
  const sources = useAsk('GET /api/sources').data ?? []
  const connectors = useAsk('GET /api/connectors').data ?? []
  const named = (values: readonly string[]) => values.map((value) => ({ value, label: wordOf(about, value) }))
  switch (about) {
    case 'topic':
      return topics.map(({ id, name }) => ({ value: id, label: name }))
    case 'source':
      return sources.map(({ id, name }) => ({ value: id, label: name }))
    case 'network':
      return connectors.map(({ id, name }) => ({ value: id, label: name }))
    case 'lang':
      return named(commonLanguages).toSorted((a, b) => a.label.localeCompare(b.label))
    case 'sentiment':
      return named(sentimentsToChoose)
    case 'intent':
      return named(intentsToChoose.filter((intent) => intent !== 'other'))
    case 'kind':
      return named(postKinds)
    default:
      return []
  }
}
