import { type PromiseAction, warnMinutesMax } from './promise-action.ts'
import { clockKinds } from './promise-clock.ts'
import { actionsMax, type PromiseRule, promiseMinutesMax, rulesMax } from './promise-rule.ts'

/** What is wrong with rules that somebody wrote; `at` is the id of the rule, `action` that of the action in it. */
export type RuleProblem =
  | { kind: 'too_many' }
  | { kind: 'name' | 'name_twice' | 'minutes' | 'too_many_actions'; at: string }
  | { kind: 'warning' | 'share' | 'receiver' | 'no_time'; at: string; action: string }

const nameMax = 60

/** The first thing that is wrong, in the order of the list; undefined when all is well. */
export function rulesProblem(rules: readonly PromiseRule[]): RuleProblem | undefined {
  if (rules.length > rulesMax) return { kind: 'too_many' }
  const names = new Set<string>()
  for (const rule of rules) {
    const at = rule.id
    const name = rule.name.trim().toLowerCase()
    if (name === '' || name.length > nameMax) return { kind: 'name', at }
    if (names.has(name)) return { kind: 'name_twice', at }
    names.add(name)
    const problem = ruleProblem(rule)
    if (problem) return problem
  }
  return undefined
}

function ruleProblem(rule: PromiseRule): RuleProblem | undefined {
  const at = rule.id
  const isTime = (minutes: number | null) =>
    minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= promiseMinutesMax)
  if (!clockKinds.every((kind) => isTime(rule.minutes[kind]))) return { kind: 'minutes', at }
  if (rule.actions.length > actionsMax) return { kind: 'too_many_actions', at }
  for (const action of rule.actions) {
    const kind = actionProblem(action, rule)
    if (kind) return { kind, at, action: action.id }
  }
  return undefined
}

function actionProblem(
  { clock, when, does }: PromiseAction,
  { minutes }: PromiseRule,
): 'warning' | 'share' | 'receiver' | 'no_time' | undefined {
  const hasTime = clock === null ? clockKinds.some((kind) => minutes[kind] !== null) : minutes[clock] !== null
  if (!hasTime) return 'no_time'
  if (when.kind === 'before' && !isWhole(when.minutes, warnMinutesMax)) return 'warning'
  if (when.kind === 'share' && !isWhole(when.percent, 99)) return 'share'
  if ('departmentId' in does && does.departmentId === '') return 'receiver'
  if ('memberId' in does && does.memberId === '') return 'receiver'
  return undefined
}

function isWhole(figure: number, most: number): boolean {
  return Number.isInteger(figure) && figure >= 1 && figure <= most
}

/** In both languages; where it is wrong, the screen shows in its place. */
export function ruleWords(problem: RuleProblem): { en: string; nl: string } {
  switch (problem.kind) {
    case 'too_many':
      return { en: `At most ${rulesMax} rules.`, nl: `Hoogstens ${rulesMax} regels.` }
    case 'name':
      return {
        en: `Give the rule a name of at most ${nameMax} characters.`,
        nl: `Geef de regel een naam van hoogstens ${nameMax} tekens.`,
      }
    case 'name_twice':
      return { en: 'Another rule has this name already.', nl: 'Een andere regel heeft deze naam al.' }
    case 'minutes':
      return { en: 'A time is one minute to thirty days.', nl: 'Een tijd is één minuut tot dertig dagen.' }
    case 'too_many_actions':
      return { en: `At most ${actionsMax} actions a rule.`, nl: `Hoogstens ${actionsMax} acties per regel.` }
    case 'warning':
      return { en: 'Say how many minutes before: 1 to 10,080.', nl: 'Zeg hoeveel minuten ervoor: 1 tot 10.080.' }
    case 'share':
      return { en: 'Say what part is left: 1 to 99 percent.', nl: 'Zeg welk deel er over is: 1 tot 99 procent.' }
    case 'receiver':
      return { en: 'Choose who it is for.', nl: 'Kies voor wie het is.' }
    case 'no_time':
      return {
        en: 'The rule promises no time for this, so it would never happen.',
        nl: 'De regel heeft hier geen tijd voor, dus dit zou nooit gebeuren.',
      }
  }
}
