import type { PromiseAction } from '#domain/promise-action.ts'
import type { PromiseTerms } from '#domain/promise-rule.ts'
import { momentOf, type Promised } from './promised.ts'
import type { ClockRow } from './write-clocks.ts'

export type PromiseMoments = {
  /** Its end has just passed, and nobody wrote that down yet. */
  isBreaking: boolean
  /** What it is time for, the earliest first; some of it may have been done before. */
  actions: readonly PromiseAction[]
  nextAt: Date | null
}

/** What it is time for, and when to look again. A rule that is gone or off wants nothing done. */
export function promiseMoments(clock: ClockRow, terms: PromiseTerms, now: Date): PromiseMoments {
  const { dueAt, minutes } = clock
  if (dueAt === null || minutes === null) return { isBreaking: false, actions: [], nextAt: null }
  const rule = terms.rules.find(({ id, isOn }) => isOn && id === clock.ruleId) ?? null
  const asked = clock.asked.find(({ at }) => Date.parse(at) === clock.countsFrom.getTime()) ?? clock.asked[0]
  const promised: Promised | undefined = asked && { rule, minutes, dueAt, asked }
  const actions = (rule?.actions ?? [])
    .filter((action) => action.clock === null || action.clock === clock.kind)
    .map((action) => ({ action, at: promised ? momentOf(action, promised, terms) : dueAt }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const moments = [...actions.map(({ at }) => at), dueAt].filter((at) => at > now)
  return {
    isBreaking: dueAt <= now && clock.brokenAt === null,
    actions: actions.filter(({ at }) => at <= now).map(({ action }) => action),
    nextAt: moments.length > 0 ? new Date(Math.min(...moments.map((at) => at.getTime()))) : null,
  }
}
