import type { Pool } from 'pg'
import type { Assessment } from '#domain/assessment.ts'
import { type Correction, corrected } from '#domain/correction.ts'
import { waitStep } from '#domain/measures/wait-step.ts'
import { bruteForceAnswers } from './brute-force-answers.ts'
import { add, listed } from './tally.ts'

/** The figures of a workspace as anybody would count them who reads every row; shares no statement with the house. */
export type Counted = Record<'hours' | 'days' | 'toneSums' | 'waits' | 'waitSums' | 'answers' | 'silences', string[]>

const nobody = '00000000-0000-0000-0000-000000000000'
const anybody = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

type Row = {
  id: string
  network: string
  source_id: string | null
  published_at: Date
  is_own: boolean
  department_id: string | null
  state: string
  followers: number | null
  said: Assessment | null
  correction: Correction | null
  topics: { id: string; purpose: string }[] | null
}

export async function bruteForceFigures(pool: Pool, workspaceId: string): Promise<Counted> {
  const { rows: zones } = await pool.query<{ zone: string | null }>(
    `select opening_hours ->> 'timeZone' as zone from workspaces where id = $1`,
    [workspaceId],
  )
  const hourOf = hourIn(zones[0]?.zone ?? 'UTC')
  const { rows: months } = await pool.query<{ month: string }>(
    `select to_char(month, 'YYYY-MM') as month from figure_months where workspace_id = $1`,
    [workspaceId],
  )
  const isSummed = (month: string) => months.some((one) => one.month === month)
  const { rows } = await pool.query<Row>(
    `select m.*, c.department_id, c.state, a.followers, s.said, s.correction,
            (select jsonb_agg(jsonb_build_object('id', k.id, 'purpose', k.purpose)) from mention_topics t join topics k on k.id = t.topic_id where t.mention_id = m.id) as topics
       from mentions m join conversations c on c.id = m.conversation_id join authors a on a.id = m.author_id left join assessments s on s.mention_id = m.id
      where m.workspace_id = $1`,
    [workspaceId],
  )
  const hours = new Map<string, number[]>()
  const days = new Map<string, number[]>()
  const toneSums = new Map<string, number[]>()
  for (const row of rows.filter(({ is_own }) => !is_own))
    for (const { topicId, part } of partsOf(row.topics ?? [])) {
      const at = hourOf(row.published_at)
      const rest = [topicId, row.network, row.source_id ?? nobody, row.department_id ?? nobody].join(' ')
      add(hours, `${at} ${rest}`, figuresOf(row, part))
      add(days, `${at.slice(0, 10)} ${rest}`, figuresOf(row, part))
      for (const span of spansOf(at, isSummed))
        for (const place of placesOf(row)) add(toneSums, `${span} ${topicId} ${place}`, figuresOf(row, part))
    }
  return {
    ...{ hours: listed(hours), days: listed(days), toneSums: listed(toneSums) },
    ...(await waitsIn(pool, { workspaceId, hourOf, isSummed })),
    ...(await bruteForceAnswers(pool, { workspaceId, spansAt: (at) => spansOf(hourOf(at), isSummed) })),
  }
}

/** Its day, and its month where that is over. */
function spansOf(at: string, isSummed: (month: string) => boolean): string[] {
  const month = at.slice(0, 7)
  return [`day ${at.slice(0, 10)}`, ...(isSummed(month) ? [`month ${month}-01`] : [])]
}

/** Itself, and all that sums take it into. */
function placesOf({ network, department_id }: { network: string; department_id: string | null }): string[] {
  return [network, '*'].flatMap((one) => [department_id ?? nobody, anybody].map((other) => `${one} ${other}`))
}

function partsOf(topics: readonly { id: string; purpose: string }[]) {
  const ours = topics.filter(({ purpose }) => purpose !== 'market')
  const each = topics.map(({ id, purpose }) => ({
    topicId: id,
    part: purpose === 'market' ? 0 : Math.round(27_720 / ours.length),
  }))
  return topics.length === 0 || ours.length > 0 ? [...each, { topicId: nobody, part: 27_720 }] : each
}

const tones = ['negative', 'neutral', 'mixed', 'positive', 'unsure', 'noise'] as const

function figuresOf({ said, correction, state, followers }: Row, part: number): number[] {
  const tone = state === 'noise' ? 'noise' : said ? corrected(said, correction).sentiment.class : 'unsure'
  const isToned = tone !== 'unsure' && tone !== 'noise'
  const isReached = followers !== null && tone !== 'noise'
  return [
    ...tones.map((one) => Number(one === tone)),
    isReached ? rounded(followers) : 0,
    Number(isReached),
    isToned ? part : 0,
    tone === 'positive' ? part : tone === 'negative' ? -part : 0,
  ]
}

/** To one figure. */
function rounded(followers: number): number {
  if (followers < 10) return Math.max(0, followers)
  const size = 10 ** (String(followers).length - 1)
  return Math.round(followers / size) * size
}

type Clock = {
  network: string
  department_id: string | null
  state: string
  followers: number | null
  asked: { sourceId: string | null; heardAt?: string; topicIds?: string[] }[]
  asked_at: Date
  heard_at: Date
  due_at: Date | null
  broken_at: Date | null
  stopped_at: Date | null
  stopped_by: string | null
}

async function waitsIn(
  pool: Pool,
  { workspaceId, ...spans }: Spans & { workspaceId: string },
): Promise<Pick<Counted, 'waits' | 'waitSums'>> {
  const { rows } = await pool.query<Clock>(
    `select p.*, c.network, c.department_id, c.state, a.followers from promise_clocks p join conversations c on c.id = p.conversation_id
       left join authors a on a.id = c.author_id where p.workspace_id = $1 and p.kind = 'first'`,
    [workspaceId],
  )
  const waits = new Map<string, number[]>()
  const real = rows.filter((row) => row.state !== 'noise' && row.state !== 'merged' && row.stopped_by !== 'anew')
  for (const row of real) add(waits, waitKey(row, spans.hourOf), [1])
  return { waits: listed(waits), waitSums: waitSumsOf(real, spans) }
}

