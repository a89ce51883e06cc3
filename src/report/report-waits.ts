import { type Measure, shareMeasure } from '#domain/measures/measure.ts'
import { waitWithin } from '#domain/measures/wait-quantile.ts'
import { nobody } from './figure-keys.ts'
import { emptyGroup, type WaitCut, type WaitGroup, waitCounts } from './read-waits.ts'

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
  cut: Exclude<WaitCut, 'all' | 'before' | 'topic'> | 'weekday' | 'time'
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
  return isEveningAt({ weekday, hour })
}

export function isEveningAt({ weekday, hour }: { weekday: number; hour: number }): boolean {
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

/** By department, source, network, followers, weekday, hour, and whether it was evening: whoever is few or small waits as long as everybody, or it shows here. */
export function waitLines(groups: readonly WaitGroup[], { departments, sources }: Names): WaitLine[] {
  const named = new Map([...departments, ...sources].map(({ id, name }) => [id, name]))
  const lines = groups.flatMap((group): Line[] => {
    const { cut, value } = group
    if (cut === 'all' || cut === 'before' || cut === 'hour' || cut === 'topic') return []
    if (cut === 'source' && value === nobody) return []
    return [{ ...{ cut, group }, id: value, name: named.get(value) ?? null }]
  })
  return [...lines.toSorted((a, b) => b.group.waits - a.group.waits), ...timeLines(groups)].map(
    ({ cut, group, id, name }) => ({
      ...{ cut, id, name, answerRate: answerRate(group), median: waitWithin(0.5, group.published) },
      within: shareMeasure(group.kept, group.kept + group.broken),
    }),
  )
}

type Line = Pick<WaitLine, 'cut' | 'id' | 'name'> & { group: WaitGroup }

/** The cells of the week, laid together by weekday, by hour of the day, and by office hours or not. */
function timeLines(groups: readonly WaitGroup[]): Line[] {
  const cells = groups.filter(({ cut }) => cut === 'hour')
  const by = (cut: 'weekday' | 'hour' | 'time', keyOf: (cell: WaitGroup) => string): Line[] =>
    [...Map.groupBy(cells, keyOf)]
      .map(([id, found]) => ({ ...{ cut, id }, name: null, group: together(found) }))
      .toSorted((a, b) => Number(a.id) - Number(b.id))
  return [
    ...by('time', (cell) => (isEvening(cell) ? 'evening' : 'office')),
    ...by('weekday', ({ value }) => value.split(' ')[0] ?? ''),
    ...by('hour', ({ value }) => value.split(' ')[1] ?? ''),
  ]
}

function together(groups: readonly WaitGroup[]): WaitGroup {
  const sum = emptyGroup({ cut: 'hour', value: '' })
  for (const group of groups) {
    for (const figure of waitCounts) sum[figure] += group[figure]
    sum.published.push(...group.published)
  }
  return sum
}

/** How long one waits who asks about a topic. */
export function topicMedian(groups: readonly WaitGroup[], topicId: string): Measure {
  return waitWithin(0.5, topicGroup(groups, topicId)?.published ?? [])
}

export function topicGroup(groups: readonly WaitGroup[], topicId: string): WaitGroup | undefined {
  return groups.find(({ cut, value }) => cut === 'topic' && value === topicId)
}
