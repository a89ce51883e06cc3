// Counts the figures of a report again from exported CSV files alone. Nothing of the program is imported here: what a figure is stands in docs/measures.md, what
// a column is in docs/exports.md. Run by itself it prints the figures:
//
//   node test/recompute/recompute.ts <folder> <from> <to>
//
// The folder holds mentions.csv, waits.csv, answers.csv and silences.csv of the time, and the first three of the time before as before-mentions.csv and so on.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Row = Record<string, string>
export type Files = { mentions: string; waits: string; answers: string; silences: string }
export type Given = { now: Files; before: Omit<Files, 'silences'>; from: string; to: string }
type Interval = { value: number | null; low: number | null; high: number | null; sample: number; isTooFew: boolean }

const sure = 1.96
const few = 30

// ---- files

function table(csv: string): Row[] {
  const lines: string[][] = []
  let line: string[] = []
  let cell = ''
  let inside = false
  for (let i = csv.charCodeAt(0) === 0xfeff ? 1 : 0; i < csv.length; i += 1) {
    const sign = csv[i]
    if (inside) {
      if (sign !== '"') cell += sign
      else if (csv[i + 1] === '"') {
        cell += '"'
        i += 1
      } else inside = false
    } else if (sign === '"') inside = true
    else if (sign === ',') {
      line.push(cell)
      cell = ''
    } else if (sign === '\n') {
      line.push(cell)
      lines.push(line)
      line = []
      cell = ''
    } else if (sign !== '\r') cell += sign
  }
  const [heads = [], ...rest] = lines
  return rest.map((cells) => Object.fromEntries(heads.map((head, i) => [head, cells[i] ?? ''])))
}

const list = (cell: string | undefined): string[] => (cell ? cell.split(' | ') : [])
const sumBy = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0)
const grouped = <T>(rows: readonly T[], by: (row: T) => string): Map<string, T[]> => Map.groupBy(rows, by)

// ---- doubt

function interval(value: number | null, low: number, high: number, sample: number): Interval {
  const nothing = value === null || sample === 0
  return {
    value: nothing ? null : value,
    low: nothing ? null : low,
    high: nothing ? null : high,
    sample,
    isTooFew: sample < few,
  }
}

const full = (count: number, sample = count): Interval => ({
  value: count,
  low: count,
  high: count,
  sample,
  isTooFew: false,
})

/** Wilson. */
function share(k: number, n: number): Interval {
  if (n === 0) return interval(null, 0, 1, 0)
  const z2 = sure ** 2
  const centre = (k + z2 / 2) / (n + z2)
  const half = (sure / (n + z2)) * Math.sqrt((k * (n - k)) / n + z2 / 4)
  return interval(k / n, Math.max(0, centre - half), Math.min(1, centre + half), n)
}

/** The least minute that so large a part had by then, with the ranks of a binomial around it. */
function within(part: number, minutes: readonly number[]): Interval {
  const sorted = minutes.toSorted((a, b) => a - b)
  const n = sorted.length
  const half = sure * Math.sqrt(n * part * (1 - part))
  const at = (rank: number): number => sorted[Math.min(n, Math.max(1, Math.ceil(rank))) - 1] ?? 0
  return interval(
    n > 0 ? at(part * n) : null,
    at(Math.max(1, part * n - half)),
    at(Math.min(n, part * n + half + 1)),
    n,
  )
}

// ---- what was said

const tones = ['negative', 'neutral', 'mixed', 'positive', 'unsure'] as const
type Tones = Record<(typeof tones)[number], number>
const dayOf = (row: Row): string => (row.published_local ?? '').slice(0, 10)
const isOurs = (row: Row): boolean => row.market_topic_ids === '' || row.topic_ids !== ''
const isNoise = (row: Row): boolean => row.noise === 'true'
const inTopic = (id: string) => (row: Row) =>
  list(row.topic_ids).includes(id) || list(row.market_topic_ids).includes(id)

