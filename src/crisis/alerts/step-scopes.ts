import { day, hour, minute } from '#base/clock.ts'
import { type Alert, type AlertStep, followAlert } from '#crisis/follow-alert.ts'
import type { Rhythm } from '#crisis/learn-rhythm.ts'
import { binMinutes, type Lately, type Sensitivity, type UsualShare, usualSensitivity } from '#crisis/look-for-spike.ts'
import type { Tx } from '#db/database.ts'
import { type AlertSensitivity, alertScopeKinds } from '#domain/alert.ts'
import { peakTimesUsual } from '#domain/expected-peak.ts'
import { knownHoursLeast, type Learner } from './learn-usual.ts'
import { type Facts, peaksOver, type ScopeRow } from './read-facts.ts'
import { type Counted, readSeries, type Scope, scopeKey } from './read-series.ts'

export const binMs = binMinutes * minute
const dayBins = day / binMs
const hourBins = hour / binMs

/** What one look found in one scope. */
export type Stepped = {
  scope: Scope
  /** Where an alert of it stands already. */
  row: ScopeRow | undefined
  step: AlertStep
  /** The last day, bin by bin, up to the look; what an alert told already is in it. */
  day: Lately
  rhythm: Rhythm
  usual: UsualShare
}

/** What each wish changes of the bounds that were tuned (docs/spikes.md). */
export function sensitivityOf(wish: AlertSensitivity): Sensitivity {
  const { logChanceMax, logShareMax, logBothMax, countMin, timesMin } = usualSensitivity
  switch (wish) {
    case 'usual':
      return usualSensitivity
    case 'calm':
      return {
        logChanceMax: logChanceMax - 1,
        logShareMax,
        logBothMax: logBothMax - 1.5,
        countMin: countMin + 2,
        timesMin: timesMin * 1.25,
      }
    case 'watchful':
      return {
        logChanceMax: logChanceMax + 0.5,
        logShareMax: logShareMax + 0.3,
        logBothMax: logBothMax + 0.8,
        countMin: countMin - 1,
        timesMin: timesMin * 0.8,
      }
  }
}

/** Who looks in many places finds something unusual in one of them: each of so many must be so much less likely (Bonferroni). */
function amongMany(one: Sensitivity, places: number): Sensitivity {
  const stricter = Math.log10(Math.max(1, places))
  return { ...one, logChanceMax: one.logChanceMax - stricter, logBothMax: one.logBothMax - stricter }
}

type Look = { facts: Facts; learner: Learner; until: Date }

/** Every scope in which there may be something, from wide to narrow. */
export async function stepScopes(tx: Tx, { facts, learner, until }: Look): Promise<Stepped[]> {
  const untilBin = until.getTime() / binMs
  const from = new Date(until.getTime() - day)
  const counted = await readSeries(tx, {
    ...{ workspaceId: facts.workspaceId, from, until, binMinutes },
    kinds: alertScopeKinds,
  })
  const open = openScopes(facts)
  const found = scopesIn(counted, open)
  const whole = found.find(({ scope }) => scope.kind === 'whole')
  const places = facts.topics.size + facts.sources.size + 1
  const stepped: Stepped[] = []
  for (const { scope, bins } of found) {
    const row = open.get(scopeKey(scope))
    // A search or a source that all of it is from says the same as the whole.
    if (!row && scope.kind !== 'whole' && whole && isSame(bins, whole.bins)) continue
    const told = toldUntil(facts, scope)
    const fromBin = Math.max(untilBin - dayBins, told)
    const sensitivity = amongMany(sensitivityOf(facts.settings.sensitivity), scope.kind === 'whole' ? 1 : places)
    const grave = bins.reduce((sum, one) => sum + (one.bin >= fromBin ? one.grave : 0), 0)
    if (!row && grave < sensitivity.countMin) continue
    const { rhythm, usual, knownHours } = await learner.usualOf(tx, scope)
    if (!row && knownHours < knownHoursLeast) continue
    const lastDay = layOut({ bins, untilBin, worthOf: worthIn({ facts, learner, scope, rhythm }) })
    const lately = fromBin === untilBin - dayBins ? lastDay : since(lastDay, untilBin - fromBin)
    const step = followAlert(until, { alert: row && alertOf(row), lately, rhythm, usual, sensitivity })
    stepped.push({ scope, row, step, day: lastDay, rhythm, usual })
  }
  return stepped
}

