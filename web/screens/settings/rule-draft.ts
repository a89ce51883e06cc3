import type { PromiseAction } from '#domain/promise-action.ts'
import { clockKinds } from '#domain/promise-clock.ts'
import type { PromiseRule, PromiseTimes } from '#domain/promise-rule.ts'
import { newKey } from '#web/api.ts'

/** Also where the page came without TLS, which knows no `randomUUID`. */
export function newRuleId(): string {
  const hex = newKey()
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-')
}

export function newRule(): PromiseRule {
  return {
    id: newRuleId(),
    name: '',
    isOn: true,
    when: { urgencies: [], departmentIds: [], sourceIds: [], networks: [], topicIds: [] },
    minutes: { first: 60, next: null, resolution: null },
    actions: [],
  }
}

/** What one wants most often: a word to those who have it, before it is too late. */
export function newAction({ minutes }: Pick<PromiseRule, 'minutes'>): PromiseAction {
  const promised = clockKinds.map((kind) => minutes[kind]).find((time) => time !== null) ?? 60
  const when = promised > 15 ? ({ kind: 'before', minutes: 15 } as const) : ({ kind: 'share', percent: 50 } as const)
  return { id: newRuleId(), clock: null, when, does: { kind: 'notify', to: 'owner' } }
}

/** One place up or down; at the end of the list nothing moves. */
export function moved(rules: readonly PromiseRule[], from: number, by: -1 | 1): readonly PromiseRule[] {
  const [rule, to] = [rules[from], from + by]
  if (!rule || to < 0 || to >= rules.length) return rules
  return rules.toSpliced(from, 1).toSpliced(to, 0, rule)
}

/** The value of a choice in a list, and back: what a browser's own list can hold. */
export function valueOfWhen(when: PromiseAction['when']): string {
  switch (when.kind) {
    case 'before':
      return `before:${when.minutes}`
    case 'share':
      return `share:${when.percent}`
    case 'broken':
      return 'broken'
  }
}

export function whenOfValue(value: string): PromiseAction['when'] {
  const [kind, figure] = value.split(':')
  if (kind === 'before') return { kind, minutes: Number(figure) }
  if (kind === 'share') return { kind, percent: Number(figure) }
  return { kind: 'broken' }
}

export function valueOfDoes(does: PromiseAction['does']): string {
  if ('departmentId' in does) return `${does.kind}:${does.departmentId}`
  if ('memberId' in does) return `${does.kind}:${does.memberId}`
  return 'to' in does ? `${does.kind}:${does.to}` : does.kind
}

export function doesOfValue(value: string): PromiseAction['does'] {
  const [kind, of = ''] = value.split(':')
  if (kind === 'to_department') return { kind, departmentId: of }
  if (kind === 'to_member' || kind === 'notify_member') return { kind, memberId: of }
  // The list offers nothing but these.
  if (kind === 'notify') return { kind, to: of as Extract<PromiseAction['does'], { kind: 'notify' }>['to'] }
  return { kind: kind === 'release' ? 'release' : 'raise' }
}

/** A time that is taken away takes what hangs on it alone along: it would never happen. */
export function withMinutes(rule: PromiseRule, minutes: PromiseTimes): PromiseRule {
  const actions = rule.actions.filter(({ clock }) => clock === null || minutes[clock] !== null)
  const hasTime = clockKinds.some((kind) => minutes[kind] !== null)
  return { ...rule, minutes, actions: hasTime ? actions : [] }
}