function tally(rows: readonly Row[]): Tones {
  const heard = rows.filter((row) => !isNoise(row))
  const of = (tone: string) => heard.filter((row) => row.tone === tone).length
  return {
    negative: of('negative'),
    neutral: of('neutral'),
    mixed: of('mixed'),
    positive: of('positive'),
    unsure: of('unsure'),
  }
}
const messages = (counts: Tones): number => sumBy(tones, (tone) => counts[tone])
const assessed = (counts: Tones): number => messages(counts) - counts.unsure
const net = (counts: Tones): number | null =>
  assessed(counts) === 0 ? null : (counts.positive - counts.negative) / assessed(counts)

export function datesBetween(from: string, to: string): string[] {
  const found: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    found.push(new Date(at).toISOString().slice(0, 10))
  return found
}

function deviation(days: readonly Tones[]): number {
  const n = sumBy(days, assessed)
  const [good, bad] = [sumBy(days, ({ positive }) => positive), sumBy(days, ({ negative }) => negative)]
  const chance = ((good + bad + 2) / (n + 3) - ((good - bad) / (n + 3)) ** 2) / n
  const seen = days.filter((day) => assessed(day) > 0)
  if (seen.length < 5) return Math.sqrt(chance)
  const mean = (good - bad) / n
  const spread = sumBy(seen, (day) => (day.positive - day.negative - mean * assessed(day)) ** 2) / n ** 2
  return Math.sqrt(Math.max(chance, (spread * seen.length) / (seen.length - 1)))
}

function score(days: readonly Tones[]): Interval {
  const n = sumBy(days, assessed)
  if (n === 0) return interval(null, 0, 100, 0)
  const value = 50 + (50 * sumBy(days, ({ positive, negative }) => positive - negative)) / n
  const half = 50 * sure * deviation(days)
  return interval(value, Math.max(0, value - half), Math.min(100, value + half), n)
}

type Said = { rows: Row[]; ours: Row[]; days: Map<string, Tones>; dates: string[] }

function said(csv: string, dates: string[]): Said {
  const rows = table(csv)
  const ours = rows.filter(isOurs)
  const byDay = grouped(ours, dayOf)
  return { rows, ours, dates, days: new Map(dates.map((date) => [date, tally(byDay.get(date) ?? [])])) }
}

const daysOf = ({ days }: Said): Tones[] => [...days.values()]

function reach({ ours }: Said): Interval {
  const known = ours.filter((row) => !isNoise(row) && row.reach !== '')
  return full(
    sumBy(known, (row) => Number(row.reach)),
    known.length,
  )
}

/** The weight and the pull of a topic: a message of three of ours is a third of each. */
function pulled({ rows }: Said, id: string): { weight: number; pull: number } {
  const its = rows.filter((row) => list(row.topic_ids).includes(id) && !isNoise(row) && row.tone !== 'unsure')
  const part = (row: Row) => 1 / list(row.topic_ids).length
  const sign = (row: Row) => (row.tone === 'positive' ? 1 : row.tone === 'negative' ? -1 : 0)
  return { weight: sumBy(its, part), pull: sumBy(its, (row) => sign(row) * part(row)) }
}

function topics(now: Said, before: Said, asked: readonly Row[]) {
  const named = new Map<string, string>()
  for (const row of [...before.rows, ...now.rows])
    for (const [i, id] of list(row.topic_ids).entries()) named.set(id, list(row.topics)[i] ?? '')
  const parts = [...named.keys()].map((id) => ({ id, now: pulled(now, id), before: pulled(before, id) }))
  const all = (when: 'now' | 'before', what: 'weight' | 'pull') => sumBy(parts, (part) => part[when][what])
  const [w1, w0, s1, s0] = [all('now', 'weight'), all('before', 'weight'), all('now', 'pull'), all('before', 'pull')]
  const found = parts.map((part) => {
    const [its, earlier] = [now.rows.filter(inTopic(part.id)), before.rows.filter(inTopic(part.id))]
    const counts = tally(its)
    const moved =
      (part.now.pull - part.before.pull) * ((w1 + w0) / 2) - (part.now.weight - part.before.weight) * ((s1 + s0) / 2)
    return {
      id: part.id,
      name: named.get(part.id) ?? '',
      messages: messages(counts),
      before: messages(tally(earlier)),
      tones: counts,
      net: net(counts),
      median: within(
        0.5,
        stepsOf(
          asked.filter((row) => list(row.topic_ids).includes(part.id)),
          'minutes_from_publication',
        ),
      ),
      points: w1 === 0 || w0 === 0 ? 0 : (50 * moved) / (w1 * w0),
      days: now.dates.map((date) => messages(tally(its.filter((row) => dayOf(row) === date)))),
    }
  })
  return found.filter((topic) => topic.messages + topic.before > 0)
}

