import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { AlertView, ListedAlertView } from '#api/contract/alert-shapes.ts'
import type { AlertScopeKind, FalseAlarmReason } from '#domain/alert.ts'
import { type Fmt, useFmt } from '#web/parts/fmt.ts'

type Part = AlertView['severityNow']['parts'][number]
type Seen = ListedAlertView['seen']
type Hour = AlertView['forecast'][number]

/**
 * What was seen at its worst, in one sentence: who, about what, in how long, and what is usual. The widest place explains the others. A story is not
 * named: its name is words of the public, and the sentence goes on into a room.
 */
export function useAlertSentence(): (alert: Pick<ListedAlertView, 'seen' | 'scopes'>) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  const spanOf = (minutes: number) => {
    const hours = Math.round(minutes / 60)
    if (minutes < 60) return t`${minutes} minutes`
    return hours === 1 ? t`an hour` : t`${hours} hours`
  }
  return ({ seen: { people, expected, windowMinutes }, scopes }) => {
    const who = plural(people, { one: '# person', other: '# people' })
    const span = spanOf(windowMinutes)
    const usual = expected < 0.5 ? t`nobody` : fmt.int(Math.round(expected))
    const [widest] = scopes
    const name = widest?.name
    if (widest?.kind === 'story')
      return t`${who} wrote something bad about the same story in ${span}; usually ${usual}.`
    if (name && widest.kind === 'source')
      return t`${who} wrote something bad about you on ${name} in ${span}; usually ${usual}.`
    return name
      ? t`${who} wrote something bad about “${name}” in ${span}; usually ${usual}.`
      : t`${who} wrote something bad about you in ${span}; usually ${usual}.`
  }
}

/** What it is about, in a few words: for a name, a list, a link. */
export function useAlertName(): (alert: Pick<ListedAlertView, 'scopes'>) => string {
  const { t } = useLingui()
  return ({ scopes }) => scopes[0]?.name ?? t`All that is said of us`
}

export function useScopeKinds(): Record<AlertScopeKind, string> {
  const { t } = useLingui()
  return { whole: t`all that is said`, topic: t`search`, source: t`source`, story: t`story` }
}

export function useFalseAlarmReasons(): Record<FalseAlarmReason, string> {
  const { t } = useLingui()
  return {
    expected: t`We saw it coming`,
    not_about_us: t`It is not about us`,
    not_bad: t`It is not bad`,
    one_group: t`It is one group of people`,
    other: t`Something else`,
  }
}

/** Why it weighs what it weighs: each part by its name, and what it was read from. */
export function useSeverityParts(): (part: Part, seen: Seen) => { name: string; says: string } {
  const { t } = useLingui()
  const readFrom = useReadFrom()
  const names: Record<Part['part'], string> = {
    unlikely: t`How unlikely`,
    negative: t`How negative`,
    fast: t`How fast`,
    reach: t`Whose reach`,
  }
  return ({ part, figure }, seen) => ({
    name: names[part],
    says: figure === null ? t`not known` : readFrom[part](figure, seen),
  })
}

type ReadFrom = Record<Part['part'], (figure: number, seen: Seen) => string>
/** More is not said of a chance: the rule does not know it any better. */
const looksLogMax = 12

function useReadFrom(): ReadFrom {
  const { t } = useLingui()
  const fmt = useFmt()
  return {
    unlikely: (figure) => {
      const looks = fmt.compact(10 ** Math.min(-figure, looksLogMax))
      return t`by chance once in ${looks} looks`
    },
    negative: (figure, { usualShare }) => {
      const [share, usual] = [fmt.pct(figure), fmt.pct(usualShare)]
      return t`${share} of the people, usually ${usual}`
    },
    fast: (figure) => {
      if (figure <= 0) return t`does not grow`
      const minutes = fmt.int(Math.round(60 / figure))
      return t`doubles every ${minutes} minutes`
    },
    reach: (figure) => {
      const reach = fmt.compact(figure)
      return t`${reach} people follow those who write`
    },
  }
}

/** Where it may go, with how sure that is. Undefined where nobody can say. */
export function useForecastSentence(): (forecast: readonly Hour[]) => string | undefined {
  const { t } = useLingui()
  const fmt = useFmt()
  return (forecast) => {
    const [next] = forecast
    const last = forecast.at(-1)
    if (!next || !last) return undefined
    const [middle, range] = figuresOf(next, fmt)
    const soon = t`In the next hour most likely ${middle} more people (${range}, eight times in ten).`
    if (last === next) return soon
    const [later, laterRange] = figuresOf(last, fmt)
    const from = fmt.time(new Date(last.from))
    const until = fmt.time(new Date(last.until))
    return `${soon} ${t`Between ${from} and ${until} ${later} people (${laterRange}).`}`
  }
}

function figuresOf({ low, middle, high }: Hour, fmt: Fmt): [string, string] {
  const whole = (value: number) => fmt.int(Math.round(value))
  return [whole(middle), `${whole(low)}–${whole(high)}`]
}