function openScopes(facts: Facts): Map<string, ScopeRow> {
  const open = facts.alerts.flatMap(({ row, scopes }) =>
    row.state === 'open' ? scopes.filter(({ endedAt }) => !endedAt) : [],
  )
  return new Map(open.map((row) => [scopeKey(row), row]))
}

function scopesIn(counted: readonly Counted[], open: ReadonlyMap<string, ScopeRow>) {
  const groups = Map.groupBy(counted, scopeKey)
  const quiet = [...open.values()].filter((row) => !groups.has(scopeKey(row)))
  const all = [
    ...[...groups.values()].flatMap((bins) => (bins[0] ? [{ scope: scopeOf(bins[0]), bins }] : [])),
    ...quiet.map((row) => ({ scope: scopeOf(row), bins: [] as Counted[] })),
  ]
  const rank = ({ scope }: { scope: Scope }) => alertScopeKinds.indexOf(scope.kind)
  return all.toSorted((one, other) => rank(one) - rank(other) || (one.scope.subjectId < other.scope.subjectId ? -1 : 1))
}

const scopeOf = ({ kind, subjectId }: Scope): Scope => ({ kind, subjectId })

function isSame(one: readonly Counted[], other: readonly Counted[]): boolean {
  const sum = (bins: readonly Counted[], pick: 'all' | 'grave') => bins.reduce((all, bin) => all + bin[pick], 0)
  return sum(one, 'all') === sum(other, 'all') && sum(one, 'grave') === sum(other, 'grave')
}

/** What an alert has told is not looked at again, or its day would raise it anew; one about the whole told it of every part. */
function toldUntil({ alerts, workspaceId }: Facts, scope: Scope): number {
  const keys = [scopeKey(scope), scopeKey({ kind: 'whole', subjectId: workspaceId })]
  const ends = alerts.flatMap(({ scopes }) =>
    scopes.flatMap((row) => (row.endedAt && keys.includes(scopeKey(row)) ? row.endedAt.getTime() / binMs - 1 : [])),
  )
  return Math.floor(Math.max(0, ...ends))
}

type Worth = { facts: Pick<Facts, 'peaks'>; learner: Pick<Learner, 'slots'>; scope: Scope; rhythm: Rhythm }

/** How many average hours a bin is worth there, with the peaks that somebody expects. */
export function worthIn({ facts, learner, scope, rhythm }: Worth): (bin: number) => number {
  return (bin) => {
    const peaks = peaksOver(facts.peaks, { scope, at: new Date(bin * binMs) })
    const times = peaks.reduce((most, peak) => Math.max(most, peak.times ?? peakTimesUsual), 1)
    return ((rhythm.shape[learner.slots(Math.floor(bin / hourBins))] ?? 1) / hourBins) * times
  }
}

function layOut(given: { bins: readonly Counted[]; untilBin: number; worthOf: (bin: number) => number }): Lately {
  const { bins, untilBin, worthOf } = given
  const first = untilBin - dayBins
  const lately = {
    grave: zeros(),
    all: zeros(),
    worth: Array.from({ length: dayBins }, (_, at) => worthOf(first + at)),
  }
  for (const { bin, grave, all } of bins) {
    lately.grave[bin - first] = grave
    lately.all[bin - first] = all
  }
  return lately
}

const zeros = (): number[] => Array.from({ length: dayBins }, () => 0)

const since = ({ grave, all, worth }: Lately, bins: number): Lately =>
  bins <= 0
    ? { grave: [], all: [], worth: [] }
    : { grave: grave.slice(-bins), all: all.slice(-bins), worth: worth.slice(-bins) }

const alertOf = ({ raisedAt, lastAt, spike, worst }: ScopeRow): Alert => ({ raisedAt, lastAt, spike, worst })
