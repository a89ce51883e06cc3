import { useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import type { PromiseAction } from '#domain/promise-action.ts'
import { clockKinds } from '#domain/promise-clock.ts'
import { actionsMax, type PromiseRule } from '#domain/promise-rule.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { FieldError, Select } from '#web/parts/field.tsx'
import { doesOfValue, newAction, valueOfDoes, valueOfWhen, whenOfValue } from './rule-draft.ts'
import { useClockNames, useWhenWords } from './rule-words.ts'
import type { RuleThings } from './use-rule-things.ts'

type Props = {
  rule: PromiseRule
  things: RuleThings
  onChange: (actions: readonly PromiseAction[]) => void
  /** What is wrong with an action, by its id. */
  problemOf: (actionId: string) => string | undefined
}

/** What is done by itself when a promise of this rule comes near its end, or is past it. */
export function RuleActions({ rule, things, onChange, problemOf }: Props) {
  const { t } = useLingui()
  const { actions } = rule
  const put = (changed: PromiseAction) => onChange(actions.map((one) => (one.id === changed.id ? changed : one)))
  return (
    <fieldset className="min-w-0">
      <legend className="text-ui font-semibold">{t`When it comes near`}</legend>
      {actions.length === 0 && <p className="mt-0.5 text-meta text-ink-3">{t`Nothing happens by itself.`}</p>}
      <ul className="mt-1 divide-y divide-line">
        {actions.map((action, at) => (
          <ActionRow
            key={action.id}
            number={at + 1}
            rule={rule}
            action={action}
            things={things}
            onChange={put}
            onRemove={() => onChange(actions.filter((one) => one !== action))}
            problem={problemOf(action.id)}
          />
        ))}
      </ul>
      <Btn
        small
        className="mt-2 [fieldset:disabled_&]:hidden"
        disabled={actions.length >= actionsMax || clockKinds.every((kind) => rule.minutes[kind] === null)}
        onClick={() => onChange([...actions, newAction(rule)])}
      >
        <Plus size={14} />
        {t`Add an action`}
      </Btn>
    </fieldset>
  )
}

type RowProps = {
  number: number
  rule: PromiseRule
  action: PromiseAction
  things: RuleThings
  onChange: (action: PromiseAction) => void
  onRemove: () => void
  problem: string | undefined
}

const offeredWhens: readonly PromiseAction['when'][] = [
  ...[120, 60, 30, 15, 10, 5].map((minutes) => ({ kind: 'before' as const, minutes })),
  ...[50, 25, 10].map((percent) => ({ kind: 'share' as const, percent })),
  { kind: 'broken' },
]

function ActionRow({ number, rule, action, things, onChange, onRemove, problem }: RowProps) {
  const { t } = useLingui()
  const whenWords = useWhenWords()
  const clocks = useClockNames()
  const doings = useDoings(things)
  const chosenWhen = valueOfWhen(action.when)
  const whens = offeredWhens.some((when) => valueOfWhen(when) === chosenWhen)
    ? offeredWhens
    : [action.when, ...offeredWhens]
  const chosenDoes = valueOfDoes(action.does)
  const isKnown = doings.some(({ value }) => value === chosenDoes)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.3fr)_auto]">
      <Select
        aria-label={t`Action ${number}: when`}
        className="max-sm:col-start-1"
        value={chosenWhen}
        onChange={({ currentTarget }) => onChange({ ...action, when: whenOfValue(currentTarget.value) })}
        choices={whens.map((when) => ({ value: valueOfWhen(when), label: whenWords(when) }))}
      />
      <Select
        aria-label={t`Action ${number}: of which promise`}
        className="max-sm:col-start-1"
        value={action.clock ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ ...action, clock: clockKinds.find((kind) => kind === currentTarget.value) ?? null })
        }
        choices={[
          { value: '', label: t`Every promise` },
          ...clockKinds
            .filter((kind) => rule.minutes[kind] !== null || kind === action.clock)
            .map((value) => ({ value, label: clocks[value] })),
        ]}
      />
      <Select
        aria-label={t`Action ${number}: what happens`}
        className="max-sm:col-start-1"
        value={chosenDoes}
        onChange={({ currentTarget }) => onChange({ ...action, does: doesOfValue(currentTarget.value) })}
        choices={isKnown ? doings : [{ value: chosenDoes, label: t`no longer here` }, ...doings]}
      />
      <IconBtn
        label={t`Remove action ${number}`}
        className="max-sm:col-start-2 max-sm:row-start-1 [fieldset:disabled_&]:hidden"
        onClick={onRemove}
      >
        <X size={15} />
      </IconBtn>
      {problem && (
        <div className="col-span-full text-meta">
          <FieldError>{problem}</FieldError>
        </div>
      )}
    </li>
  )
}

function useDoings({ departments, members }: RuleThings) {
  const { t } = useLingui()
  return [
    { value: 'notify:owner', label: t`Tell whoever has it` },
    { value: 'notify:department', label: t`Tell its department` },
    { value: 'notify:leads', label: t`Tell those who lead` },
    { value: 'notify:everybody', label: t`Tell everybody` },
    ...members.map(({ value, label: name }) => ({ value: `notify_member:${value}`, label: t`Tell ${name}` })),
    { value: 'raise', label: t`Raise the urgency` },
    { value: 'release', label: t`Take the owner off` },
    ...departments.map(({ value, label: name }) => ({
      value: `to_department:${value}`,
      label: t`Hand over to the department ${name}`,
    })),
    ...members.map(({ value, label: name }) => ({ value: `to_member:${value}`, label: t`Hand over to ${name}` })),
  ]
}