function voices(now: Said, before: Said) {
  const names = new Map<string, string>()
  for (const row of [...before.rows, ...now.rows])
    for (const [i, id] of list(row.market_topic_ids).entries()) names.set(id, list(row.market_topics)[i] ?? '')
  const each = [
    { id: 'us', name: '', isOurs: true, now: tally(now.ours), before: tally(before.ours) },
    ...[...names].map(([id, name]) => ({
      ...{ id, name, isOurs: false },
      ...{ now: tally(now.rows.filter(inTopic(id))), before: tally(before.rows.filter(inTopic(id))) },
    })),
  ]
  const [all, earlier] = [sumBy(each, (one) => messages(one.now)), sumBy(each, (one) => messages(one.before))]
  return each.map((one) => ({
    ...{ id: one.id, name: one.name, isOurs: one.isOurs, messages: messages(one.now), net: net(one.now) },
    ...{ share: share(messages(one.now), all), before: share(messages(one.before), earlier) },
  }))
}

// ---- who waited

/** Minutes are kept in steps that grow. */
function step(minutes: number): number {
  const sizes: readonly [number, number][] = [
    [60, 1],
    [240, 5],
    [1_440, 15],
    [10_080, 120],
    [43_200, 1_440],
  ]
  const size = sizes.find(([until]) => minutes < until)?.[1]
  return size === undefined ? 43_200 : Math.floor(Math.max(0, minutes) / size) * size
}

const stepsOf = (rows: readonly Row[], column: 'minutes_from_publication' | 'minutes_from_hearing'): number[] =>
  rows.filter((row) => row[column] !== '').map((row) => step(Number(row[column])))
const outcomes = (rows: readonly Row[], ...wanted: string[]) =>
  rows.filter((row) => wanted.includes(row.outcome ?? '')).length
const promises = (rows: readonly Row[], wanted: string) => rows.filter((row) => row.promise === wanted).length