type Spans = { hourOf: (at: Date) => string; isSummed: (month: string) => boolean }

function waitSumsOf(clocks: readonly Clock[], { hourOf, isSummed }: Spans): string[] {
  const sums = new Map<string, number[]>()
  const steps = new Map<string, Map<number, number>>()
  for (const clock of clocks) {
    const at = hourOf(clock.asked_at)
    const spans = spansOf(at, isSummed)
    const { published, heard } = minutesOf(clock)
    const cuts = cutsOf(clock, at).map((cut) => ({ cut, minutes: cut === 'heard ' ? heard : published }))
    for (const { cut, minutes } of cuts)
      for (const key of spans.flatMap((span) => placesOf(clock).map((place) => `${span} ${place} ${cut}`))) {
        add(sums, key, countsOf(clock))
        const found = steps.get(key) ?? new Map<number, number>()
        steps.set(key, found)
        if (minutes >= 0) found.set(minutes, (found.get(minutes) ?? 0) + 1)
      }
  }
  const written = (key: string) =>
    [...(steps.get(key) ?? [])]
      .toSorted(([a], [b]) => a - b)
      .map(([minutes, waits]) => `${minutes}:${waits}`)
      .join(' ')
  return [...sums].map(([key, counts]) => `${key} ${counts.join(' ')} ${written(key)}`).sort()
}

function cutsOf({ network, department_id, followers, asked: [first] }: Clock, at: string): string[] {
  const weekday = (new Date(`${at.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7
  return [
    ...['all ', 'heard ', `hour ${weekday} ${Number(at.slice(11, 13))}`, `department ${department_id ?? nobody}`],
    ...[`source ${first?.sourceId ?? nobody}`, `network ${network}`, `band ${bandOf(followers)}`],
    ...(first?.topicIds ?? []).map((id) => `topic ${id}`),
  ]
}

function countsOf(clock: Clock): number[] {
  const by = clock.stopped_by
  return [true, by === 'answer', by === 'elsewhere', by === 'silence']
    .concat([promiseOf(clock) === 'kept', promiseOf(clock) === 'broken'])
    .map(Number)
}

function waitKey(row: Clock, hourOf: (at: Date) => string): string {
  const [first] = row.asked
  const { published, heard } = minutesOf(row)
  return [
    ...[hourOf(row.asked_at), row.network, first?.sourceId ?? nobody, row.department_id ?? nobody],
    ...[bandOf(row.followers), row.stopped_by ?? 'open', promiseOf(row), published],
    ...[heard, `{${(first?.topicIds ?? []).toSorted().join(',')}}`],
  ].join(' ')
}

function minutesOf(row: Clock): { published: number; heard: number } {
  const isAnswered = row.stopped_by === 'answer' || row.stopped_by === 'elsewhere'
  const since = (from: Date): number => {
    if (!isAnswered || !row.stopped_at) return -1
    return waitStep(Math.floor((row.stopped_at.getTime() - from.getTime()) / 60_000))
  }
  const [first] = row.asked
  return { published: since(row.asked_at), heard: since(first?.heardAt ? new Date(first.heardAt) : row.heard_at) }
}

function bandOf(followers: number | null): number {
  if (followers === null) return 0
  return rounded(followers) < 1_000 ? 1 : rounded(followers) < 10_000 ? 2 : 3
}

function promiseOf({ due_at, broken_at, stopped_at }: Clock): string {
  if (!due_at) return 'none'
  if (broken_at) return 'broken'
  return stopped_at ? 'kept' : 'runs'
}

/** The figures as the house keeps them, written the same way. */
export async function keptFigures(pool: Pool, workspaceId: string): Promise<Counted> {
  const linesOf = async (table: string, at: string, rest: string) =>
    (
      await pool.query<{ line: string }>(
        `select concat_ws(' ', ${at}, ${rest}) as line from ${table} where workspace_id = $1`,
        [workspaceId],
      )
    ).rows
      .map(({ line }) => line)
      .sort()
  const figures =
    'topic_id, network, source_id, department_id, negative, neutral, mixed, positive, unsure, noise, reach, reach_known, weight, pull'
  const hour = `to_char(at, 'YYYY-MM-DD HH24:00')`
  const day = `to_char(at, 'YYYY-MM-DD')`
  return {
    hours: await linesOf('figure_hours', hour, figures),
    days: await linesOf('figure_days', day, figures),
    waits: await linesOf(
      'figure_waits',
      hour,
      'network, source_id, department_id, band, outcome, promise, published_minutes, heard_minutes, topic_ids, waits',
    ),
    toneSums: await linesOf('figure_tone_sums', `span, ${day}`, figures.replace('source_id, ', '')),
    waitSums: await linesOf(
      'figure_wait_sums',
      `span, ${day}`,
      'network, department_id, cut, value, waits, answered, elsewhere, silent, kept, broken, minutes',
    ),
    answers: await linesOf(
      'figure_answers',
      `span, ${day}`,
      'network, department_id, strategy, sent, better, compared, judged, promotional, unasked',
    ),
    silences: await linesOf(
      'figure_silences',
      `span, ${day}`,
      'network, department_id, reason_id, reason_name, silences',
    ),
  }
}

function hourIn(zone: string): (at: Date) => string {
  const written = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' },
  })
  return (at) => `${written.format(at)}:00`
}
