import { type Measure, shareMeasure } from '#domain/measures/measure.ts'
import { waitWithin } from '#domain/measures/wait-quantile.ts'
import { nobody } from './count-figures.ts'
import { emptyGroup, type WaitCut, type WaitGroup } from './read-waits.ts'

export type WaitFigures = {
  /** Of whoever waited for a first answer. */
  answerRate: Measure
  within: Measure
  median: Measure
  mostWait: Measure
  /** The same from when we heard it: what is ours to change. */
  medianHeard: Measure
  mostWaitHeard: Measure
  evening: Measure
  silent: number
}
export type SpeedCell = { weekday: number; hour: number; median: Measure }
export type WaitLine = {
  cut: Exclude<WaitCut, 'all' | 'before' | 'hour'>
  id: string
  /** Null where it is said by the pages: no department, a network, a number of followers. */
  name: string | null
  answerRate: Measure
  median: Measure
  within: Measure
}

const most = 0.9
const office = { from: 8, until: 18, lastDay: 4 }

export function waitFigures(given: WaitGroup | undefined, groups: readonly WaitGroup[]): WaitFigures {
  const group = given ?? emptyGroup({ cut: 'all', value: '' })
  const evening = groups.filter(isEvening).reduce((sum, { waits }) => sum + waits, 0)
  return {
    answerRate: answerRate(group),
    within: shareMeasure(group.kept, group.kept + group.broken),
    median: waitWithin(0.5, group.published),
    mostWait: waitWithin(most, group.published),
    medianHeard: waitWithin(0.5, group.heard),
    mostWaitHeard: waitWithin(most, group.heard),
    evening: shareMeasure(evening, group.waits),
    silent: group.silent,
  }
}

function answerRate({ answered, elsewhere, waits }: WaitGroup): Measure {
  return shareMeasure(answered + elsewhere, waits)
}

/** Outside of eight to six on weekdays. */
function isEvening({ cut, value }: WaitGroup): boolean {
  if (cut !== 'hour') return false
  const [weekday = 0, hour = 0] = value.split(' ').map(Number)
  return weekday > office.lastDay || hour < office.from || hour >= office.until
}

/** How long one waits by when one asks: cells in which nobody was answered are not there. */
export function speedOf(groups: readonly WaitGroup[]): SpeedCell[] {
  return groups
    .filter(({ cut, published }) => cut === 'hour' && published.length > 0)
    .map(({ value, published }) => {
      const [weekday = 0, hour = 0] = value.split(' ').map(Number)
      return { weekday, hour, median: waitWithin(0.5, published) }
    })
    .toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour)
}

type Names = Record<'departments' | 'sources', readonly { id: string; name: string }[]>

/** By department, source, network and followers: whoever is few or small waits as long as everybody, or it shows here. */
export function waitLines(groups: readonly WaitGroup[], { departments, sources }: Names): WaitLine[] {
  const named = new Map([...departments, ...sources].map(({ id, name }) => [id, name]))
  return groups
    .flatMap((group) => {
      const { cut, value } = group
      if (cut === 'all' || cut === 'before' || cut === 'hour' || (cut === 'source' && value === nobody)) return []
      return [{ ...{ cut, group }, id: value, name: named.get(value) ?? null }]
    })
    .toSorted((a, b) => b.group.waits - a.group.waits)
    .map(({ cut, group, id, name }) => ({
      ...{ cut, id, name, answerRate: answerRate(group), median: waitWithin(0.5, group.published) },
      within: shareMeasure(group.kept, group.kept + group.broken),
    }))
}
