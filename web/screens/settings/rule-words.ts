import { useLingui } from '@lingui/react/macro'
import type { PromiseAction } from '#domain/promise-action.ts'
import { type ClockKind, clockKinds } from '#domain/promise-clock.ts'
import type { PromiseRule } from '#domain/promise-rule.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useLasting } from '#web/parts/lasting.ts'
import type { RuleThings } from './use-rule-things.ts'

export function useClockNames(): Record<ClockKind, string> {
  const { t } = useLingui()
  return { first: t`First answer`, next: t`Next answer`, resolution: t`Done` }
}

export function useWhenWords(): (when: PromiseAction['when']) => string {
  const { t } = useLingui()
  const { locale } = useFmt()
  const lasting = useLasting(true)
  return (when) => {
    if (when.kind === 'broken') return t`When it is broken`
    if (when.kind === 'before') {
      const long = lasting(when.minutes)
      return t`${long} before the end`
    }
    const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(when.percent / 100)
    return t`With ${share} of the time left`
  }
}

/** A rule in two short lines: for what it is, and what it promises. */
export function useRuleWords(things: RuleThings, isOpenTime: boolean) {
  const { t } = useLingui()
  const clocks = useClockNames()
  const lasting = useLasting(isOpenTime)
  const named = (values: readonly string[], of: RuleThings['topics']) =>
    values.map((value) => of.find((one) => one.value === value)?.label ?? t`no longer here`).join(', ')
  return ({ when, minutes }: PromiseRule) => {
    const parts = [
      named(when.urgencies.map(String), things.urgencies),
      named(when.topicIds, things.topics),
      named(when.departmentIds, things.departments),
      named(when.networks, things.networks),
      named(when.sourceIds, things.sources),
    ].filter(Boolean)
    const times = clockKinds.flatMap((kind) => {
      const time = minutes[kind]
      return time === null ? [] : [`${clocks[kind].toLocaleLowerCase()}: ${lasting(time)}`]
    })
    return {
      for: parts.length > 0 ? parts.join(' · ') : t`Every message`,
      promises: times.length > 0 ? times.join(' · ') : t`no promise`,
    }
  }
}
