import { hoursOf } from '#domain/opening-hours.ts'
import type { PromiseAction } from '#domain/promise-action.ts'
import { minutesLeftAt } from '#domain/promise-action.ts'
import type { ClockKind } from '#domain/promise-clock.ts'
import { type Asked, type PromiseRule, type PromiseTerms, promisedTime } from '#domain/promise-rule.ts'
import { afterOpenMinutes } from './open-time.ts'

/** What was promised to whoever said it: until when, how long that is, and by which rule (null: by urgency). */
export type Promised = { rule: PromiseRule | null; minutes: number; dueAt: Date; asked: Asked }

/**
 * The earliest promise that was made to any of these, counted from publication while it is open. Undefined when none of them was promised
 * anything, or somebody is there too seldom to keep it within a year.
 */
export function promisedTo(kind: ClockKind, asked: readonly Asked[], terms: PromiseTerms): Promised | undefined {
  let earliest: Promised | undefined
  for (const one of asked) {
    const { rule, minutes } = promisedTime(kind, one, terms)
    if (minutes === null) continue
    const dueAt = afterOpenMinutes(new Date(one.at), minutes, hoursOf(one.urgency, terms.hours))
    if (dueAt && (!earliest || dueAt < earliest.dueAt)) earliest = { rule, minutes, dueAt, asked: one }
  }
  return earliest
}

/** When it is time for an action: in open time before the end, or at the end. */
export function momentOf(action: PromiseAction, { minutes, dueAt, asked }: Promised, terms: PromiseTerms): Date {
  const left = minutesLeftAt(action.when, minutes)
  if (left === 0) return dueAt
  return afterOpenMinutes(new Date(asked.at), minutes - left, hoursOf(asked.urgency, terms.hours)) ?? dueAt
}

/** When there is first something to do for it: a warning, or the end. */
export function firstMoment(kind: ClockKind, promised: Promised, terms: PromiseTerms): Date {
  const actions = promised.rule?.actions.filter(({ clock }) => clock === null || clock === kind) ?? []
  const moments = [promised.dueAt, ...actions.map((action) => momentOf(action, promised, terms))]
  return new Date(Math.min(...moments.map((at) => at.getTime())))
}
