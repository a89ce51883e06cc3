import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from 'lucide-react'
import { type ClockKind, clockKinds } from '#domain/promise-clock.ts'
import type { PromiseRule } from '#domain/promise-rule.ts'
import { type RuleProblem, ruleWords } from '#domain/rule-problem.ts'
import { Chip, IconBtn } from '#web/parts/bits.tsx'
import { Field, FieldError, Input, Switch } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { answerMinutes, MinutesSelect, matterMinutes } from './minutes-select.tsx'
import { RuleActions } from './rule-actions.tsx'
import { RuleConditions } from './rule-conditions.tsx'
import { withMinutes } from './rule-draft.ts'
import { useClockNames, useRuleWords } from './rule-words.ts'
import type { RuleThings } from './use-rule-things.ts'

type Props = {
  rule: PromiseRule
  place: { at: number; of: number }
  things: RuleThings
  isOpenTime: boolean
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onChange: (rule: PromiseRule) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  problem: RuleProblem | undefined
}

/** One rule in its place: what it is for and what it promises, and behind that its form. */
export function PromiseRuleRow(props: Props) {
  const { t } = useLingui()
  const { rule, place, isOpen, problem } = props
  const { lang } = useFmt()
  const words = useRuleWords(props.things, props.isOpenTime)(rule)
  const name = rule.name.trim() || t`A rule without a name`
  return (
    <li className="relative py-2.5">
      {/* Not a button: whoever may only look can open it too, and their buttons are dead. */}
      <details open={isOpen} onToggle={({ currentTarget }) => props.onOpen(currentTarget.open)}>
        <summary className="-mx-2 flex min-h-11 cursor-default list-none items-start gap-2 rounded-md py-1 pr-28 pl-2 hover:bg-sunken touch:pr-36 [&::-webkit-details-marker]:hidden [fieldset:disabled_&]:pr-2">
          <ChevronDown
            size={16}
            aria-hidden="true"
            className={clsx('mt-0.5 shrink-0 text-ink-3', !isOpen && '-rotate-90')}
          />
          <span className={clsx('min-w-0 flex-1', !rule.isOn && 'text-ink-3')}>
            <span className="flex min-w-0 items-start gap-2">
              <span className="min-w-0 text-body font-semibold break-words">{name}</span>
              {!rule.isOn && <Chip className="mt-0.5 shrink-0">{t`off`}</Chip>}
            </span>
            <span className="block text-meta break-words text-ink-3">{words.for}</span>
            <span className="num block text-meta break-words text-ink-2">{words.promises}</span>
          </span>
        </summary>
        {isOpen && <RuleForm {...props} />}
      </details>
      <span className="absolute top-3 right-0 flex [fieldset:disabled_&]:hidden">
        <IconBtn
          id={`rule-up-${rule.id}`}
          label={t`Move ${name} up`}
          disabled={place.at === 0}
          onClick={() => props.onMove(-1)}
        >
          <ArrowUp size={15} />
        </IconBtn>
        <IconBtn
          id={`rule-down-${rule.id}`}
          label={t`Move ${name} down`}
          disabled={place.at === place.of - 1}
          onClick={() => props.onMove(1)}
        >
          <ArrowDown size={15} />
        </IconBtn>
        <IconBtn label={t`Remove ${name}`} onClick={props.onRemove}>
          <Trash2 size={15} />
        </IconBtn>
      </span>
      {problem && !isOpen && (
        <div className="mt-1 pl-6 text-meta">
          <FieldError>{ruleWords(problem)[lang]}</FieldError>
        </div>
      )}
    </li>
  )
}

function RuleForm({ rule, things, isOpenTime, onChange, problem }: Props) {
  const { t } = useLingui()
  const { lang } = useFmt()
  const clocks = useClockNames()
  const helps: Record<ClockKind, string> = {
    first: t`From when it was said.`,
    next: t`When they write again after our answer.`,
    resolution: t`Until somebody closes it as done.`,
  }
  const ofRule = problem && !('action' in problem) ? ruleWords(problem)[lang] : undefined
  const isOfName = problem?.kind === 'name' || problem?.kind === 'name_twice'
  return (
    <div className="mt-2 space-y-5 rounded-lg border border-line bg-raised p-4">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Field label={t`Name of the rule`} error={isOfName && rule.name !== '' ? ofRule : undefined}>
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              value={rule.name}
              placeholder={t`Outage`}
              onChange={({ currentTarget }) => onChange({ ...rule, name: currentTarget.value })}
            />
          )}
        </Field>
        <div className="sm:pb-1.5">
          <Switch label={t`This rule counts`} isOn={rule.isOn} onChange={(isOn) => onChange({ ...rule, isOn })} />
        </div>
      </div>
      <RuleConditions when={rule.when} things={things} onChange={(when) => onChange({ ...rule, when })} />
      <fieldset className="min-w-0">
        <legend className="text-ui font-semibold">{t`We promise`}</legend>
        <div className="mt-2 grid gap-4 sm:grid-cols-3">
          {clockKinds.map((kind) => (
            <Field key={kind} label={clocks[kind]} help={helps[kind]}>
              {(control) => (
                <MinutesSelect
                  control={control}
                  value={rule.minutes[kind]}
                  onChange={(chosen) => onChange(withMinutes(rule, { ...rule.minutes, [kind]: chosen }))}
                  offered={kind === 'resolution' ? matterMinutes : answerMinutes}
                  isOpenTime={isOpenTime}
                />
              )}
            </Field>
          ))}
        </div>
      </fieldset>
      <RuleActions
        rule={rule}
        things={things}
        onChange={(actions) => onChange({ ...rule, actions })}
        problemOf={(id) =>
          problem && 'action' in problem && problem.action === id ? ruleWords(problem)[lang] : undefined
        }
      />
      {ofRule && !isOfName && <FieldError>{ofRule}</FieldError>}
    </div>
  )
}