function hourOf(row: Row): { weekday: number; hour: number } {
  const [date = '', clock = ''] = (row.asked_local ?? '').split(' ')
  return { weekday: (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7, hour: Number(clock.slice(0, 2)) }
}

function isLate(row: Row): boolean {
  const { weekday, hour } = hourOf(row)
  return weekday > 4 || hour < 8 || hour >= 18
}

const kept = (rows: readonly Row[]) => share(promises(rows, 'kept'), promises(rows, 'kept') + promises(rows, 'broken'))
const answered = (rows: readonly Row[]) => share(outcomes(rows, 'answer', 'elsewhere'), rows.length)

function waits(rows: readonly Row[]) {
  const late = rows.filter(isLate).length
  const [published, heard] = [stepsOf(rows, 'minutes_from_publication'), stepsOf(rows, 'minutes_from_hearing')]
  return {
    ...{
      answerRate: answered(rows),
      within: kept(rows),
      evening: share(late, rows.length),
      silent: outcomes(rows, 'silence'),
    },
    ...{ median: within(0.5, published), mostWait: within(0.9, published) },
    ...{ medianHeard: within(0.5, heard), mostWaitHeard: within(0.9, heard) },
  }
}

function speed(rows: readonly Row[]) {
  return [...grouped(rows, (row) => JSON.stringify(hourOf(row)))]
    .map(([cell, its]) => ({
      ...(JSON.parse(cell) as ReturnType<typeof hourOf>),
      minutes: stepsOf(its, 'minutes_from_publication'),
    }))
    .filter(({ minutes }) => minutes.length > 0)
    .map(({ minutes, ...cell }) => ({ ...cell, median: within(0.5, minutes) }))
}

function band({ reach: followers }: Row): string {
  if (!followers) return '0'
  return Number(followers) < 1_000 ? '1' : Number(followers) < 10_000 ? '2' : '3'
}

function lines(rows: readonly Row[]) {
  const none = '00000000-0000-0000-0000-000000000000'
  const cuts: Record<string, (row: Row) => string> = {
    department: (row) => row.department_id || none,
    source: (row) => row.source_id || none,
    network: (row) => row.network ?? '',
    band,
    time: (row) => (isLate(row) ? 'evening' : 'office'),
    weekday: (row) => String(hourOf(row).weekday),
    hour: (row) => String(hourOf(row).hour),
  }
  return Object.entries(cuts)
    .flatMap(([cut, by]) => [...grouped(rows, by)].map(([id, its]) => ({ cut, id, its })))
    .filter(({ cut, id }) => cut !== 'source' || id !== none)
    .map(({ cut, id, its }) => ({
      ...{ cut, id, answerRate: answered(its), within: kept(its) },
      median: within(0.5, stepsOf(its, 'minutes_from_publication')),
    }))
}

// ---- what we answered

const isCompared = (row: Row) => ['better', 'same', 'worse'].includes(row.tone_change ?? '')
const milder = (rows: readonly Row[]) =>
  share(rows.filter((row) => row.tone_change === 'better').length, rows.filter(isCompared).length)

function works(rows: readonly Row[]) {
  const compared = rows.filter((row) => isCompared(row) && row.strategy)
  return [...grouped(compared, (row) => `${row.strategy} ${row.network}`).values()].map((its) => ({
    ...{ strategy: its[0]?.strategy, network: its[0]?.network, better: milder(its) },
  }))
}

/** The report as it can be counted from the files. */
export function recompute({ now: files, before: earlier, from, to }: Given) {
  const dates = datesBetween(from, to)
  const beforeDates = datesBetween(shifted(from, -dates.length), shifted(from, -1))
  const [now, before] = [said(files.mentions, dates), said(earlier.mentions, beforeDates)]
  const [asked, askedBefore] = [table(files.waits), table(earlier.waits)]
  const [sent, sentBefore] = [table(files.answers), table(earlier.answers)]
  const judged = sent.filter((row) => row.judged === 'true')
  const [one, other] = [score(daysOf(now)), score(daysOf(before))]
  const points = (one.value ?? 0) - (other.value ?? 0)
  const half = 50 * sure * Math.sqrt(deviation(daysOf(now)) ** 2 + deviation(daysOf(before)) ** 2)
  const isComparable = one.value !== null && other.value !== null && !one.isTooFew && !other.isTooFew
  const every = new Map([...before.days, ...now.days])
  const week = (to: string) => datesBetween(shifted(to, -6), to).flatMap((date) => every.get(date) ?? [])
  return {
    score: one,
    scoreBefore: other,
    change: isComparable ? { points, low: points - half, high: points + half, isClear: Math.abs(points) > half } : null,
    days: dates.map((at, i) => ({
      ...{ at, ...now.days.get(at), noise: now.ours.filter((row) => isNoise(row) && dayOf(row) === at).length },
      ...{
        score: score(week(at)),
        before: i >= 6 && dates.length > 7 ? score(week(beforeDates[i] ?? '')).value : null,
      },
    })),
    messages: { now: full(sumBy(daysOf(now), messages)), before: full(sumBy(daysOf(before), messages)) },
    reach: { now: reach(now), before: reach(before) },
    waits: waits(asked),
    waitsBefore: { ...waits(askedBefore), evening: share(0, askedBefore.length) },
    milder: { now: milder(sent), before: milder(sentBefore) },
    promotion: share(judged.filter((row) => row.promotional === 'true').length, judged.length),
    initiative: share(judged.filter((row) => row.own_initiative === 'true').length, judged.length),
    ...{
      topics: topics(now, before, asked),
      voices: voices(now, before),
      speed: speed(asked),
      lines: lines(asked),
      works: works(sent),
    },
    silences: [...grouped(table(files.silences), (row) => row.reason_id ?? '')].map(([id, its]) => ({
      id,
      count: its.length,
    })),
  }
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , folder = '.', from = '', to = ''] = process.argv
  const read = (name: string) => readFileSync(join(folder, `${name}.csv`), 'utf8')
  const three = (time: string) => ({
    ...{ mentions: read(`${time}mentions`), waits: read(`${time}waits`), answers: read(`${time}answers`) },
  })
  const figures = recompute({ now: { ...three(''), silences: read('silences') }, before: three('before-'), from, to })
  console.info(JSON.stringify(figures, null, 2))
}
